/** What can go wrong with a forge, and the sentences for it. */

/** `words` are the forge's, untrusted and in one line. */
export type ForgeFailure =
  /** 401. */
  | { readonly kind: 'sign-in' }
  /** 403, and 404: forges hide what one may not see. */
  | { readonly kind: 'no-access'; readonly words: string }
  /** The organisation wants the token to be authorised first; `page`: where, `null` where the forge does not say. */
  | { readonly kind: 'sso'; readonly page: string | null }
  /** `until`: ms since 1970, `null` where the forge does not say. */
  | { readonly kind: 'rate-limit'; readonly until: number | null }
  /** It understood and does not do it: 400, 409, 410, 422. */
  | { readonly kind: 'refused'; readonly words: string }
  /** It sends us to another host, where no token of this one is shown. */
  | { readonly kind: 'elsewhere'; readonly host: string }
  /** The token would travel in the clear. */
  | { readonly kind: 'insecure' }
  /** No answer: unreachable, cut off, too slow. */
  | { readonly kind: 'network'; readonly words: string }
  /** 5xx. */
  | { readonly kind: 'broken'; readonly status: number }
  /** An answer, but not of the shape that is documented; `what`: where it differs. */
  | { readonly kind: 'malformed'; readonly what: string };

/** What every call of a forge client rejects with, except where it was cancelled. Never holds a token. */
export class ForgeError extends Error {
  constructor(readonly failure: ForgeFailure) {
    super(failure.kind);
  }
}

/** The failure in one sentence for people; `host`: `github.com`. Holds words of the forge: not made visible yet. */
export function failureText(failure: ForgeFailure, host: string): string {
  switch (failure.kind) {
    case 'sign-in':
      return `${host} does not accept the token: it is wrong, has expired, or was withdrawn.`;
    case 'no-access':
      return `${host} gives this account no access${said(failure.words)}`;
    case 'sso':
      return `The organisation on ${host} wants the token to be authorised for single sign-on${failure.page === null ? '.' : `: ${failure.page}`}`;
    case 'rate-limit':
      return `${host} takes no more requests for now. ${failure.until === null ? 'Try again later.' : `Try again at ${timeText(failure.until)}.`}`;
    case 'refused':
      return `${host} refuses${said(failure.words)}`;
    case 'elsewhere':
      return `${host} sends on to ${failure.host}, where the token is not shown. If the project has moved, set the address of the remote anew.`;
    case 'insecure':
      return `The address of ${host} is not https, so the token is not sent.`;
    case 'network':
      return `${host} gives no answer${said(failure.words)}`;
    case 'broken':
      return `${host} has trouble of its own (${failure.status}). Try again later.`;
    case 'malformed':
      return `${host} answers with something else than it documents: ${failure.what}.`;
  }
}

const said = (words: string): string => (words === '' ? '.' : `: ${words}`);

/** To the second, UTC, since a log is read anywhere: `16:05:30 UTC`. */
const timeText = (until: number): string => `${new Date(until).toISOString().slice(11, 19)} UTC`;

const mostWords = 300;

/** Words of a forge in one line, no longer than anybody reads. */
export const oneLine = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= mostWords ? line : `${line.slice(0, mostWords)}…`;
};
