/**
 * A stand-in of Azure DevOps with the repository `shop` of the project `Shop`, that keeps state and the rules as its
 * documentation has them. Shapes are held against Microsoft's own description by the proxy in front of it.
 */
import { basicOf, bearerOf, ok, StandInServer, type Answer, type Seen } from '../standInServer';

export interface Person {
  readonly id: string;
  readonly uniqueName: string;
  /** May be another than the name they sign in with. */
  readonly mail: string;
  readonly isActive: boolean;
}

export interface Reviewer {
  readonly id: string;
  vote: number;
  isRequired: boolean;
}

export interface Pull {
  readonly number: number;
  readonly author: string;
  readonly isDraft: boolean;
  readonly isOpen: boolean;
  readonly branch: string;
  /** `Shop/fork`; `null`: it comes from the repository itself. */
  readonly fork: string | null;
  readonly target: string;
  readonly reviewers: Reviewer[];
  /** `[now, before]`; before is left out where it is the same. */
  readonly files: readonly (readonly [string, string?])[];
  /** How often was pushed. */
  readonly pushes: number;
  /** Day it was merged. */
  readonly merged: string;
}

export interface Thread {
  readonly id: number;
  readonly pull: number;
  readonly status: string;
  readonly author: string;
  content: string;
}

/** `00000000-0000-0000-0000-00000000000N`, since ids are. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const repository = '/Shop/_apis/git/repositories/shop';

export class StandIn extends StandInServer {
  people: Person[] = [];
  groups: { readonly id: string; readonly name: string }[] = [];
  pulls: Pull[] = [];
  threads: Thread[] = [];
  /** What stands for an account: the secret → id. */
  secrets = new Map<string, string>();
  /** The newest version of the API it knows. */
  newest = 7.1;
  mayContribute = true;
  /** Votes that a call took back. */
  votesLost = 0;
  /** Comments of others that were edited. */
  trespasses: number[] = [];

  /** People 1 to 4: ana, ben, mei, zoe, who asks. */
  reset(): void {
    this.people = ['ana', 'ben', 'mei', 'zoe'].map((name, at) => ({
      ...{ id: idOf(at + 1), uniqueName: `${name}@acme.example`, mail: `${name}@mail.example`, isActive: true },
    }));
    this.groups = [{ id: idOf(50), name: '[Shop]\\Checkout' }];
    this.pulls = [];
    this.threads = [];
    this.secrets = new Map([['good', idOf(4)]]);
    this.newest = 7.1;
    this.mayContribute = true;
    this.votesLost = 0;
    this.trespasses = [];
    this.forget();
  }

  addPull(pull: Partial<Pull> = {}): Pull {
    const number = this.pulls.length + 1;
    const made: Pull = {
      ...{ number, author: idOf(4), isDraft: false, isOpen: true, branch: 'work', fork: null, target: 'main' },
      ...{ reviewers: [], files: [], pushes: 1, merged: '2026-06-15' },
      ...pull,
    };
    this.pulls.push(made);
    return made;
  }

  protected answer(seen: Seen): Answer {
    const { pathname, searchParams } = new URL(seen.path, 'http://stand.in');
    const caller = this.secrets.get(bearerOf(seen) ?? basicOf(seen)?.replace(/^:/, '') ?? '');
    if (caller === undefined) return { status: 401, data: '' };
    const version = Number.parseFloat(searchParams.get('api-version') ?? '');
    if (!(version <= this.newest))
      return problem(400, `The requested REST API version of ${version} is out of range for this server.`);
    const path = pathname.replace(/^\/[^/]+/, '');
    if (path === '/_apis/connectionData') return ok({ authenticatedUser: { id: caller } });
    if (path === '/_apis/identities')
      return this.#identities(searchParams.get('searchFilter') ?? '', searchParams.get('filterValue') ?? '');
    if (!path.startsWith(repository)) return problem(404, 'TF401019: The Git repository does not exist.');
    const [, number = '', rest = ''] = /^\/pull[rR]equests(?:\/(\d+)(.*))?$/.exec(path.slice(repository.length)) ?? [];
    if (number === '') return this.#list(searchParams);
    const pull = this.pulls.find((one) => one.number === Number(number));
    if (pull === undefined) return problem(404, 'TF401180: The requested pull request was not found.');
    if (seen.method === 'GET' && rest === '') return ok(this.#pull(pull));
    if (seen.method === 'GET' && rest === '/threads')
      return list(this.threads.filter((thread) => thread.pull === pull.number).map((one) => this.#thread(one)));
    if (seen.method === 'GET' && rest === '/iterations')
      return list(Array.from({ length: pull.pushes }, (_, at) => ({ id: at + 1 })));
    const [, iteration] = /^\/iterations\/(\d+)\/changes$/.exec(rest) ?? [];
    if (iteration !== undefined) return changes(pull, Number(iteration), Number(searchParams.get('$top') ?? 100));
    if (!this.mayContribute) return problem(403, "TF401027: You need the Git 'PullRequestContribute' permission.");
    const [, reviewer] = /^\/reviewers\/(.+)$/.exec(rest) ?? [];
    if (seen.method === 'DELETE' && reviewer !== undefined) return remove(pull, reviewer);
    const body = JSON.parse(seen.body) as Readonly<Record<string, unknown>>;
    if (seen.method === 'PUT' && reviewer !== undefined) return this.#ask(pull, reviewer, caller, body);
    if (seen.method === 'POST' && rest === '/threads') return this.#write(pull, caller, body);
    const [, thread] = /^\/threads\/(\d+)\/comments\/1$/.exec(rest) ?? [];
    if (seen.method === 'PATCH' && thread !== undefined) return this.#edit(Number(thread), caller, body);
    return problem(404, 'Not Found');
  }

  /** `General` knows names and accounts, and finds more than was meant; `MailAddress` addresses alone. */
  #identities(filter: string, value: string): Answer {
    const wanted = value.toLowerCase();
    const people = this.people.filter(({ uniqueName, mail }) =>
      filter === 'MailAddress' ? mail === wanted : uniqueName.toLowerCase().startsWith(wanted),
    );
    const groups = filter === 'General' ? this.groups.filter(({ name }) => name.toLowerCase().endsWith(wanted)) : [];
    return list([
      ...people.map(({ id, uniqueName, mail, isActive }) => ({
        ...{ id, isActive, providerDisplayName: uniqueName },
        properties: {
          SchemaClassName: property('User'),
          ...(uniqueName.includes('\\')
            ? { Domain: property(uniqueName.split('\\')[0]!), Account: property(uniqueName.split('\\')[1]!) }
            : { Account: property(uniqueName) }),
          Mail: property(mail),
        },
      })),
      ...groups.map(({ id, name }) => ({
        ...{ id, isActive: true, isContainer: true, providerDisplayName: name },
        properties: { SchemaClassName: property('Group'), Account: property(name.split('\\')[1]!) },
      })),
    ]);
  }

  #list(query: URLSearchParams): Answer {
    const ref = query.get('searchCriteria.sourceRefName');
    const isActive = query.get('searchCriteria.status') === 'active';
    const found = this.pulls.filter(
      (pull) => pull.isOpen === isActive && (ref === null || ref === `refs/heads/${pull.branch}`),
    );
    const skip = Number(query.get('$skip') ?? 0);
    // The newest first.
    const part = found.toReversed().slice(skip, skip + Number(query.get('$top') ?? 100));
    return list(part.map((one) => this.#pull(one)));
  }

  /** Whoever is there is asked anew: the vote is set to that of the call. */
  #ask(pull: Pull, id: string, caller: string, { vote, isRequired }: Readonly<Record<string, unknown>>): Answer {
    if (id !== caller && vote !== 0) return problem(400, 'You can only set the vote of others to 0.');
    if (![...this.people, ...this.groups].some((one) => one.id === id))
      return problem(400, `TF400898: No identity with the id ${id} was found.`);
    const there = pull.reviewers.find((one) => one.id === id);
    if (there !== undefined) {
      if (there.vote !== 0) this.votesLost += 1;
      there.vote = 0;
      there.isRequired = isRequired === true;
    } else pull.reviewers.push({ id, vote: 0, isRequired: isRequired === true });
    return ok(this.#reviewer(pull.reviewers.find((one) => one.id === id)!));
  }

  #write({ number }: Pull, author: string, { comments, status }: Readonly<Record<string, unknown>>): Answer {
    const [first] = comments as readonly { readonly content: string }[];
    const made = { id: this.threads.length + 1, pull: number, status: String(status), author, content: first!.content };
    this.threads.push(made);
    return ok(this.#thread(made));
  }

  #edit(id: number, caller: string, { content }: Readonly<Record<string, unknown>>): Answer {
    const thread = this.threads.find((one) => one.id === id);
    if (thread === undefined) return problem(404, 'TF401184: The thread was not found.');
    if (thread.author !== caller) this.trespasses.push(id);
    thread.content = String(content);
    return ok(this.#comment(thread));
  }

  #identity(id: string): { readonly id: string; readonly displayName: string; readonly uniqueName: string } {
    const person = this.people.find((one) => one.id === id);
    const group = this.groups.find((one) => one.id === id);
    const name = person?.uniqueName ?? `vstfs:///Classification/${id}`;
    return { id, displayName: group?.name ?? name, uniqueName: name };
  }

  #reviewer({ id, vote, isRequired }: Reviewer): unknown {
    const isGroup = this.groups.some((one) => one.id === id);
    const optional = { ...(isRequired && { isRequired }), ...(isGroup && { isContainer: true }) };
    return { ...this.#identity(id), vote, hasDeclined: false, ...optional };
  }

  #pull({ number, author, isDraft, isOpen, branch, fork, target, reviewers, merged }: Pull): unknown {
    const [project = '', name = ''] = fork?.split('/') ?? [];
    return {
      ...{ pullRequestId: number, title: 'Charge once', isDraft, status: isOpen ? 'active' : 'completed' },
      ...{
        createdBy: this.#identity(author),
        sourceRefName: `refs/heads/${branch}`,
        targetRefName: `refs/heads/${target}`,
      },
      ...(!isOpen && { closedDate: `${merged}T12:00:00Z`, lastMergeCommit: { commitId: 'b'.repeat(40) } }),
      lastMergeSourceCommit: { commitId: 'a'.repeat(40) },
      repository: { id: idOf(90), name: 'shop', project: { id: idOf(91), name: 'Shop' } },
      ...(fork !== null && {
        forkSource: { repository: { id: idOf(92), name, project: { id: idOf(91), name: project } } },
      }),
      reviewers: reviewers.map((one) => this.#reviewer(one)),
    };
  }

  #comment = ({ author, content }: Thread): unknown => ({
    ...{ id: 1, parentCommentId: 0, author: this.#identity(author), content, commentType: 'text' },
  });

  #thread = (thread: Thread): unknown => ({
    ...{ id: thread.id, status: thread.status, isDeleted: false, comments: [this.#comment(thread)] },
  });
}

