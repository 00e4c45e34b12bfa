/**
 * A stand-in of Gerrit with the project `acme/shop`, that keeps state and the rules as Gerrit's documentation has them.
 * The interfaces are the entities of *Changes endpoint*, as far as they are used.
 */
import { basicOf, ok, StandInServer, type Answer, type Seen } from '../standInServer';

export interface Account {
  readonly number: number;
  readonly username: string | null;
  readonly email: string;
  /** Known to the account itself, and not told to others. */
  readonly otherEmails: readonly string[];
  readonly isInactive: boolean;
  readonly isMachine?: boolean;
}

export interface Change {
  readonly number: number;
  readonly id: string;
  readonly project: string;
  readonly branch: string;
  readonly commit: string;
  readonly owner: number;
  readonly isDraft: boolean;
  isOpen: boolean;
  readonly reviewers: number[];
  readonly ccs: number[];
  readonly votes: Map<number, number>;
  /** Day it last changed. */
  readonly updated: string;
  /** Day it was merged; `null`: it was not. */
  readonly merged: string | null;
  /** Path → what became of it; missing: it was modified. */
  readonly files: Readonly<Record<string, { readonly status?: string; readonly old_path?: string }>>;
  readonly messages: { readonly author: number; readonly text: string; readonly tag: string | null }[];
}

interface AccountInfo {
  readonly _account_id: number;
  readonly username?: string | undefined;
  readonly email?: string;
  readonly tags?: readonly string[];
}

interface ReviewerResult {
  readonly input: string;
  readonly reviewers?: readonly AccountInfo[];
  readonly error?: string;
  readonly confirm?: boolean;
}

interface ReviewInput {
  readonly message?: string;
  readonly tag?: string;
  readonly reviewers?: readonly { readonly reviewer: string; readonly state?: string }[];
}

const project = 'acme/shop';
/** Groups of more are only asked after a confirmation. */
const smallGroup = 2;
/** A message names the patch set it was written at. */
const patchSet = 3;

export class StandIn extends StandInServer {
  protected override readonly prefix = ")]}'\n";

  accounts: Account[] = [];
  groups = new Map<string, readonly number[]>();
  changes: Change[] = [];
  version: '3.8' | '3.9' = '3.9';
  /** `user:password` → number of the account. */
  passwords = new Map<string, number>();
  /** Numbers of the accounts whose names the caller may not see. */
  hidden = new Set<number>();

  /** People 1 to 4: ana, ben, mei, zoe, who asks. */
  reset(): void {
    const [people, addresses] = [['ana', 'ben', 'mei', 'zoe'], 'acme.example'];
    this.accounts = people.map((username, at) => ({
      ...{ number: at + 1, username, email: `${username}@${addresses}`, isInactive: false },
      otherEmails: [`${username}@home.example`],
    }));
    this.groups = new Map();
    this.changes = [];
    this.version = '3.9';
    this.passwords = new Map([['zoe:good:word', 4]]);
    this.hidden = new Set();
    this.forget();
  }

  addChange(change: Partial<Change> = {}): Change {
    const number = this.changes.length + 1;
    const made: Change = {
      ...{ number, id: `I${'1'.repeat(40)}`, project, branch: 'main', commit: 'a'.repeat(40), owner: 4 },
      ...{ isDraft: false, isOpen: true, reviewers: [], ccs: [], votes: new Map<number, number>(), messages: [] },
      ...{ updated: '2026-06-15', merged: null, files: {} },
      ...change,
    };
    this.changes.push(made);
    return made;
  }

  protected answer(seen: Seen): Answer {
    const { pathname, searchParams } = new URL(seen.path, 'http://stand.in');
    const caller = this.passwords.get(basicOf(seen) ?? '');
    if (!pathname.startsWith('/a/')) return plainError(404, 'Not Found');
    if (caller === undefined) return plainError(401, 'Unauthorized');
    const parts = pathname.slice('/a/'.length).split('/').map(decodeURIComponent);
    const [endpoint, name = ''] = parts;
    const wanted = new Set(searchParams.getAll('o'));
    if (endpoint === 'accounts') {
      const account = this.#accountOf(name, caller);
      return account === null ? plainError(404, `Account '${name}' not found`) : ok(info(account));
    }
    if (endpoint === 'changes' && name === '') {
      const found = this.#query(searchParams.get('q') ?? '', wanted);
      return 'status' in found ? found : ok(found.slice(0, Number(searchParams.get('n') ?? 500)));
    }
    const change = this.changes.find((one) => name === `${one.project}~${one.number}`);
    if (endpoint !== 'changes' || change === undefined) return plainError(404, `Not found: ${name}`);
    const rest = parts.slice(2).join('/');
    if (seen.method === 'GET' && rest === '') return ok(this.#change(change, wanted));
    if (seen.method === 'GET' && rest === 'revisions/current/files/')
      return ok({ '/COMMIT_MSG': { status: 'A' }, ...change.files });
    if (seen.method === 'DELETE' && parts[2] === 'reviewers') return this.#remove(change, parts[3] ?? '', caller);
    if (seen.method === 'POST' && rest === 'revisions/current/review')
      return this.#review(change, caller, JSON.parse(seen.body) as ReviewInput);
    return plainError(404, `Not found: ${rest}`);
  }

  #query(query: string, wanted: ReadonlySet<string>): Answer | readonly unknown[] {
    const found: Change[] = [...this.changes];
    const tests: ((change: Change) => boolean)[] = [];
    for (const [, key = '', quoted, bare = ''] of query.matchAll(/(\w+):(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)) {
      const value = quoted?.replace(/\\(.)/g, '$1') ?? bare;
      if (key === 'change') tests.push((change) => change.id === value);
      else if (key === 'commit') tests.push((change) => change.commit.startsWith(value));
      else if (key === 'project') tests.push((change) => change.project === value);
      else if (key === 'status' && value === 'open') tests.push((change) => change.isOpen);
      else if (key === 'status' && value === 'merged') tests.push((change) => change.merged !== null);
      else if (key === 'after') tests.push((change) => change.updated >= value);
      else return plainError(400, `Unsupported operator ${key}:${value}`);
    }
    return found
      .filter((change) => tests.every((test) => test(change)))
      .sort((a, b) => b.updated.localeCompare(a.updated))
      .map((one) => this.#change(one, wanted));
  }

  /** With the reviewer go their votes. */
  #remove(change: Change, name: string, caller: number): Answer {
    const account = this.#accountOf(name, caller);
    const at = account === null ? -1 : change.reviewers.indexOf(account.number);
    if (account === null || at < 0) return plainError(404, `Not found: ${name}`);
    change.reviewers.splice(at, 1);
    change.votes.delete(account.number);
    return { status: 204, data: '' };
  }

  /** A whole name answers as well, and `self` is the caller. */
  #accountOf(name: string, caller: number): Account | null {
    const found = this.accounts.find(
      ({ number, username, email, otherEmails }) =>
        String(number) === name ||
        username === name ||
        `${username ?? ''} ACME` === name ||
        [email, ...otherEmails].includes(name) ||
        (name === 'self' && number === caller),
    );
    return found === undefined || this.hidden.has(found.number) ? null : found;
  }

