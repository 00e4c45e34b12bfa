/** Where Gerrit's API is, and how it is shown who asks. Source: *REST API* of Gerrit's documentation. */
import type { Remote } from '../../core';
import { fieldsOf } from '../shape';
import { restApi, type RestApi, type RestOptions } from '../rest';
import { bindToken, type ForgePlace, type ForgeToken } from '../token';

/** Google keeps reviews beside the repositories: `android.googlesource.com` and `android-review.googlesource.com`. */
const besideGoogle = /^(https:\/\/[^./]+?)(?:-review)?(\.googlesource\.com)$/;

/** `https://review.acme.example/a`: what is below `a` asks for a password. `site`: what pages of the host start with. */
export function gerritApi({ site }: Pick<Remote, 'site'>): string {
  return `${site.replace(besideGoogle, '$1-review$2')}/a`;
}

/** `secret`: `user:password`, with the HTTP password that Gerrit makes in the settings of an account. */
export const gerritToken = (place: ForgePlace, secret: string): ForgeToken =>
  bindToken(place, secret, (text) => ['authorization', `Basic ${Buffer.from(text, 'utf8').toString('base64')}`]);

/** Keeps a page of another site from reading the answer as a script. */
const prefix = ")]}'";

export const gerritApiWith = (token: ForgeToken, options: RestOptions): RestApi =>
  restApi(token, { prefix, wordsOf }, options);

/** Gerrit's errors are plain text, except where a review is not taken. */
function wordsOf(data: unknown): string {
  if (typeof data === 'string') return /^\s*</.test(data) ? '' : data;
  return typeof data === 'object' && data !== null ? (fieldsOf(data, 'the error').textOrNull('error') ?? '') : '';
}
