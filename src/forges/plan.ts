/** What would be sent, from a suggestion and what the forge says of the request. Sends nothing. */
import { handleOn, type Ask, type Person } from '../core';
import { isSameHandle, type RequestState, type Verdict } from './forge';

/** Somebody who is asked, under the handle that was chosen for the host. */
export interface PlannedAsk {
  readonly ask: Ask;
  readonly handle: string;
}

/** Somebody for whom nothing has to be sent. */
export interface PersonThere extends PlannedAsk {
  readonly as: 'requested' | Exclude<Verdict, 'dismissed'>;
}

/** Somebody who cannot be asked there. `words`: why, a sentence of ours. */
export interface PersonUnable {
  readonly ask: Ask;
  readonly handle: string | null;
  readonly words: string;
}

/** Each person of the suggestion is in one of the lists, in the suggestion's order. */
export interface RequestPlan {
  readonly send: readonly PlannedAsk[];
  readonly there: readonly PersonThere[];
  readonly unable: readonly PersonUnable[];
}

/** What an account may be called; anything else, such as the name of a team, would fail the whole call. */
const handlePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,254}$/u;

/** `host`: the host whose handles count. */
export function planRequest(people: readonly Ask[], state: RequestState, host: string): RequestPlan {
  const send: PlannedAsk[] = [];
  const there: PersonThere[] = [];
  const unable: PersonUnable[] = [];
  for (const ask of people) {
    const handle = handleOn(ask.person, host);
    const words = objection(ask.person, handle, state, host);
    if (handle === null || words !== null) {
      unable.push({ ask, handle, words: words ?? '' });
      continue;
    }
    const as = placeOf(handle, state);
    if (as !== null) there.push({ ask, handle, as });
    else send.push({ ask, handle });
  }
  return { send, there, unable };
}

function objection({ name }: Person, handle: string | null, { request }: RequestState, host: string): string | null {
  if (handle === null) return `The ownership file has no handle of ${name} for ${host}.`;
  if (!handlePattern.test(handle)) return `"${handle}" is no person's handle on ${host}.`;
  const isAuthor = request.author !== null && isSameHandle(request.author, handle);
  return isAuthor ? 'They opened the request.' : null;
}

/** As what somebody takes part already; `null`: they do not. A review that was dismissed leaves nobody there. */
export function placeOf(handle: string, { requested, reviews }: RequestState): PersonThere['as'] | null {
  if (requested.some((one) => isSameHandle(one, handle))) return 'requested';
  const verdict = reviews.find((review) => isSameHandle(review.handle, handle))?.verdict ?? 'dismissed';
  return verdict === 'dismissed' ? null : verdict;
}
