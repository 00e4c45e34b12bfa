/** Octokit as we use it: bounded waits, one host, no logs. */
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { ForgeError } from '../failure';
import type { ListPart } from '../restPages';
import type { ForgeToken } from '../token';
import { forgeFetch, misdirected, type TransportOptions } from '../transport';
import { githubGraphql, isGithubsOwn } from './api';
import { throwFailure, wordsOf } from './failures';

export interface GithubOptions extends TransportOptions {
  /** How long a second of waiting is, ms. Tests have shorter ones. */
  readonly secondMs?: number;
}

export interface GithubApi {
  /** The answer's data, which may be anything. `route`: `GET /repos/{owner}/{repo}`. */
  readonly request: (route: string, parameters: GithubParameters, signal?: AbortSignal) => Promise<unknown>;
  /** The same for what must not happen twice: where the answer is lost it is not tried again. */
  readonly requestOnce: (route: string, parameters: GithubParameters, signal?: AbortSignal) => Promise<unknown>;
  /** All pages of a list. */
  readonly pages: (route: string, parameters: GithubParameters, signal?: AbortSignal) => Promise<readonly unknown[]>;
  /** The beginning of a list. */
  readonly upTo: (
    atMost: number,
    route: string,
    parameters: GithubParameters,
    signal?: AbortSignal,
  ) => Promise<ListPart>;
  /** The data of an answer to a GraphQL query, where what failed is `null`. Rejects where all of it failed. */
  readonly query: (text: string, variables: GithubVariables, signal?: AbortSignal) => Promise<unknown>;
}

export type GithubParameters = Readonly<Record<string, string | number | readonly string[]>>;
export type GithubVariables = Readonly<Record<string, string | number | null>>;

const Client = Octokit.plugin(retry, throttling, paginateRest);

/** Longer waits are told, not waited for. Seconds. */
const longestWait = 60;
const mostRetries = 2;
/** A list that is longer is cut off: nobody asks thousands, and a forge that lies must not keep us for ever. */
const mostPages = 50;
const perPage = 100;

/** GitHub's API with a token. Rejects with `ForgeError`, or with the signal's reason. */
export function githubApiWith(token: ForgeToken, { secondMs = 1000, ...transport }: GithubOptions = {}): GithubApi {
  const mayWait = (seconds: number, _options: unknown, _octokit: unknown, retries: number): boolean =>
    seconds <= longestWait && retries < mostRetries;
  const octokit = new Client({
    baseUrl: token.api,
    userAgent: 'aor',
    log: silent,
    request: { fetch: forgeFetch(token, transport), log: silent },
    // What a second try does not change, and what throttling sees to.
    retry: { doNotRetry: [...quickNos, misdirected], retries: mostRetries, retryAfterBaseValue: secondMs },
    // GitHub wants a second between two changes and three between two that notify. Servers of one's own have no limits
    // unless somebody switches them on; then they are told, not waited for.
    throttle: {
      enabled: isGithubsOwn(token.host),
      id: token.api,
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      retryAfterBaseValue: secondMs,
    },
  });

  octokit.hook.after('request', ({ data }) => {
    // What cannot be read as JSON arrives as text.
    if (typeof data !== 'object' || data === null) throw new ForgeError({ kind: 'malformed', what: 'it is no JSON' });
  });

  async function guarded<T>(work: (request: object) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    const stopped = stopOf(signal);
    try {
      // Octokit's waits between two tries know no signal.
      return await Promise.race([work(signal === undefined ? {} : { signal }), stopped.promise]);
    } catch (error) {
      signal?.throwIfAborted();
      return throwFailure(error, Date.now());
    } finally {
      stopped.end();
    }
  }

  const upTo: GithubApi['upTo'] = (atMost, route, parameters, signal) =>
    guarded(async (request) => {
      const found: unknown[] = [];
      const asked = { ...headers, ...parameters, per_page: Math.min(perPage, atMost), request };
      let pages = 0;
      for await (const { data } of octokit.paginate.iterator(route, asked)) {
        found.push(...elements(data));
        pages += 1;
        if (pages === mostPages || found.length >= atMost) return { values: found.slice(0, atMost), isWhole: false };
      }
      return { values: found, isWhole: true };
    }, signal);

  return {
    request: (route, parameters, signal) =>
      guarded(async (request) => dataOf(await octokit.request(route, { ...headers, ...parameters, request })), signal),
    requestOnce: (route, parameters, signal) =>
      guarded(async (request) => {
        const once = { ...request, retries: 0 };
        return dataOf(await octokit.request(route, { ...headers, ...parameters, request: once }));
      }, signal),
    pages: async (route, parameters, signal) => (await upTo(Infinity, route, parameters, signal)).values,
    upTo,
    query: (text, variables, signal) =>
      guarded(async (request) => {
        const url = githubGraphql(token.api);
        const answer = dataOf(await octokit.request(`POST ${url}`, { ...headers, query: text, variables, request }));
        // What went wrong comes with 200, beside what did not.
        const { data, errors } = answer as { readonly data?: unknown; readonly errors?: unknown };
        const isNone = Object.values(data ?? {}).every((value) => value === null);
        if (isNone && errors !== undefined) throw new ForgeError({ kind: 'refused', words: wordsOf({ errors }) });
        return data;
      }, signal),
  };
}

function elements(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  throw new ForgeError({ kind: 'malformed', what: 'it is no list' });
}

const dataOf = ({ data }: { readonly data: unknown }): unknown => data;

const headers = { headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' } };

const quickNos = [400, 401, 403, 404, 409, 410, 422, 429, 451];

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A promise that rejects when the signal aborts, until `end`. */
function stopOf(signal: AbortSignal | undefined): { readonly promise: Promise<never>; readonly end: () => void } {
  let end: () => void = nothing;
  const promise = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new Error('stopped'));
    signal?.addEventListener('abort', stop, { once: true });
    end = () => signal?.removeEventListener('abort', stop);
  });
  return { promise, end };
}
