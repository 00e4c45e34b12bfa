/** What would be sent, from a suggestion and what the forge says of the request. Sends nothing. */
import { handleOn, type Ask, type ForgeKind, type Person, type ReviewVerdict } from '../core';
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
  /** The request as it was. */
  readonly before: RequestState;
}

/** What an account may be called; anything else, such as the name of a team, would fail the whole call. */
const plain = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,254}$/u;
/** Mail addresses too; of Windows `ACME\ana`. */
const withMail = /^[\p{L}\p{N}][\p{L}\p{N}._+@'\\-]{0,254}$/u;
const patterns: Readonly<Partial<Record<ForgeKind, RegExp>>> = {
  gerrit: withMail,
  azure: withMail,
  'bitbucket-server': withMail,
  // Nicknames, which may be of several words; ids such as `557058:0a1b…`; and `{0a1b…}`.
  bitbucket: /^(\{[0-9a-f-]{36}\}|[\p{L}\p{N}][\p{L}\p{N}._: -]{0,254})$/iu,
};

/** Forges that know people by their mail address as well, so that nobody needs a handle there. */
const byMail: ReadonlySet<ForgeKind> = new Set(['gerrit', 'azure']);

export interface ForgeHost {
  readonly kind: ForgeKind;
  /** The host whose handles count. */
  readonly host: string;
}

/** How somebody may be called there, best first; empty where the ownership file does not say. */
export function namesOn(person: Person, { kind, host }: ForgeHost): readonly string[] {
  const handle = handleOn(person, host);
  if (handle !== null) return [handle];
  return byMail.has(kind) ? person.emails : [];
}

/** `host`: the host whose handles count; `kind`: what it runs. */
export function planRequest(
  people: readonly Ask[],
  state: RequestState,
  host: string,
  kind: ForgeKind = 'github',
): RequestPlan {
  const send: PlannedAsk[] = [];
  const there: PersonThere[] = [];
  const unable: PersonUnable[] = [];
  for (const ask of people) {
    const names = namesOn(ask.person, { kind, host });
    const handle = names.find((name) => isKnown(name, state)) ?? names[0] ?? null;
    const words = objection(ask.person, handle, state, { host, kind });
    if (handle === null || words !== null) {
      unable.push({ ask, handle, words: words ?? '' });
      continue;
    }
    const as = placeOf(handle, state);
    if (as !== null) there.push({ ask, handle, as });
    else send.push({ ask, handle });
  }
  return { send, there, unable, before: state };
}

function objection({ name }: Person, handle: string | null, state: RequestState, on: ForgeHost): string | null {
  if (handle === null) {
    const what = byMail.has(on.kind) ? 'neither a handle nor a mail address' : 'no handle';
    return `The ownership file has ${what} of ${name} for ${on.host}.`;
  }
  if (!(patterns[on.kind] ?? plain).test(handle)) return `"${handle}" is no person's handle on ${on.host}.`;
  return isAuthor(handle, state) ? 'They opened the request.' : null;
}

/** Whether the request knows somebody of that name already. */
const isKnown = (handle: string, state: RequestState): boolean =>
  isAuthor(handle, state) || placeOf(handle, state) !== null;

const isAuthor = (handle: string, state: RequestState): boolean =>
  state.request.author !== null && isSameHandle(state.request.author, nameIn(state, handle));

/** As what somebody takes part already; `null`: they do not. A review that was dismissed leaves nobody there. */
export function placeOf(handle: string, state: RequestState): PersonThere['as'] | null {
  const name = nameIn(state, handle);
  if (state.requested.some((one) => isSameHandle(one, name))) return 'requested';
  const verdict = state.reviews.find((review) => isSameHandle(review.handle, name))?.verdict ?? 'dismissed';
  return verdict === 'dismissed' ? null : verdict;
}

/** What somebody says, under whatever name; also where they are asked again since. `null`: no verdict. */
export function verdictOf(person: Person, state: RequestState, on: ForgeHost): ReviewVerdict | null {
  const names = namesOn(person, on).map((name) => nameIn(state, name));
  const verdicts = state.reviews
    .filter(({ handle }) => names.some((name) => isSameHandle(handle, name)))
    .map(({ verdict }) => verdict);
  return (['approved', 'changes-requested'] as const).find((one) => verdicts.includes(one)) ?? null;
}

/** Whether somebody opened the request, under whatever name. */
export const isOpenedBy = (person: Person, state: RequestState, on: ForgeHost): boolean =>
  namesOn(person, on).some((name) => isAuthor(name, state));

/** How somebody is called there. */
export const nameIn = ({ aliases }: Pick<RequestState, 'aliases'>, handle: string): string =>
  aliases?.get(handle.toLowerCase()) ?? handle;
