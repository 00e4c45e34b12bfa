/**
 * A stand-in of GitHub with one project, `acme/shop`, that keeps state and the rules as GitHub documents them and as they
 * were seen. Shapes are held against GitHub's own description by the proxy in front of it.
 */
import assert from 'node:assert/strict';
import { bearerOf, ok, StandInServer, type Answer, type Seen } from '../standInServer';
import { answerGraphql, notFound, type GraphqlArguments, type GraphqlObject } from './graphql';
import { instanceOf } from './instance';

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly isDraft: boolean;
  readonly head: { readonly project: string | null; readonly branch: string; readonly sha: string };
  readonly base: string;
  isOpen: boolean;
  requested: string[];
  requestedTeams: string[];
  readonly reviews: { readonly login: string | null; readonly state: string; readonly commit: string }[];
  /** Day it last changed. */
  updated: string;
  readonly files: readonly ChangedFile[];
  /** Missing: it is not merged. */
  merged?: { readonly day: string; readonly commit: string | null };
}

export interface ChangedFile {
  readonly path: string;
  readonly status?: 'modified' | 'renamed' | 'copied' | 'removed';
  /** Of a rename or copy. */
  readonly from?: string;
}

export interface Comment {
  readonly id: number;
  readonly pull: number;
  readonly login: string;
  body: string;
}

type Right = 'read' | 'triage' | 'write';

/** Who a token stands for. `app`: one of GitHub Actions, which is no user. */
export interface Account {
  readonly login: string;
  readonly kind: 'user' | 'app';
  readonly right: Right | 'none';
}

const project = 'acme/shop';
const parameters = new Set(['state', 'head', 'base', 'sort', 'direction', 'per_page', 'page', 'since']);
/** GitHub tells no more of one request. */
const filesAtMost = 3000;

export class StandIn extends StandInServer {
  accounts = new Map<string, Account>();
  collaborators = new Set<string>();
  pulls: Pull[] = [];
  comments: Comment[] = [];
  /** Comments of others that were edited. */
  trespasses: number[] = [];
  /** Logins that GitHub takes without a word, and does not ask. */
  dropped = new Set<string>();
  /** Logins that have set *busy*; whoever has no status at all is not here. `false`: a status that says nothing of that. */
  statuses = new Map<string, boolean>();
  /** Nobody, nothing, no request seen; a writer with the token `good`. */
  reset(): void {
    this.accounts = new Map([['good', { login: 'zoe', kind: 'user', right: 'write' }]]);
    this.collaborators = new Set(['ana', 'ben', 'mei', 'zoe']);
    this.pulls = [];
    this.comments = [];
    this.trespasses = [];
    this.forget();
    this.dropped = new Set();
    this.statuses = new Map();
  }

  addPull(pull: Partial<Pull> = {}): Pull {
    const number = this.pulls.length + 1;
    const head = { project, branch: 'work', sha: 'a'.repeat(40) };
    const made: Pull = {
      ...{ number, title: 'Charge once', author: 'zoe', isDraft: false, head, base: 'main', isOpen: true },
      ...{ requested: [], requestedTeams: [], reviews: [], updated: '2026-06-15', files: [] },
      ...pull,
    };
    this.pulls.push(made);
    return made;
  }

  /** Somebody reviews, and so is no longer asked. */
  review(pull: Pull, login: string, state = 'APPROVED'): void {
    pull.reviews.push({ login, state, commit: pull.head.sha });
    pull.requested = pull.requested.filter((one) => one !== login);
  }

  /** The requests that changed something, or would have. What GraphQL is asked is no more than asked: it has no mutations here. */
  override get writes(): readonly Seen[] {
    return super.writes.filter(({ path }) => path !== '/graphql');
  }

