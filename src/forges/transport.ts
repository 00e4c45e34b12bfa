/** The one way to a forge: its own host only, not for ever, and never on to another host. */
import { ForgeError } from './failure';
import type { ForgeToken } from './token';

export interface TransportOptions {
  /** For one answer, its text included. Default 20 s. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

export type ForgeFetch = (address: string, init?: RequestInit) => Promise<Response>;

/** *Misdirected Request*: what libraries above take for an answer of the forge, and do not try again. */
export const misdirected = 421;

const mostHops = 3;

/**
 * A `fetch` with the token, for the token's API alone: an address elsewhere, asked for or sent on to, gets no request at
 * all and is answered with the status `misdirected` and the host as text. Sent on within the API it follows, with the
 * same method and body or not at all. Rejects as `fetch` does.
 */
export function forgeFetch(token: ForgeToken, options: TransportOptions = {}): ForgeFetch {
  const { timeoutMs = 20_000, fetch: send = globalThis.fetch } = options;
  return async (address, init = {}) => {
    const method = init.method ?? 'GET';
    let url = new URL(address);
    for (let hop = 0; hop <= mostHops; hop += 1) {
      const headers = new Headers(init.headers);
      try {
        token.authorise(url, headers);
      } catch (error) {
        if (error instanceof ForgeError) return new Response(url.host, { status: misdirected });
        throw error;
      }
      const signals = [AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])];
      const answer = await send(url, { ...init, headers, redirect: 'manual', signal: AbortSignal.any(signals) });
      const target = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || answer.status === 304 || target === null) return answer;
      await answer.body?.cancel();
      url = new URL(target, url);
      // After 301 and 302 many send a GET instead of what was meant.
      const isKept = answer.status === 307 || answer.status === 308 || method === 'GET';
      if (!isKept) return new Response(url.host, { status: misdirected });
    }
    return new Response(url.host, { status: misdirected });
  };
}
