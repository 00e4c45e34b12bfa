/** What is seen of the open requests of a project on its forge: all of them, and which paths those of others change. */
import type { ForgeKind, Person, Remote } from '../../core';
import {
  failureText,
  ForgeError,
  type ChangedPaths,
  type ForgeClient,
  type ForgeFailure,
  type ListedRequest,
} from '../../forges';
import { isAskedIn, isOwn } from './openRequestsPeople';

/** An open request of somebody else. */
export interface SeenRequest {
  readonly request: ListedRequest;
  /** Relative to the ownership file's root, those outside left out; `null`: not known yet, or not told. */
  readonly paths: readonly string[] | null;
  /** `false`: the forge tells only some of the paths. */
  readonly isComplete: boolean;
}

export interface SeenRequests {
  /** Those that changed last first. */
  readonly requests: readonly SeenRequest[];
  /** There may be more than were asked for. */
  readonly isCut: boolean;
  /** One sentence about what could not be read; holds words of the forge. */
  readonly trouble: string | null;
}

/** No more than these are looked at. */
export const mostRequests = 50;

const mostCallsAtOnce = 4;

/** After these failures the next call would fail in the same way. */
const endsAll: ReadonlySet<ForgeFailure['kind']> = new Set(['sign-in', 'sso', 'rate-limit', 'network', 'insecure']);

/** Forges whose list names whoever was asked, whatever they have done since. */
const listsReviewersForGood: ReadonlySet<ForgeKind> = new Set(['gitlab']);

/** Changed paths by what they depend on: a request that stays as it is costs no second call. */
export type KnownPaths = Map<string, ChangedPaths>;

export interface Looking {
  readonly client: ForgeClient;
  readonly remote: Remote;
  /** Whose own requests are left out. */
  readonly me: Person;
  /** Where the ownership file's root lies in the repository: `''` or `a/b/`. */
  readonly prefix: string;
  /** Filled on the way; what no open request needs any more is forgotten. */
  readonly known: KnownPaths;
  readonly signal: AbortSignal;
  /** Told as soon as the requests are there, before their paths are. */
  readonly listed: (seen: SeenRequests) => void;
}

/** Rejects with a `ForgeError` where the requests cannot be listed, and when the signal aborts. */
export async function seeOpenRequests(looking: Looking): Promise<SeenRequests> {
  const { client, remote, me, known, signal } = looking;
  const all = await client.openRequests(mostRequests, signal);
  const trouble = troubleOn(remote);
  const others = all.filter((request) => !isOwn(me, request, remote));
  const requests = await withoutReviewed(others, looking, trouble);
  const keys = new Set(requests.map(keyOf));
  for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
  const seen = (): SeenRequests => ({
    requests: requests.map((request) => seenAs(request, looking)),
    ...{ isCut: all.length >= mostRequests, trouble: trouble.text },
  });
  looking.listed(seen());
  const unread = requests.filter((request) => !known.has(keyOf(request)));
  await fewAtOnce(unread, trouble, async (request) => {
    known.set(keyOf(request), await client.changedPaths(request, signal));
  });
  return seen();
}

/** The requests, with those for whom the user is asked as they are read one by one where the list does not tell all. */
async function withoutReviewed(
  requests: readonly ListedRequest[],
  { client, remote, me, signal }: Looking,
  trouble: Trouble,
): Promise<readonly ListedRequest[]> {
  if (!listsReviewersForGood.has(remote.kind)) return requests;
  const read = new Map<number, ListedRequest>();
  const asked = requests.filter((request) => isAskedIn(me, request, remote));
  await fewAtOnce(asked, trouble, async (request) => {
    const { requested, aliases } = await client.readRequest(request.number, signal);
    read.set(request.number, { ...request, requested, ...(aliases === undefined ? {} : { aliases }) });
  });
  return requests.map((request) => read.get(request.number) ?? request);
}

/** What went wrong so far. */
interface Trouble {
  /** The first, in words. */
  readonly text: string | null;
  /** No call would work any more. */
  readonly isOver: boolean;
  readonly add: (failure: ForgeFailure) => void;
}

function troubleOn({ host }: Remote): Trouble {
  let text: string | null = null;
  let isOver = false;
  return {
    get text() {
      return text;
    },
    get isOver() {
      return isOver;
    },
    add(failure) {
      text ??= failureText(failure, host);
      isOver ||= endsAll.has(failure.kind);
    },
  };
}

/** Asks about each request until nothing works any more. Rejects where something else than the forge fails. */
async function fewAtOnce(
  requests: readonly ListedRequest[],
  trouble: Trouble,
  ask: (request: ListedRequest) => Promise<void>,
): Promise<void> {
  // One list for all who take from it.
  const waiting = requests.values();
  const take = async (): Promise<void> => {
    for (const request of waiting) {
      if (trouble.isOver) return;
      try {
        await ask(request);
      } catch (error) {
        if (!(error instanceof ForgeError)) throw error;
        trouble.add(error.failure);
      }
    }
  };
  await Promise.all(Array.from({ length: mostCallsAtOnce }, take));
}

function seenAs(request: ListedRequest, { known, prefix }: Looking): SeenRequest {
  const found = known.get(keyOf(request));
  if (found === undefined) return { request, paths: null, isComplete: false };
  const beneath = found.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  return { request, paths: beneath, isComplete: found.isComplete };
}

/** What the changed paths depend on. Without the commit whatever changes the request counts. */
const keyOf = ({ number, from, into, updated }: ListedRequest): string =>
  JSON.stringify([number, from.commit ?? updated, into.branch]);