  protected override answer(seen: Seen): Answer {
    const { method, path, body } = seen;
    const { pathname, searchParams } = new URL(path, 'http://stand.in');
    const unknown = [...searchParams.keys()].find((key) => !parameters.has(key));
    if (unknown !== undefined) return error(500, `The stand-in knows no parameter ${unknown}`);
    const account = this.accounts.get(bearerOf(seen) ?? '');
    if (account === undefined) return error(401, 'Bad credentials');
    if (pathname === '/user') {
      return account.kind === 'app'
        ? error(403, 'Resource not accessible by integration')
        : ok(instanceOf('public-user', { ...user(account.login), user_view_type: 'public' }));
    }
    if (`${method} ${pathname}` === 'POST /graphql') return ok(answerGraphql(body, this.#query()));
    const [, found, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(pathname) ?? [];
    // GitHub hides what one may not see.
    if (found?.toLowerCase() !== project || account.right === 'none') return error(404, 'Not Found');
    const at = `${method} ${rest.replace(/\/\d+(?=\/|$)/, '/N').replace(/[0-9a-f]{40}/, 'SHA')}`;
    const number = Number(/\/(\d+)(?=\/|$)/.exec(rest)?.[1] ?? Number.NaN);
    const pull = this.pulls.find((one) => one.number === number);
    const list = (all: readonly unknown[]): Answer => this.page(all, seen, 'per_page', 30);
    switch (at) {
      case 'GET ':
        return ok(this.#project(account));
      case 'GET /pulls':
        return list(this.#filtered(searchParams).map((one) => this.#pull(one, 'pull-request-simple')));
      case 'GET /commits/SHA/pulls':
        return list(
          this.pulls.filter(({ head }) => rest.includes(head.sha)).map((one) => this.#pull(one, 'pull-request-simple')),
        );
      case 'GET /issues/N/comments':
        return list(this.comments.filter((one) => one.pull === number).map(commentAnswer));
      case 'POST /issues/N/comments':
        return this.#comment(account, number, body);
      case 'PATCH /issues/comments/N':
        return this.#edit(account, number, body);
    }
    if (pull === undefined) return error(404, 'Not Found');
    switch (at) {
      case 'GET /pulls/N':
        return ok(this.#pull(pull, 'pull-request'));
      case 'GET /pulls/N/reviews':
        return list(pull.reviews.map(reviewAnswer));
      case 'GET /pulls/N/files':
        return list(pull.files.slice(0, filesAtMost).map(fileAnswer));
      case 'POST /pulls/N/requested_reviewers':
        return this.#request(account, pull, body);
      case 'DELETE /pulls/N/requested_reviewers':
        return this.#withdraw(account, pull, body);
    }
    return error(404, 'Not Found');
  }

  /** A `head` that is not `owner:branch` is left out, and so are the pulls of nobody. */
  #filtered(query: URLSearchParams): readonly Pull[] {
    const state = query.get('state') ?? 'open';
    const head = /^([^:]+):(.+)$/.exec(query.get('head') ?? '');
    return this.pulls
      .filter((pull) => state === 'all' || pull.isOpen === (state === 'open'))
      .filter((pull) => head === null || (ownerOf(pull) === head[1]?.toLowerCase() && pull.head.branch === head[2]))
      .sort((a, b) => (query.get('sort') === 'updated' ? this.#byUpdate(a, b) : 0));
  }

  /** Newest first. */
  #byUpdate(a: Pull, b: Pull): number {
    return b.updated.localeCompare(a.updated);
  }

  #withdraw({ right }: Account, pull: Pull, body: string): Answer {
    if (right === 'read') return error(403, 'Resource not accessible by personal access token');
    const { reviewers } = JSON.parse(body) as { readonly reviewers: readonly string[] };
    // Strictest of what is told of it: one who is not asked is no reviewer that could be removed.
    if (reviewers.some((login) => !pull.requested.includes(login))) return error(422, 'Validation Failed');
    pull.requested = pull.requested.filter((login) => !reviewers.includes(login));
    return ok(this.#pull(pull, 'pull-request-simple'));
  }

  /** What GraphQL is asked. */
  #query(): GraphqlObject {
    return {
      user: ({ login }) => {
        const name = String(login).toLowerCase();
        if (!this.collaborators.has(name)) return notFound(`Could not resolve to a User with the login of '${name}'.`);
        const isBusy = this.statuses.get(name);
        return { status: isBusy === undefined ? null : { indicatesLimitedAvailability: isBusy } };
      },
      repository: ({ owner, name }) =>
        `${String(owner)}/${String(name)}`.toLowerCase() === project
          ? { pullRequests: (asked) => this.#merged(asked) }
          : notFound(`Could not resolve to a Repository with the name '${String(owner)}/${String(name)}'.`),
    };
  }

  #merged({ states, orderBy, first, after }: GraphqlArguments): GraphqlObject {
    assert.deepEqual([states, orderBy], ['MERGED', { field: 'UPDATED_AT', direction: 'DESC' }]);
    const all = this.pulls.filter(({ merged }) => merged !== undefined).sort((a, b) => this.#byUpdate(a, b));
    const start = after === null ? 0 : Number(after);
    const end = start + Math.min(Number(first), this.pageSize);
    return {
      pageInfo: { hasNextPage: end < all.length, endCursor: String(end) },
      nodes: all.slice(start, end).map(({ author, head, reviews, updated, merged }) => ({
        ...{ updatedAt: `${updated}T12:00:00Z`, mergedAt: `${merged!.day}T12:00:00Z`, headRefOid: head.sha },
        ...{ mergeCommit: merged!.commit === null ? null : { oid: merged!.commit }, author: { login: author } },
        reviews: ({ first: most }) => ({
          nodes: reviews.slice(0, Number(most)).map(({ login }) => ({ author: login === null ? null : actor(login) })),
        }),
      })),
    };
  }

  #request({ right }: Account, pull: Pull, body: string): Answer {
    if (right === 'read') return error(403, 'Resource not accessible by personal access token');
    const { reviewers = [] } = JSON.parse(body) as { readonly reviewers?: readonly string[] };
    const wanted = reviewers.map((login) => login.toLowerCase());
    if (wanted.length > 15) return error(422, 'Only 15 reviewers can be requested at once.');
    if (wanted.includes(pull.author)) return error(422, 'Review cannot be requested from pull request author.');
    if (wanted.some((login) => !this.collaborators.has(login)))
      return error(
        422,
        `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${project} repository.`,
      );
    const kept = wanted.filter((login) => !this.dropped.has(login));
    pull.requested = [...new Set([...pull.requested, ...kept])];
    return { status: 201, data: this.#pull(pull, 'pull-request-simple') };
  }

  #comment({ login, kind }: Account, pull: number, body: string): Answer {
    const { body: text } = JSON.parse(body) as { readonly body: string };
    const made = {
      id: this.comments.length + 900,
      pull,
      login: kind === 'app' ? `${login}[bot]` : login,
      body: text,
    };
    this.comments.push(made);
    return { status: 201, data: commentAnswer(made) };
  }

  #edit({ login, kind }: Account, id: number, body: string): Answer {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return error(404, 'Not Found');
    // Whoever may write here may edit what others say; the client must not.
    if (comment.login !== (kind === 'app' ? `${login}[bot]` : login)) this.trespasses.push(id);
    comment.body = (JSON.parse(body) as { readonly body: string }).body;
    return ok(commentAnswer(comment));
  }

  #project({ kind, right }: Account): unknown {
    const rights = { admin: false, push: right === 'write', pull: true };
    const permissions = { ...rights, triage: right !== 'read', maintain: false };
    // A token of an app is told nothing of rights.
    return instanceOf('full-repository', { full_name: project, ...(kind === 'app' ? {} : { permissions }) });
  }

  #pull(pull: Pull, schema: 'pull-request' | 'pull-request-simple'): unknown {
    const { number, title, author, isDraft, isOpen, head, base, requested, requestedTeams, updated } = pull;
    const repository = (name: string) => instanceOf('repository', { full_name: name });
    return instanceOf(schema, {
      ...{ number, title, draft: isDraft, state: isOpen ? 'open' : 'closed', user: user(author) },
      updated_at: `${updated}T12:00:00Z`,
      html_url: `https://github.com/${project}/pull/${number}`,
      requested_reviewers: requested.map(user),
      requested_teams: requestedTeams.map((slug) => instanceOf('team', { slug, name: slug })),
      head: {
        ...{ ref: head.branch, sha: head.sha, label: `${ownerOf(pull)}:${head.branch}` },
        user: user(ownerOf(pull)),
        repo: head.project === null ? null : repository(head.project),
      },
      base: { ref: base, sha: 'b'.repeat(40), label: `acme:${base}`, user: user('acme'), repo: repository(project) },
    });
  }
}

const error = (status: number, message: string): Answer => ({
  status,
  data: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
});

const ownerOf = ({ head, author }: Pull): string => (head.project?.split('/')[0] ?? author).toLowerCase();
const user = (login: string) => instanceOf('simple-user', { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' });
const reviewAnswer = ({ login, state, commit }: Pull['reviews'][number]) =>
  instanceOf('pull-request-review', { user: login === null ? null : user(login), state, commit_id: commit });
const commentAnswer = ({ id, login, body }: Comment) => instanceOf('issue-comment', { id, user: user(login), body });
const fileAnswer = ({ path, status = 'modified', from }: ChangedFile) =>
  instanceOf('diff-entry', { filename: path, status, ...(from !== undefined && { previous_filename: from }) });
/** GraphQL leaves out what REST puts behind the names of bots. */
const actor = (login: string): GraphqlObject =>
  login.endsWith('[bot]') ? { __typename: 'Bot', login: login.slice(0, -5) } : { __typename: 'User', login };
