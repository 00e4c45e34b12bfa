/** Where Bitbucket's APIs are: that of the cloud, and that of Data Center, which have little in common. */
import type { Remote } from '../../core';
import { ForgeError } from '../failure';
import { restApi, type RestApi, type RestOptions } from '../rest';
import { usualWords, type RestAnswer } from '../restAnswer';
import type { RestPage } from '../restPages';
import { fieldsOf } from '../shape';
import { bindToken, type ForgePlace, type ForgeToken } from '../token';

/** `https://api.bitbucket.org/2.0`. Source: *The Bitbucket Cloud REST API*. */
export const bitbucketApi = ({ host }: Pick<Remote, 'host'>): string => `https://api.${host}/2.0`;

/** What the API's paths begin with. */
const below = /^\/2\.0(?=\/)/;

/** `https://git.acme.example/rest/api/1.0`. Source: *Bitbucket Data Center REST API*. */
export const bitbucketServerApi = ({ site }: Pick<Remote, 'site'>): string => `${site}/rest/api/1.0`;

/** `secret`: `mail:token` or `user:password`, else an access token of a workspace, a project, a repository or an account. */
export const bitbucketToken = (place: ForgePlace, secret: string): ForgeToken =>
  bindToken(place, secret, (text) => [
    'authorization',
    text.includes(':') ? `Basic ${Buffer.from(text, 'utf8').toString('base64')}` : `Bearer ${text}`,
  ]);

export const cloudApiWith = (token: ForgeToken, options: RestOptions): RestApi =>
  restApi(token, { wordsOf: cloudWords, pageOf: cloudPage }, options);

/** `{ "type": "error", "error": { "message": "…", "fields": { "reviewers": ["…"] } } }`. */
function cloudWords(data: unknown): string {
  const { error } = typeof data === 'object' && data !== null ? (data as { readonly error?: unknown }) : {};
  if (typeof error !== 'object' || error === null) return usualWords(data);
  const { message, detail } = error as { readonly message?: unknown; readonly detail?: unknown };
  return [message, detail].filter((one) => typeof one === 'string' && one !== '').join(': ');
}

/**
 * Of the address of the next page only what is below the API counts: no page is worth leaving it for. It need not be where
 * the first was asked for, which may have sent on.
 */
function cloudPage({ data }: RestAnswer): RestPage {
  const page = fieldsOf(data, 'the page');
  const next = page.textOrNull('next');
  if (next !== null && !URL.canParse(next))
    throw new ForgeError({ kind: 'malformed', what: 'next of the page is no address' });
  if (next === null) return { values: valuesOf(data), more: null };
  const { pathname, searchParams } = new URL(next);
  return {
    values: valuesOf(data),
    more: Object.fromEntries(searchParams),
    path: pathname.replace(below, ''),
  };
}

/** `onUser`: told the name of the account, which each answer has in a header. */
export const serverApiWith = (token: ForgeToken, options: RestOptions, onUser: (name: string) => void): RestApi =>
  restApi(
    token,
    {
      wordsOf: serverWords,
      pageOf: serverPage,
      failureOf({ headers }) {
        const name = headers.get('x-ausername');
        if (name !== null) onUser(decoded(name));
        return null;
      },
    },
    options,
  );

/** `{ "errors": [{ "context": null, "message": "…", "exceptionName": "…" }] }`. */
export function serverWords(data: unknown): string {
  const { errors } = typeof data === 'object' && data !== null ? (data as { readonly errors?: unknown }) : {};
  if (!Array.isArray(errors)) return usualWords(data);
  return errors.map((one) => fieldsOf(one, 'the error').textOrNull('message') ?? '').join(' ');
}

function serverPage({ data }: RestAnswer): RestPage {
  const page = fieldsOf(data, 'the page');
  const isLast = page.flag('isLastPage') || !page.has('nextPageStart');
  return { values: valuesOf(data), more: isLast ? null : { start: page.integer('nextPageStart') } };
}

function valuesOf(data: unknown): readonly unknown[] {
  const { values } = data as { readonly values?: unknown };
  if (Array.isArray(values)) return values;
  throw new ForgeError({ kind: 'malformed', what: 'values of the page is not a list' });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