/** With the reviewer goes the vote. */
function remove({ reviewers }: Pull, id: string): Answer {
  const at = reviewers.findIndex((one) => one.id === id);
  if (at < 0) return problem(404, 'TF401186: The reviewer was not found.');
  reviewers.splice(at, 1);
  return { status: 200, data: '' };
}

/** The last push has all of it; those before had less. */
function changes({ files, pushes }: Pull, iteration: number, top: number): Answer {
  const all = iteration === pushes ? files : files.slice(0, 1);
  const isMore = all.length > top;
  const changeEntries = all.slice(0, top).map(([path, before], at) => ({
    ...{ changeId: at + 1, changeTrackingId: at + 1, item: { objectId: 'c'.repeat(40), path: `/${path}` } },
    ...(before === undefined ? { changeType: 'edit' } : { changeType: 'edit, rename', originalPath: `/${before}` }),
  }));
  return ok({ changeEntries, ...(isMore && { nextSkip: top, nextTop: top }) });
}

const property = (value: string) => ({ $type: 'System.String', $value: value });
const list = (value: readonly unknown[]): Answer => ok({ count: value.length, value });
const problem = (status: number, message: string): Answer => ({
  status,
  data: { $id: '1', innerException: null, message, typeKey: 'Exception', errorCode: 0 },
});
