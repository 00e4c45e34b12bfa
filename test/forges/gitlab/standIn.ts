/**
 * A stand-in of GitLab with one project, `acme/tools/shop`, and its copies, that keeps state and the rules as GitLab
 * documents them and as they were seen. Shapes are held against `api.yaml` by the proxy in front of it.
 */
import { StandInServer, type Answer, type Seen } from '../standInServer';

export interface MergeRequest {
  readonly iid: number;
  readonly title: string;
  readonly author: string;
  readonly isDraft: boolean;
  /** Number of the copy it comes from; `null`: that is gone. */
  readonly source: number | null;
  readonly branch: string;
  readonly sha: string | null;
  readonly into: string;
  isOpen: boolean;
  reviewers: string[];
  /** Of those who are listed as reviewers, if it is not `unreviewed`. */
  readonly states: Map<string, string>;
  approvedBy: string[];
  /** Day it last changed. */
  readonly updated: string;
  /** `[before, now]`. */
  readonly files: readonly (readonly [string, string])[];
  /** Whether a limit of the server cuts the files off. */
  readonly isCut: boolean;
  /** Missing: it is not merged. */
  readonly merged?: { readonly day: string; readonly commit: string | null; readonly squash: string | null };
}

export interface Note {
  readonly id: number;
  readonly iid: number;
  readonly username: string;
  body: string;
}

export interface User {
  readonly id: number;
  readonly state: string;
  /** Whether they see the request at all; whoever does not is left out of the reviewers without a word. */
  readonly maySee: boolean;
  readonly isBusy?: boolean;
}

/** Who a token stands for, and what they are in the project: 20 a reporter, 30 a developer; `null`: listed with no rights. */
export interface Account {
  readonly username: string;
  readonly level: number | null;
  readonly scope: 'api' | 'read_api';
}

export const project = 'acme/tools/shop';
export const here = 42;
const parameters = new Set([
  'state',
  'source_branch',
  'per_page',
  'page',
  'username',
  'sort',
  'order_by',
  'updated_after',
]);

export class StandIn extends StandInServer {
  accounts = new Map<string, Account>();
  users = new Map<string, User>();
  /** Copies by number. */
  forks = new Map<number, string>();
  requests: MergeRequest[] = [];
  notes: Note[] = [];
  /** Comments of others that were edited. */
  trespasses: number[] = [];
  /** Whether the tier lets a request have several reviewers. */
  isPaid = true;
  /** An old server has no list of what reviewers did, and no approvals. */
  isOld = false;

  /** Some people, no request, nothing seen; a developer with the token `good`. */
  reset(): void {
    this.accounts = new Map([['good', { username: 'zoe', level: 30, scope: 'api' }]]);
    const names = ['zoe', 'ana', 'ben', 'mei', 'kit'];
    this.users = new Map(names.map((name, at) => [name, { id: at + 10, state: 'active', maySee: true }]));
    this.forks = new Map([[77, 'zoe/shop']]);
    this.requests = [];
    this.notes = [];
    this.trespasses = [];
    this.forget();
    this.isPaid = true;
    this.isOld = false;
  }

  addRequest(request: Partial<MergeRequest> = {}): MergeRequest {
    const made: MergeRequest = {
      ...{ iid: this.requests.length + 1, title: 'Charge once', author: 'zoe', isDraft: false, source: here },
      ...{ branch: 'work', sha: 'a'.repeat(40), into: 'main', isOpen: true, reviewers: [], states: new Map() },
      ...{ approvedBy: [], updated: '2026-06-15', files: [], isCut: false },
      ...request,
    };
    this.requests.push(made);
    return made;
  }

  /** Somebody loses the right to see the request. */
  hideFrom(name: string): void {
    this.users.set(name, { ...this.users.get(name)!, maySee: false });
  }

