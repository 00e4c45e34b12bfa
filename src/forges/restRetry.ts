/** Sends again what may happen twice, and waits for as long as a forge tells. */
import { ForgeError, oneLine } from './failure';
import type { RestAnswer } from './restAnswer';

/** Longer waits are told, not waited for. Seconds. */
const longestWait = 60;
const mostRetries = 2;

export interface Patience {
  readonly mayRepeat: boolean;
  /** How long a second is, ms. */
  readonly secondMs: number;
}

/** Any answer, well or not. Rejects with `network` where there is none, or with the signal's reason. */
export async function sendPatiently(
  send: () => Promise<RestAnswer>,
  { mayRepeat, secondMs }: Patience,
  signal: AbortSignal | undefined,
): Promise<RestAnswer> {
  for (let retries = 0; ; retries += 1) {
    signal?.throwIfAborted();
    const isLast = !mayRepeat || retries === mostRetries;
    let seconds: number | null;
    try {
      const answer = await send();
      seconds = isLast ? null : waitAfter(answer, retries);
      if (seconds === null) return answer;
    } catch (error) {
      signal?.throwIfAborted();
      // What was slow once took long enough.
      if (isLast || isTimeout(error)) throw new ForgeError({ kind: 'network', words: oneLine(wordsOf(error)) });
      seconds = backOff(retries);
    }
    await pause(seconds * secondMs, signal);
  }
}

/** Seconds; `null`: another try changes nothing, or not soon. */
function waitAfter({ status, headers }: RestAnswer, retries: number): number | null {
  if (status !== 429 && status < 500) return null;
  const seconds = toldWait(headers) ?? (status === 429 ? null : backOff(retries));
  return seconds !== null && seconds <= longestWait ? seconds : null;
}

/** Seconds. */
const backOff = (retries: number): number => (retries + 1) ** 2;

/**
 * How long to wait, in seconds: `retry-after` in seconds or as a date, else the `ratelimit-reset` of GitLab or
 * `x-ratelimit-reset` of Azure, in seconds since 1970. `null` where none is told.
 */
export function toldWait(headers: Headers): number | null {
  const after = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(after)) return Number(after);
  const date = after === '' ? Number.NaN : Date.parse(after);
  const reset = headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset') ?? '';
  const until = Number.isNaN(date) && /^\d+$/.test(reset) ? Number(reset) * 1000 : date;
  return Number.isNaN(until) ? null : Math.max(0, (until - Date.now()) / 1000);
}

/** Resolves after some time, or rejects with the signal's reason. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is whatever the caller aborts with
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** `fetch` says why in the cause. */
function wordsOf(error: unknown): string {
  if (isTimeout(error)) return 'it takes too long';
  if (!(error instanceof Error)) return '';
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
