/** What GitHub's errors mean. Source: *Troubleshooting the REST API*, *Rate limits for the REST API*. */
import { ForgeError, oneLine, type ForgeFailure } from '../failure';
import { misdirected } from '../transport';

/** What Octokit rejects with. Without a `response` there was none. */
interface RequestTrouble {
  readonly message: string;
  readonly status: number;
  readonly cause?: unknown;
  readonly response?: { readonly headers: Readonly<Record<string, unknown>>; readonly data: unknown } | undefined;
}

/** Rethrows what a request to GitHub rejected with, as a `ForgeError`; faults of our own stay what they are. */
export function throwFailure(error: unknown, now: number): never {
  if (error instanceof ForgeError || !isTrouble(error)) throw error;
  throw new ForgeError(failureOf(error, now));
}

const isTrouble = (error: unknown): error is RequestTrouble =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && 'request' in error;

function failureOf({ message, status, response, cause }: RequestTrouble, now: number): ForgeFailure {
  if (response === undefined)
    return { kind: 'network', words: oneLine(isTimeout(cause) ? 'it takes too long' : message) };
  const words = wordsOf(response.data);
  const header = (name: string): string | null => {
    const value = response.headers[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  if (status === misdirected) return { kind: 'elsewhere', host: oneLine(String(response.data)) };
  if (status === 401) return { kind: 'sign-in' };
  const sso = header('x-github-sso');
  if (status === 403 && sso !== null) return { kind: 'sso', page: pageOf(sso) };
  const isLimited =
    header('x-ratelimit-remaining') === '0' || header('retry-after') !== null || /rate limit/i.test(words);
  if (status === 429 || (status === 403 && isLimited)) return { kind: 'rate-limit', until: untilOf(header, now) };
  if (status === 403 || status === 404) return { kind: 'no-access', words };
  return status >= 500 ? { kind: 'broken', status } : { kind: 'refused', words };
}

const isTimeout = (cause: unknown): boolean => cause instanceof Error && cause.name === 'TimeoutError';

/** `required; url=https://github.com/orgs/acme/sso?…`. */
const pageOf = (header: string): string | null => /url=(https:\/\/[^\s;,]+)/.exec(header)?.[1] ?? null;

/** ms since 1970. */
function untilOf(header: (name: string) => string | null, now: number): number | null {
  const seconds = Number(header('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds)) return now + seconds * 1000;
  const reset = Number(header('x-ratelimit-reset') ?? Number.NaN);
  return Number.isFinite(reset) && reset > 0 ? reset * 1000 : null;
}

/** `message`, with the words of `errors`, which may be texts or objects that have a `message`. */
export function wordsOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const { message, errors } = data as { readonly message?: unknown; readonly errors?: unknown };
  const details = (Array.isArray(errors) ? errors : []).flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    const detail: unknown = typeof one === 'object' && one !== null && 'message' in one ? one.message : null;
    return typeof detail === 'string' ? [detail] : [];
  });
  const all = [...(typeof message === 'string' && message !== '' ? [message] : []), ...details];
  return oneLine(all.join(': '));
}
