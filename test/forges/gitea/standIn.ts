/**
 * A stand-in of Gitea with one project, `acme/shop`, that keeps state and the rules as Gitea documents them and as they
 * were seen. Shapes are held against the description by the proxy in front of it.
 */
import { StandInServer, type Answer, type Seen } from '../standInServer';

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly isDraft: boolean;
  /** `project` is `null` where the copy is gone; `isThere`: the branch is. */
  readonly head: {
    readonly project: string | null;
    readonly branch: string;
    readonly sha: string;
    readonly isThere: boolean;
  };
  readonly base: string;
  isOpen: boolean;
  requested: string[];
  requestedTeams: string[];
  readonly reviews: {
    /** `null`: it is a team's. */
    readonly login: string | null;
    readonly state: string;
    readonly dismissed?: boolean;
  }[];
  /** Day it last changed. */
  readonly updated: string;
  /** `[now, before]`; before is left out where it is the same. */
  readonly files: readonly (readonly [string, string?])[];
}

export interface Comment {
  readonly id: number;
  readonly pull: number;
  readonly login: string;
  body: string;
}

export interface Account {
  readonly login: string;
  readonly mayPush: boolean;
  /** What the token is good for. */
  readonly scope: 'write' | 'read';
}

export const project = 'acme/shop';
const parameters = new Set(['state', 'sort', 'limit', 'page']);

export class StandIn extends StandInServer {
  accounts = new Map<string, Account>();
  /** All there are. */
  users = new Set<string>();
  /** Those who may read the project. */
  readers = new Set<string>();
  pulls: Pull[] = [];
  comments: Comment[] = [];
  /** Comments of others that were edited. */
  trespasses: number[] = [];

  /** Some people, no request, nothing seen; a writer with the token `good`. */
  reset(): void {
    this.forget();
    this.accounts = new Map([['good', { login: 'zoe', mayPush: true, scope: 'write' }]]);
    this.users = new Set(['zoe', 'ana', 'ben', 'mei', 'kit', 'eve']);
    this.readers = new Set(['zoe', 'ana', 'ben', 'mei', 'kit']);
    this.pulls = [];
    this.comments = [];
    this.trespasses = [];
  }

  addPull(pull: Partial<Pull> = {}): Pull {
    const head = { project, branch: 'work', sha: 'a'.repeat(40), isThere: true };
    const made: Pull = {
      ...{ number: this.pulls.length + 1, title: 'Charge once', author: 'zoe', isDraft: false, head, base: 'main' },
      ...{ isOpen: true, requested: [], requestedTeams: [], reviews: [], updated: '2026-06-15', files: [] },
      ...pull,
    };
    this.pulls.push(made);
    return made;
  }

  protected override answer(seen: Seen): Answer {
    const { method, path, headers, body } = seen;
    const { pathname: whole, searchParams } = new URL(path, 'http://stand.in');
    // The proxy in front of it knows no folder; the forge itself may live in one.
    const pathname = whole.replace(/^(\/git)?\/api\/v1(?=\/)/, '');
    const unknown = [...searchParams.keys()].find((key) => !parameters.has(key));
    if (unknown !== undefined) return trouble(500, `The stand-in knows no parameter ${unknown}`);
    const account = this.accounts.get(/^token (.*)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    if (account === undefined) return trouble(401, 'token is required');
    if (method !== 'GET' && account.scope === 'read')
      return trouble(403, 'token does not have at least one of required scope(s), required=[write:repository]');
    if (pathname === '/user') return ok(user(account.login));

    const [, found, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(pathname) ?? [];
    if (found?.toLowerCase() !== project) return trouble(404, "The target couldn't be found.");
    const at = `${method} ${rest.replace(/\/\d+(?=\/|$)/, '/N')}`;
    const number = Number(/\/(\d+)(?=\/|$)/.exec(rest)?.[1] ?? Number.NaN);
    switch (at) {
      case 'GET ':
        return ok(repository(project, account.mayPush));
      case 'GET /pulls':
        return this.page(this.#filtered(searchParams).map(pullAnswer), seen, 'limit');
      case 'GET /issues/N/comments':
        return ok(this.comments.filter(({ pull }) => pull === number).map(commentAnswer));
      case 'POST /issues/N/comments':
        return this.#write(account, number, body);
      case 'PATCH /issues/comments/N':
        return this.#edit(account, number, body);
    }
    const pull = this.pulls.find((one) => one.number === number);
    if (pull === undefined) return trouble(404, "The target couldn't be found.");
    switch (at) {
      case 'GET /pulls/N':
        return ok(pullAnswer(pull));
      case 'GET /pulls/N/reviews':
        return this.page(
          pull.reviews.map((one, id) => reviewAnswer(pull, id + 1, one)),
          seen,
          'limit',
        );
      case 'POST /pulls/N/requested_reviewers':
        return this.#request(account, pull, body);
      case 'DELETE /pulls/N/requested_reviewers':
        return this.#withdraw(account, pull, body);
      case 'GET /pulls/N/files':
        return this.page(pull.files.map(fileAnswer), seen, 'limit');
    }
    return trouble(404, "The target couldn't be found.");
  }

  #filtered(query: URLSearchParams): readonly Pull[] {
    const found = this.pulls.filter(({ isOpen }) => isOpen === (query.get('state') === 'open'));
    return query.get('sort') === 'recentupdate' ? found.sort((a, b) => b.updated.localeCompare(a.updated)) : found;
  }

  #withdraw({ mayPush }: Account, pull: Pull, body: string): Answer {
    const { reviewers } = JSON.parse(body) as { readonly reviewers: readonly string[] };
    const unknown = reviewers.find((name) => !this.users.has(name));
    if (unknown !== undefined) return trouble(404, `User '${unknown}' not exist`);
    if (!mayPush) return trouble(422, "Doer can't choose reviewer [user_id: 7, repo_id: 1]");
    pull.requested = pull.requested.filter((name) => !reviewers.includes(name));
    return { status: 204, data: '' };
  }

  /** All names are looked up first; then each is asked in turn, until one cannot be. */
  #request({ mayPush }: Account, pull: Pull, body: string): Answer {
    const { reviewers = [] } = JSON.parse(body) as { readonly reviewers?: readonly string[] };
    const names = reviewers.map((name) => name.toLowerCase());
    const unknown = names.find((name) => !this.users.has(name));
    if (unknown !== undefined) return trouble(404, `User '${unknown}' not exist`);
    const asked: string[] = [];
    for (const name of names) {
      const reason = !mayPush
        ? "Doer can't choose reviewer"
        : name === pull.author
          ? "poster of pr can't be reviewer"
          : !this.readers.has(name)
            ? "Reviewer can't read"
            : null;
      if (reason !== null) return trouble(422, `${reason} [user_id: 7, repo_id: 1]`);
      if (!pull.isOpen) return trouble(403, 'cannot request reviewers on a closed pull');
      if (pull.requested.includes(name)) continue;
      pull.requested.push(name);
      asked.push(name);
    }
    const reviews = asked.map((login, at) => reviewAnswer(pull, at + 50, { login, state: 'REQUEST_REVIEW' }));
    return { status: 201, data: reviews };
  }

