/**
 * A stand-in of Bitbucket in the cloud with the repository `acme/shop`, that keeps state and the rules as its
 * documentation has them and as others met them.
 */
import { basicOf, bearerOf, ok, StandInServer, type Answer, type Seen } from '../standInServer';

export interface Account {
  readonly uuid: string;
  readonly nickname: string;
  readonly account_id: string;
  readonly type: 'user' | 'app_user';
}

export interface Pull {
  readonly id: number;
  title: string;
  readonly author: string | null;
  readonly isDraft: boolean;
  readonly isOpen: boolean;
  readonly branch: string;
  /** `null`: the copy it came from is gone. */
  readonly from: string | null;
  readonly target: string;
  /** UUIDs. */
  reviewers: string[];
  /** UUID → what they think. */
  readonly participants: Map<string, 'approved' | 'changes_requested' | null>;
  /** Day it last changed. */
  readonly updated: string;
  /** `[before, now]`; `null`: it was not there. */
  readonly files: readonly (readonly [string | null, string | null])[];
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  raw: string;
  readonly deleted: boolean;
}

/** `{…}`, since UUIDs have braces there. */
export const uuidOf = (number: number): string => `{00000000-0000-4000-8000-${String(number).padStart(12, '0')}}`;

const project = '/2.0/repositories/acme/shop';

export class CloudStandIn extends StandInServer {
  accounts: Account[] = [];
  inactive = new Set<string>();
  /** Those who have left the workspace. */
  strangers = new Set<string>();
  pulls: Pull[] = [];
  comments: Comment[] = [];
  trespasses: number[] = [];
  /** UUIDs that a call took off a list. */
  removed: string[] = [];
  /** What stands for an account: `mail:token` or a token → UUID. */
  secrets = new Map<string, string>();

  /** Accounts 1 to 4: ana, ben, mei, zoe, who asks. */
  reset(): void {
    this.accounts = ['ana', 'ben', 'mei', 'zoe'].map((nickname, at) => account(at + 1, nickname));
    this.inactive = new Set();
    this.strangers = new Set();
    this.pulls = [];
    this.comments = [];
    this.trespasses = [];
    this.removed = [];
    this.secrets = new Map([['zoe@acme.example:good', uuidOf(4)]]);
    this.forget();
  }

  addPull(pull: Partial<Pull> = {}): Pull {
    const made: Pull = {
      ...{ id: this.pulls.length + 1, title: 'Charge "once"', author: uuidOf(4), isDraft: false, isOpen: true },
      ...{ branch: 'work', from: 'acme/shop', target: 'main', reviewers: [], participants: new Map<string, null>() },
      ...{ updated: '2026-06-15', files: [] },
      ...pull,
    };
    this.pulls.push(made);
    return made;
  }

  protected answer(seen: Seen): Answer {
    const url = new URL(seen.path, 'http://stand.in');
    const caller = this.secrets.get(bearerOf(seen) ?? basicOf(seen) ?? '');
    if (caller === undefined) return problem(401, 'Token is invalid, expired, or not supported for this endpoint.');
    const self = this.accounts.find((one) => one.uuid === caller)!;
    if (url.pathname === '/2.0/user')
      return self.type === 'user' ? ok(self) : problem(403, 'This API is not accessible by access tokens.');
    if (url.pathname === '/2.0/workspaces/acme/members') {
      const members = this.accounts.filter(({ uuid, type }) => type === 'user' && !this.strangers.has(uuid));
      return this.#part(
        members.map((user) => ({ type: 'workspace_membership', user })),
        url,
      );
    }
    if (url.pathname.startsWith(`${project}/diffstat/`)) {
      const { files } = this.pulls.find(({ id }) => String(id) === url.searchParams.get('from_pullrequest_id'))!;
      return this.#part(files.map(fileAnswer), url);
    }
    const [, number = '', rest = ''] = new RegExp(`^${project}/pullrequests(?:/(\\d+)(.*))?$`).exec(url.pathname) ?? [];
    if (number === '') return url.pathname === `${project}/pullrequests` ? this.#list(url) : problem(404, 'Not found');
    const pull = this.pulls.find((one) => one.id === Number(number));
    if (pull === undefined) return problem(404, `No such pull request ${number}`);
    const [, comment] = /^\/comments\/(\d+)$/.exec(rest) ?? [];
    const body = (seen.body === '' ? {} : JSON.parse(seen.body)) as Body;
    if (comment !== undefined && seen.method === 'PUT') return this.#edit(Number(comment), caller, body);
    switch (`${seen.method} ${rest}`) {
      case 'GET ':
        return ok(this.#pull(pull, true));
      case 'PUT ':
        return this.#change(pull, body);
      case 'GET /diffstat': {
        // The list itself lies elsewhere.
        const location = `${project}/diffstat/acme/shop:aaaaaaaaaaaa?from_pullrequest_id=${pull.id}`;
        return { status: 302, data: '', headers: { location } };
      }
      case 'GET /comments':
        return this.#part(this.comments.map(this.#comment), url);
      case 'POST /comments':
        return this.#write(caller, body);
    }
    return problem(404, 'Not found');
  }

