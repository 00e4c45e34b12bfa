/** Asks reviewers on Bitbucket in the cloud, which replaces the whole list, and refuses it whole for one. */
import { askedAmong } from '../asked';
import type { Refusal } from '../forge';
import { refusalOf } from '../refusal';
import type { RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';
import { peopleCalled, uuidOf } from './cloudPeople';
import { readState } from './cloudPulls';

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
  /** Sends those who are there along, as they are at that moment. */
  async function ask(uuids: readonly string[]): Promise<void> {
    const pull: Fields = fieldsOf(await api.request('GET', path, {}, signal), 'the request');
    const there = pull.list('reviewers').map(uuidOf);
    const all = [...new Set([...there, ...uuids])];
    if (all.length === there.length) return;
    await replace(api, path, pull, all, signal);
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

/** Takes people back who have not reviewed yet. */
export async function withdraw(
  api: RestApi,
  path: string,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const pull = fieldsOf(await api.request('GET', path, {}, signal), 'the request');
  const state = readState(pull);
  const going = askedAmong(state, handles);
  if (going.length === 0) return;
  const uuids = pull.list('reviewers').map(uuidOf);
  const left = uuids.filter((uuid) => !going.includes(state.aliases?.get(uuid) ?? uuid));
  await replace(api, path, pull, left, signal);
}

/** With the title, without which it takes nothing. */
async function replace(
  api: RestApi,
  path: string,
  pull: Fields,
  uuids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const body = { title: pull.text('title'), reviewers: uuids.map((uuid) => ({ uuid })) };
  await api.request('PUT', path, { body }, signal);
}
