/** JSON over `fetch`, for the forges that have no small library of their own. */
import { ForgeError } from './failure';
import { answerOf, checkedData, type AnswerHabits, type RestAnswer } from './restAnswer';
import { pageByLink, type ListPart, type RestPage } from './restPages';
import { sendPatiently } from './restRetry';
import type { ForgeToken } from './token';
import { forgeFetch, type TransportOptions } from './transport';

export interface RestOptions extends TransportOptions {
  /** How long a second of waiting is, ms. Tests have shorter ones. */
  readonly secondMs?: number;
}

/** What a forge does in its own way. */
export interface RestHabits extends AnswerHabits {
  /** What stands before the JSON: Gerrit's `)]}'`. */
  readonly prefix?: string;
  /** Reads a page of a list. Default: a list, with a `link` to the next page or `x-next-page`. */
  readonly pageOf?: (answer: RestAnswer) => RestPage;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type RestMethod = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

export type RestQuery = Readonly<Record<string, string | number | boolean>>;

export interface RestCall {
  readonly query?: RestQuery;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether it is sent again where no answer, or none that is well, came back. Default: all but `POST`, as HTTP has it. */
  readonly mayRepeat?: boolean;
  /** Statuses that are no success and whose answer is wanted all the same, where it is JSON: it says who is refused. */
  readonly alsoTaken?: readonly number[];
}

/** Rejects with `ForgeError`, or with the signal's reason. `path`: begins with a slash and is below the API's address; see `pathOf`. */
export interface RestApi {
  /** The answer's data, which may be anything; `null` where it is empty. */
  readonly request: (method: RestMethod, path: string, call?: RestCall, signal?: AbortSignal) => Promise<unknown>;
  /** All pages of a list. */
  readonly pages: (path: string, query?: RestQuery, signal?: AbortSignal) => Promise<readonly unknown[]>;
  /** The beginning of a list. */
  readonly upTo: (atMost: number, path: string, query?: RestQuery, signal?: AbortSignal) => Promise<ListPart>;
}

/** A list that is longer is cut off: nobody asks thousands, and a forge that lies must not keep us for ever. */
const mostPages = 50;

export function restApi(token: ForgeToken, habits: RestHabits = {}, options: RestOptions = {}): RestApi {
  const { secondMs = 1000, ...transport } = options;
  const send = forgeFetch(token, transport);
  const { prefix = '', pageOf = pageByLink } = habits;

  /** An answer that is well. */
  async function ask(
    method: RestMethod,
    path: string,
    { query = {}, body, mayRepeat = method !== 'POST', alsoTaken = [] }: RestCall,
    signal: AbortSignal | undefined,
  ): Promise<RestAnswer> {
    const url = new URL(`${token.api}${path}`);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
    const init: RequestInit = {
      method,
      headers: {
        ...{ accept: 'application/json', 'user-agent': 'aor', ...habits.headers },
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    };
    const once = async () => answerOf(await send(url.href, init), prefix);
    const answer = await sendPatiently(once, { mayRepeat, secondMs }, signal);
    return answer.isJson && alsoTaken.includes(answer.status) ? answer : checkedData(answer, habits);
  }

  async function upTo(atMost: number, path: string, query: RestQuery = {}, signal?: AbortSignal): Promise<ListPart> {
    const found: unknown[] = [];
    let next: RestQuery | null = query;
    let at = path;
    for (let page = 0; next !== null && page < mostPages && found.length < atMost; page += 1) {
      const answer: RestAnswer = await ask('GET', at, { query: next }, signal);
      const { values, more, path: nextPath = at } = pageOf(answer);
      found.push(...values);
      at = nextPath;
      next = more === null ? null : { ...next, ...more };
    }
    return { values: found.slice(0, atMost), isWhole: next === null && found.length <= atMost };
  }

  return {
    request: async (method, path, call = {}, signal) => (await ask(method, path, call, signal)).data,
    pages: async (path, query, signal) => (await upTo(Infinity, path, query, signal)).values,
    upTo,
  };
}

/** `/projects/acme%2Fshop/merge_requests/3`. Throws `refused` for a part that would lead out of its place. */
export function pathOf(...parts: readonly (string | number)[]): string {
  const wrong = parts.find((part) => /^\.{0,2}$/.test(String(part)));
  if (wrong !== undefined) throw new ForgeError({ kind: 'refused', words: `"${wrong}" is no name` });
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}