  #write({ login }: Account, pull: number, text: string): Answer {
    const { body } = JSON.parse(text) as { readonly body: string };
    const made = { id: this.comments.length + 900, pull, login, body };
    this.comments.push(made);
    return { status: 201, data: commentAnswer(made) };
  }

  #edit({ login }: Account, id: number, text: string): Answer {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return trouble(404, "The target couldn't be found.");
    // Whoever may write here may edit what others say; the client must not.
    if (comment.login !== login) this.trespasses.push(id);
    comment.body = (JSON.parse(text) as { readonly body: string }).body;
    return ok(commentAnswer(comment));
  }
}

const ok = (data: unknown): Answer => ({ status: 200, data });
const trouble = (status: number, message: string): Answer => ({
  status,
  data: { message, url: 'https://git.example/api/swagger' },
});

const user = (login: string) => ({ id: login.length, login, full_name: login, active: true });

/** What Go writes for an empty list. */
const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

const repository = (path: string, mayPush = true) => ({
  ...{ id: 1, full_name: path, name: 'shop', owner: user('acme'), default_branch: 'main' },
  permissions: { admin: false, push: mayPush, pull: true },
});

const pullAnswer = ({
  number,
  title,
  author,
  isDraft,
  isOpen,
  head,
  base,
  requested,
  requestedTeams,
  updated,
}: Pull) => ({
  updated_at: `${updated}T12:00:00Z`,
  ...{ id: number + 5000, number, title, user: user(author), draft: isDraft, state: isOpen ? 'open' : 'closed' },
  html_url: `https://git.example/${project}/pulls/${number}`,
  requested_reviewers: orNull(requested.map(user)),
  requested_reviewers_teams: orNull(requestedTeams.map((name, id) => ({ id: id + 1, name }))),
  head: {
    // A branch that is gone has this name only.
    ...{ label: head.branch, ref: head.isThere ? head.branch : `refs/pull/${number}/head`, sha: head.sha },
    ...{ repo_id: head.project === null ? -1 : 1, repo: head.project === null ? null : repository(head.project) },
  },
  base: { label: base, ref: base, sha: 'b'.repeat(40), repo_id: 1, repo: repository(project) },
});

const fileAnswer = ([filename, before]: readonly [string, string?]) => ({
  ...{ filename, status: before === undefined ? 'changed' : 'renamed' },
  ...(before !== undefined && { previous_filename: before }),
});

const reviewAnswer = ({ head }: Pull, id: number, { login, state, dismissed = false }: Pull['reviews'][number]) => ({
  ...{ id, state, dismissed, commit_id: state === 'REQUEST_REVIEW' ? '' : head.sha, official: true },
  user: login === null ? null : user(login),
  team: login === null ? { id: 1, name: 'checkout' } : null,
});

const commentAnswer = ({ id, login, body }: Comment) => ({ id, body, user: user(login) });