  protected override answer(seen: Seen): Answer {
    const { method, path, headers, body } = seen;
    const { pathname, searchParams } = new URL(path, 'http://stand.in');
    const unknown = [...searchParams.keys()].find((key) => !parameters.has(key));
    if (unknown !== undefined) return trouble(500, `The stand-in knows no parameter ${unknown}`);
    const secret = headers['private-token'] ?? headers.authorization?.replace(/^Bearer /, '') ?? '';
    const account = this.accounts.get(String(secret));
    if (account === undefined) return trouble(401, '401 Unauthorized');
    if (method !== 'GET' && account.scope !== 'api') return outOfScope;
    if (pathname === '/user') return ok(this.#user(account.username));
    if (pathname === '/users') return this.#find(searchParams.get('username') ?? '');
    const [, named] = /^\/users\/([^/]+)\/status$/.exec(pathname) ?? [];
    if (named !== undefined) return this.#status(decodeURIComponent(named));

    const [, id = '', rest = ''] = /^\/projects\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
    const which = decodeURIComponent(id).toLowerCase();
    const fork = [...this.forks].find(([number, name]) => which === String(number) || which === name);
    if (fork !== undefined && rest === '') return ok(this.#project(fork[0], fork[1], account));
    if (which !== project && which !== String(here)) return trouble(404, '404 Project Not Found');

    const at = `${method} ${rest.replace(/\/\d+(?=\/|$)/g, '/N').replace(/[0-9a-f]{40}/, 'SHA')}`;
    const [iid = 0, note = 0] = [...rest.matchAll(/\/(\d+)(?=\/|$)/g)].map(([, digits]) => Number(digits));
    const list = (all: readonly unknown[]): Answer => this.page(all, seen, 'per_page');
    switch (at) {
      case 'GET ':
        return ok(this.#project(here, project, account));
      case 'GET /merge_requests':
        return list(this.#filtered(searchParams).map((one) => this.#request(one)));
      case 'GET /repository/commits/SHA/merge_requests': {
        const found = this.requests.filter(({ sha }) => sha !== null && rest.includes(sha));
        return found.length === 0 ? trouble(404, '404 Commit Not Found') : list(found.map((one) => this.#request(one)));
      }
    }
    const request = this.requests.find((one) => one.iid === iid);
    if (request === undefined) return trouble(404, '404 Not found');
    switch (at) {
      case 'GET /merge_requests/N':
        return ok({ ...this.#request(request), changes_count: `${request.files.length}${request.isCut ? '+' : ''}` });
      case 'GET /merge_requests/N/diffs':
        return list(request.files.map(diff));
      case 'PUT /merge_requests/N':
        return this.#replace(account, request, body);
      case 'GET /merge_requests/N/reviewers':
        return this.isOld
          ? trouble(404, '404 Not Found')
          : ok(request.reviewers.map((name) => this.#reviewer(request, name)));
      case 'GET /merge_requests/N/approvals':
        return this.isOld ? trouble(404, '404 Not Found') : ok(this.#approvals(request, account));
      case 'GET /merge_requests/N/notes':
        return list(this.notes.filter((one) => one.iid === iid).map((one) => this.#note(one)));
      case 'POST /merge_requests/N/notes':
        return this.#write(account, iid, body);
      case 'PUT /merge_requests/N/notes/N':
        return this.#edit(account, note, body);
    }
    return trouble(404, '404 Not Found');
  }

  #filtered(query: URLSearchParams): readonly MergeRequest[] {
    const branch = query.get('source_branch');
    const state = query.get('state') ?? 'all';
    const after = query.get('updated_after') ?? '';
    const found = this.requests
      .filter(({ isOpen }) => state === 'all' || isOpen === (state === 'opened'))
      .filter((one) => branch === null || one.branch === branch)
      .filter(({ updated }) => `${updated}T12:00:00Z` > after);
    const isByUpdate = query.get('order_by') === 'updated_at' && query.get('sort') !== 'asc';
    return isByUpdate ? found.sort((a, b) => b.updated.localeCompare(a.updated)) : found;
  }

  #status(username: string): Answer {
    const found = this.users.get(username.toLowerCase());
    if (found === undefined) return trouble(404, '404 User Not Found');
    const availability = found.isBusy === true ? 'busy' : 'not_set';
    return ok({ emoji: null, availability, message: null, message_html: '', clear_status_at: null });
  }

  /** The list becomes the one that is sent, as far as that goes; all of it is well with 200. */
  #replace({ username, level }: Account, request: MergeRequest, body: string): Answer {
    if ((level ?? 30) < 30 && username !== request.author) return trouble(403, '403 Forbidden');
    const { reviewer_ids: ids } = JSON.parse(body) as { readonly reviewer_ids: readonly number[] };
    const counted = this.isPaid ? ids : ids.slice(0, 1);
    // Zero is nobody.
    if (ids.length === 1 && ids[0] === 0) request.reviewers = [];
    const able = counted.flatMap((id) => [...this.users].filter(([, one]) => one.id === id && one.maySee));
    // Where none of them may be, nothing changes.
    if (able.length > 0) request.reviewers = able.map(([name]) => name);
    return ok(this.#request(request));
  }

  #find(username: string): Answer {
    const name = [...this.users.keys()].find((one) => one.toLowerCase() === username.toLowerCase());
    return ok(name === undefined ? [] : [this.#user(name)]);
  }

  #write({ username }: Account, iid: number, text: string): Answer {
    const { body } = JSON.parse(text) as { readonly body: string };
    const made = { id: this.notes.length + 900, iid, username, body };
    this.notes.push(made);
    return { status: 201, data: this.#note(made) };
  }

  #edit({ username }: Account, id: number, text: string): Answer {
    const note = this.notes.find((one) => one.id === id);
    if (note === undefined) return trouble(404, '404 Not found');
    // A maintainer may edit what others say; the client must not.
    if (note.username !== username) this.trespasses.push(id);
    note.body = (JSON.parse(text) as { readonly body: string }).body;
    return ok(this.#note(note));
  }

  #user(username: string): unknown {
    const { id = 1, state = 'active' } = this.users.get(username) ?? {};
    return { id, username, name: username, state, avatar_url: null, web_url: `https://git.example/${username}` };
  }

  #project(id: number, path: string, { level }: Account): unknown {
    const access = level === null ? null : { access_level: level, notification_level: 3 };
    return {
      ...{ id, name: 'shop', path: 'shop', path_with_namespace: path, default_branch: 'main' },
      ...{ web_url: `https://git.example/${path}`, permissions: { project_access: null, group_access: access } },
    };
  }

  #request(request: MergeRequest): object {
    const { iid, title, author, isDraft, source, branch, sha, into, isOpen, reviewers, updated, merged } = request;
    return {
      ...{ created_at: '2026-06-01T12:00:00Z', updated_at: `${updated}T12:00:00.000Z` },
      merged_at: merged === undefined ? null : `${merged.day}T12:00:00.000Z`,
      ...{ merge_commit_sha: merged?.commit ?? null, squash_commit_sha: merged?.squash ?? null },
      ...{ id: iid + 5000, iid, project_id: here, title, state: isOpen ? 'opened' : 'merged' },
      ...{ source_branch: branch, target_branch: into, source_project_id: source, target_project_id: here },
      ...{ author: this.#user(author), assignees: [], reviewers: reviewers.map((name) => this.#user(name)) },
      ...{ draft: isDraft, work_in_progress: isDraft, sha },
      web_url: `https://git.example/${project}/-/merge_requests/${iid}`,
      references: { short: `!${iid}`, relative: `!${iid}`, full: `${project}!${iid}` },
    };
  }

  #reviewer(request: MergeRequest, name: string): unknown {
    const state = request.states.get(name) ?? 'unreviewed';
    return { user: this.#user(name), state, created_at: '2026-06-15T12:00:00Z' };
  }

  #approvals({ approvedBy }: MergeRequest, { username }: Account): unknown {
    return {
      ...{ approved: approvedBy.length > 0, approved_by: approvedBy.map((name) => ({ user: this.#user(name) })) },
      ...{ user_can_approve: false, user_has_approved: approvedBy.includes(username) },
    };
  }

  #note({ id, body, username }: Note): unknown {
    const author = this.#user(username);
    return { id, body, author, system: false, noteable_type: 'MergeRequest', created_at: '2026-06-15T12:00:00Z' };
  }
}

const diff = ([before, now]: readonly [string, string]): unknown => ({
  ...{ old_path: before, new_path: now, a_mode: '100644', b_mode: '100644', diff: '' },
  ...{ new_file: false, renamed_file: before !== now, deleted_file: false },
});

const ok = (data: unknown): Answer => ({ status: 200, data });
const trouble = (status: number, message: unknown): Answer => ({ status, data: { message } });
const outOfScope: Answer = {
  status: 403,
  data: {
    error: 'insufficient_scope',
    error_description: 'The request requires higher privileges than provided by the access token.',
    scope: 'api',
  },
};
