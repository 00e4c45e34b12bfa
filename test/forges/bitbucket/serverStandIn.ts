/**
 * A stand-in of Bitbucket Data Center with the repository `SHOP/shop`, that keeps state and the rules as its documentation
 * has them and as others met them.
 */
import { basicOf, bearerOf, ok, StandInServer, type Answer, type Seen } from '../standInServer';

export interface Reviewer {
  readonly name: string;
  status: 'UNAPPROVED' | 'NEEDS_WORK' | 'APPROVED';
}

export interface Pull {
  readonly id: number;
  version: number;
  title: string;
  description: string | undefined;
  readonly author: string;
  readonly isDraft: boolean;
  readonly isOpen: boolean;
  readonly branch: string;
  readonly from: string;
  readonly into: string;
  readonly target: string;
  reviewers: Reviewer[];
  /** Day it last changed, or was merged. */
  readonly updated: string;
  readonly files: readonly {
    readonly path: string;
    readonly type: 'MODIFY' | 'MOVE' | 'COPY';
    readonly from?: string;
  }[];
  /** The commit it was merged by, where one was made. */
  readonly mergeCommit: string | null;
}

export interface Comment {
  readonly id: number;
  version: number;
  readonly author: string;
  text: string;
}

const exception = (name: string): string => `com.atlassian.bitbucket.pull.${name}`;

export class ServerStandIn extends StandInServer {
  /** Those who may read the repository; the others are nobody there. */
  users = new Set<string>();
  pulls: Pull[] = [];
  comments: Comment[] = [];
  /** Names that a call took off a list. */
  removed: string[] = [];
  trespasses: number[] = [];
  secrets = new Map<string, string>();

  reset(): void {
    this.users = new Set(['ana', 'ben', 'mei', 'zoe']);
    this.pulls = [];
    this.comments = [];
    this.removed = [];
    this.trespasses = [];
    this.secrets = new Map([['good', 'zoe']]);
    this.forget();
  }

  addPull(pull: Partial<Pull> = {}): Pull {
    const made: Pull = {
      ...{ id: this.pulls.length + 1, version: 0, title: 'Charge once', description: 'Because.', author: 'zoe' },
      ...{ isDraft: false, isOpen: true, branch: 'work', from: 'SHOP/shop', into: 'SHOP/shop', target: 'main' },
      ...{ reviewers: [], updated: '2026-06-15', files: [], mergeCommit: null },
      ...pull,
    };
    this.pulls.push(made);
    return made;
  }

  protected answer(seen: Seen): Answer {
    const caller = this.secrets.get(basicOf(seen) ?? bearerOf(seen) ?? '');
    if (caller === undefined) return problem(401, { message: 'Authentication failed.' });
    const answer = this.#answer(seen, new URL(seen.path, 'http://stand.in'), caller);
    return { ...answer, headers: { 'x-ausername': encodeURIComponent(caller) } };
  }