  #list(url: URL): Answer {
    const [state, fields] = ['state', 'fields'].map((key) => url.searchParams.get(key));
    if (state === 'OPEN' && url.searchParams.get('sort') === '-updated_on') {
      const open = this.pulls.filter(({ isOpen }) => isOpen).sort((a, b) => b.updated.localeCompare(a.updated));
      const isWhole = fields === '+values.reviewers,+values.participants';
      return this.#part(
        open.map((one) => this.#pull(one, isWhole)),
        url,
      );
    }
    const query = /^source\.branch\.name="((?:[^"\\]|\\.)*)" AND state="OPEN"$/.exec(url.searchParams.get('q') ?? '');
    if (query === null) return problem(400, 'Malformed query');
    const branch = query[1]!.replace(/\\(.)/g, '$1');
    const found = this.pulls.filter((pull) => pull.isOpen && pull.branch === branch);
    return this.#part(
      found.map((one) => this.#pull(one, false)),
      url,
    );
  }

  /** The whole list or nothing: one bad account is said without its name. */
  #change(pull: Pull, { title, reviewers }: Body): Answer {
    if (title === undefined) return problem(400, 'title: This field is required.', 'title');
    const uuids = (reviewers ?? []).map(({ uuid }) => uuid);
    const bad = uuids.find((uuid) => this.inactive.has(uuid) || !this.accounts.some((one) => one.uuid === uuid));
    if (bad !== undefined) return problem(400, 'reviewers: Malformed reviewers list', 'reviewers');
    const stranger = uuids.find((uuid) => this.strangers.has(uuid));
    if (stranger !== undefined)
      return problem(400, 'reviewers: Somebody is not a member of this workspace and cannot be added', 'reviewers');
    this.removed.push(...pull.reviewers.filter((uuid) => !uuids.includes(uuid)));
    pull.title = title;
    pull.reviewers = uuids;
    return ok(this.#pull(pull, true));
  }

  #write(author: string, { content }: Body): Answer {
    const made = { id: this.comments.length + 900, author, raw: content!.raw, deleted: false };
    this.comments.push(made);
    return { status: 201, data: this.#comment(made) };
  }

  #edit(id: number, caller: string, { content }: Body): Answer {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return problem(404, 'No such comment');
    if (comment.author !== caller) this.trespasses.push(id);
    comment.raw = content!.raw;
    return ok(this.#comment(comment));
  }

  /** A list tells neither reviewers nor participants. */
  #pull(
    { id, title, author, isDraft, branch, from, target, reviewers, participants, updated }: Pull,
    isWhole: boolean,
  ): unknown {
    const user = (uuid: string): Account => this.accounts.find((one) => one.uuid === uuid)!;
    return {
      ...{ type: 'pullrequest', id, title, draft: isDraft, author: author === null ? null : user(author) },
      updated_on: `${updated}T12:00:00.000000+00:00`,
      links: { html: { href: `https://bitbucket.org/acme/shop/pull-requests/${id}` } },
      source: {
        ...{ branch: { name: branch }, commit: { hash: 'a'.repeat(12) } },
        repository: from === null ? null : { full_name: from },
      },
      destination: { branch: { name: target }, repository: { full_name: 'acme/shop' } },
      ...(isWhole && {
        reviewers: reviewers.map(user),
        participants: [...new Set([...reviewers, ...participants.keys()])].map((uuid) => {
          const state = participants.get(uuid) ?? null;
          const role = reviewers.includes(uuid) ? 'REVIEWER' : 'PARTICIPANT';
          return { type: 'participant', user: user(uuid), role, state, approved: state === 'approved' };
        }),
      }),
    };
  }

  #comment = ({ id, author, raw, deleted }: Comment): unknown => ({
    ...{ id, deleted, content: { raw }, user: this.accounts.find((one) => one.uuid === author) },
  });

  #part(values: readonly unknown[], url: URL): Answer {
    const size = Math.min(Number(url.searchParams.get('pagelen') ?? 10), this.pageSize);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(`https://api.bitbucket.org${url.pathname}${url.search}`);
    next.searchParams.set('page', String(page + 1));
    const part = values.slice((page - 1) * size, page * size);
    return ok({ pagelen: size, page, values: part, ...(page * size < values.length && { next: next.href }) });
  }
}

interface Body {
  readonly title?: string;
  readonly reviewers?: readonly { readonly uuid: string }[];
  readonly content?: { readonly raw: string };
}

const fileAnswer = ([before, now]: readonly [string | null, string | null]): unknown => {
  const side = (path: string | null): unknown => (path === null ? null : { type: 'commit_file', path });
  const status = before === null ? 'added' : now === null ? 'removed' : before === now ? 'modified' : 'renamed';
  return { type: 'diffstat', status, lines_added: 1, lines_removed: 1, old: side(before), new: side(now) };
};

export const account = (number: number, nickname: string, type: Account['type'] = 'user'): Account => ({
  ...{ uuid: uuidOf(number), nickname, account_id: `557058:${number}`, type },
});

const problem = (status: number, message: string, field?: string): Answer => ({
  status,
  data: { type: 'error', error: { message, ...(field !== undefined && { fields: { [field]: [message] } }) } },
});