  #review(change: Change, caller: number, { reviewers = [], message, tag }: ReviewInput): Answer {
    if (!change.isOpen) return plainError(409, 'change is closed');
    const results = new Map<string, ReviewerResult>();
    const added: number[] = [];
    for (const { reviewer: input, state = 'REVIEWER' } of reviewers) {
      if (state !== 'REVIEWER') return plainError(400, `Unexpected state ${state}`);
      const account = this.#accountOf(input, caller);
      const members = account === null ? this.groups.get(input) : [account.number];
      if (members === undefined)
        results.set(input, { input, error: `${input} does not identify a registered user or group` });
      else if (account?.isInactive === true) results.set(input, { input, error: `Account ${input} is inactive` });
      else if (account === null && members.length > smallGroup) results.set(input, { input, confirm: true });
      else {
        results.set(input, { input, reviewers: members.map((number) => info(this.#account(number))) });
        added.push(...members);
      }
    }
    // One who is refused keeps all the others out.
    if ([...results.values()].some(({ error, confirm }) => error !== undefined || confirm === true)) {
      const told = [...results].map(([input, result]) => [input, { ...result, reviewers: undefined }]);
      const data = { reviewers: Object.fromEntries(told) as unknown, error: 'error adding reviewer' };
      return { status: this.version === '3.9' ? 400 : 200, data };
    }
    for (const number of added) if (!change.reviewers.includes(number)) change.reviewers.push(number);
    if (message !== undefined)
      change.messages.push({ author: caller, text: `Patch Set ${patchSet}:\n\n${message}`, tag: tag ?? null });
    return ok({ reviewers: Object.fromEntries(results), ready: false });
  }

  #account = (number: number): Account => this.accounts.find((one) => one.number === number)!;

  /** Only what was asked for is told. */
  #change(change: Change, wanted: ReadonlySet<string>): unknown {
    const { number, id, branch, commit, owner, isDraft, reviewers, ccs, votes, messages, updated, merged } = change;
    const person = (one: number): AccountInfo =>
      wanted.has('DETAILED_ACCOUNTS') ? info(this.#account(one)) : { _account_id: one };
    const all = [...new Set([...reviewers, ...votes.keys()])].map((one) => ({
      ...person(one),
      value: votes.get(one) ?? 0,
    }));
    return {
      ...{
        _number: number,
        change_id: id,
        project: change.project,
        branch,
        subject: 'Charge once',
        owner: person(owner),
      },
      updated: `${updated} 12:00:00.000000000`,
      ...(merged !== null && { submitted: `${merged} 12:00:00.000000000` }),
      ...{ status: change.isOpen ? 'NEW' : 'ABANDONED', ...(isDraft ? { work_in_progress: true } : {}) },
      ...(wanted.has('CURRENT_REVISION') && {
        current_revision: commit,
        revisions: { [commit]: { _number: patchSet, ref: `refs/changes/0${number}/${number}/${patchSet}` } },
      }),
      ...(wanted.has('DETAILED_LABELS') && {
        labels: { 'Code-Review': { all }, Verified: { all: [{ ...person(owner), value: 1 }] } },
        reviewers: { REVIEWER: [...new Set([...reviewers, ...votes.keys()])].map(person), CC: ccs.map(person) },
      }),
      ...(wanted.has('MESSAGES') && {
        messages: messages.map(({ author, text, tag }, at) => ({
          ...{ id: String(at), author: person(author), message: text, _revision_number: patchSet },
          ...(tag === null ? {} : { tag }),
        })),
      }),
    };
  }
}

const info = ({ number, username, email, isMachine = false }: Account): AccountInfo => ({
  ...(isMachine ? { tags: ['SERVICE_USER'] } : {}),
  ...{ _account_id: number, email },
  ...(username === null ? {} : { username }),
});

const plainError = (status: number, text: string): Answer => ({ status, data: text });