  #answer({ method, body: text }: Seen, url: URL, caller: string): Answer {
    const path = /^\/rest\/api\/1\.0\/projects\/([^/]+)\/repos\/([^/]+)\/pull-requests(?:\/(\d+)(.*))?$/;
    const [, key = '', slug = '', number, rest = ''] = path.exec(url.pathname) ?? [];
    const project = `${decodeURIComponent(key)}/${decodeURIComponent(slug)}`;
    if (key === '') return problem(404, { message: 'Not found.' });
    if (number === undefined) return this.#list(project, url);
    const pull = this.pulls.find((one) => one.id === Number(number) && one.into === project);
    if (pull === undefined) return problem(404, { message: `Pull request ${number} does not exist.` });
    const body = (text === '' ? {} : JSON.parse(text)) as Body;
    const [, comment] = /^\/comments\/(\d+)$/.exec(rest) ?? [];
    if (comment !== undefined && method === 'PUT') return this.#edit(Number(comment), caller, body);
    switch (`${method} ${rest}`) {
      case 'GET ':
        return ok(pullAnswer(pull));
      case 'PUT ':
        return this.#change(pull, body);
      case 'GET /changes':
        return this.#part(pull.files.map(fileAnswer), url);
      case 'GET /activities': {
        const others = [
          { id: 1, action: 'OPENED' },
          { id: 2, action: 'RESCOPED' },
        ];
        const said = this.comments.map((one) => ({
          ...{ id: one.id + 5000, action: 'COMMENTED', commentAction: 'ADDED', comment: commentAnswer(one) },
        }));
        return this.#part([...said.toReversed(), ...others], url);
      }
      case 'POST /comments': {
        const made = { id: this.comments.length + 900, version: 0, author: caller, text: body.text! };
        this.comments.push(made);
        return { status: 201, data: commentAnswer(made) };
      }
    }
    return problem(404, { message: 'Not found.' });
  }

  /** `OUTGOING`: what leaves from here, wherever it goes to. */
  #list(project: string, url: URL): Answer {
    const { direction, at, state, order } = Object.fromEntries(url.searchParams);
    const found = this.pulls.filter(
      (pull) =>
        (direction === 'OUTGOING'
          ? pull.from === project && `refs/heads/${pull.branch}` === at
          : pull.into === project) && pull.isOpen === (state === 'OPEN'),
    );
    if (order === 'NEWEST') found.sort((a, b) => b.updated.localeCompare(a.updated));
    return this.#part(found.map(pullAnswer), url);
  }

  /** Replaces, for the version that was read. */
  #change(pull: Pull, { version, title, description, reviewers = [] }: Body): Answer {
    if (version !== pull.version)
      return problem(409, {
        message: 'You are attempting to modify a pull request based on out-of-date information.',
        ...{ exceptionName: exception('PullRequestOutOfDateException'), currentVersion: pull.version },
      });
    const names = reviewers.map(({ user }) => user.name);
    const reviewerErrors = names.flatMap((name) =>
      name === pull.author
        ? [{ context: name, message: `${name} is the author.`, exceptionName: null }]
        : this.users.has(name.toLowerCase())
          ? []
          : [{ context: name, message: `${name} is not a user.`, exceptionName: null }],
    );
    if (reviewerErrors.length > 0)
      return problem(409, {
        ...{ context: 'reviewers', message: 'Errors encountered while adding some reviewers to this pull request.' },
        ...{ exceptionName: exception('InvalidPullRequestReviewersException'), reviewerErrors, validReviewers: [] },
      });
    const there = pull.reviewers;
    this.removed.push(...there.map(({ name }) => name).filter((name) => !names.includes(name)));
    pull.reviewers = names.map(
      (name) => there.find((one) => one.name === name) ?? { name: name.toLowerCase(), status: 'UNAPPROVED' },
    );
    pull.title = title ?? pull.title;
    pull.description = description;
    pull.version += 1;
    return ok(pullAnswer(pull));
  }

  #edit(id: number, caller: string, { text, version }: Body): Answer {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return problem(404, { message: 'No such comment.' });
    if (version !== comment.version) return problem(409, { message: 'The comment was edited by somebody else.' });
    if (comment.author !== caller) this.trespasses.push(id);
    comment.text = text!;
    comment.version += 1;
    return ok(commentAnswer(comment));
  }

  #part(values: readonly unknown[], url: URL): Answer {
    const limit = Math.min(Number(url.searchParams.get('limit') ?? 25), this.pageSize);
    const start = Number(url.searchParams.get('start') ?? 0);
    const isLastPage = start + limit >= values.length;
    const part = values.slice(start, start + limit);
    return ok({
      size: part.length,
      limit,
      start,
      isLastPage,
      values: part,
      nextPageStart: isLastPage ? null : start + limit,
    });
  }
}

interface Body {
  readonly version?: number;
  readonly title?: string;
  readonly description?: string;
  readonly reviewers?: readonly { readonly user: { readonly name: string } }[];
  readonly text?: string;
}

const user = (name: string) => ({
  ...{
    name,
    slug: name.replace(/\W/g, '_'),
    emailAddress: `${name}@acme.example`,
    active: true,
    type: name.endsWith('-robot') ? 'SERVICE' : 'NORMAL',
  },
});

const ref = (project: string, branch: string) => {
  const [key = '', slug = ''] = project.split('/');
  return {
    ...{ id: `refs/heads/${branch}`, displayId: branch, latestCommit: 'a'.repeat(40) },
    repository: { slug, project: { key } },
  };
};

/** ms since 1970. */
const momentOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

const pathAnswer = (path: string): unknown => ({
  components: path.split('/'),
  name: path.split('/').at(-1),
  toString: path,
});
const fileAnswer = ({ path, type, from }: Pull['files'][number]): unknown => ({
  ...{ contentId: 'c'.repeat(40), type, nodeType: 'FILE', path: pathAnswer(path) },
  ...(from !== undefined && { srcPath: pathAnswer(from) }),
});

const pullAnswer = (pull: Pull): unknown => ({
  ...{ id: pull.id, version: pull.version, title: pull.title, description: pull.description, draft: pull.isDraft },
  ...{ state: pull.isOpen ? 'OPEN' : 'MERGED', author: { user: user(pull.author), role: 'AUTHOR' } },
  reviewers: pull.reviewers.map(({ name, status }) => ({
    ...{ user: user(name), role: 'REVIEWER', status, approved: status === 'APPROVED' },
    ...(status === 'APPROVED' && { lastReviewedCommit: 'a'.repeat(40) }),
  })),
  updatedDate: momentOf(pull.updated),
  ...(!pull.isOpen && { closedDate: momentOf(pull.updated), closed: true }),
  ...(pull.mergeCommit !== null && { properties: { mergeCommit: { id: pull.mergeCommit, displayId: 'x' } } }),
  ...{ fromRef: ref(pull.from, pull.branch), toRef: ref(pull.into, pull.target) },
  links: { self: [{ href: `https://git.example/projects/SHOP/repos/shop/pull-requests/${pull.id}` }] },
});

const commentAnswer = ({ id, version, author, text }: Comment): unknown => ({
  id,
  version,
  text,
  author: user(author),
});

const problem = (status: number, error: Readonly<Record<string, unknown>>): Answer => ({
  status,
  data: { errors: [{ context: null, exceptionName: null, ...error }] },
});
