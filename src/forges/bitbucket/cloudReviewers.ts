/** Asks reviewers on Bitbucket in the cloud, which replaces the whole list, and refuses it whole for one. */
import type { Refusal } from '../forge';
import { refusalOf } from '../refusal';
import type { RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';
import { peopleCalled, uuidOf } from './cloudPeople';

export interface PullPlace {
  readonly host: string;
  readonly workspace: string;
  /** `/repositories/acme/shop/pullrequests/7`. */
  readonly path: string;
}

/** Asks together, and one by one where that is refused: which of them it was is not told. */
export async function addReviewers(
  api: RestApi,
  { host, workspace, path }: PullPlace,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Refusal[]> {
  const found = await peopleCalled(api, workspace, handles, signal);
  const refusals: Refusal[] = [...found.refusals];
  /** Sends those who are there along, as they are at that moment; and the title, without which it takes nothing. */
  async function ask(uuids: readonly string[]): Promise<void> {
    const pull: Fields = fieldsOf(await api.request('GET', path, {}, signal), 'the request');
    const there = pull.list('reviewers').map(uuidOf);
    const all = [...new Set([...there, ...uuids])];
    if (all.length === there.length) return;
    const body = { title: pull.text('title'), reviewers: all.map((uuid) => ({ uuid })) };
    await api.request('PUT', path, { body }, signal);
  }
  if (found.people.length === 0) return refusals;
  const words = await refusalOf(() => ask(found.people.map(({ uuid }) => uuid)), host, false);
  if (words === null) return refusals;
  for (const { handle, uuid } of found.people) {
    const single = found.people.length === 1 ? words : await refusalOf(() => ask([uuid]), host, true);
    if (single !== null) refusals.push({ handle, words: single });
  }
  return refusals;
}
