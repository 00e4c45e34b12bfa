/**
 * Asks reviewers on GitLab, which replaces the whole list, leaves out without a word who may not see the request, and of
 * several keeps the first where the tier is free. Source: *Merge requests API*, *Update MR*; *Users API*.
 */
import { askedAmong } from '../asked';
import { oneLine } from '../failure';
import { isSameHandle, type Refusal } from '../forge';
import type { RestApi } from '../rest';
import { fieldsOf, listOf, type Fields } from '../shape';
import { readReviewers } from './states';

interface Account {
  readonly id: number;
  readonly handle: string;
}

/** `at`: the path of the request. */
export async function addReviewers(
  api: RestApi,
  at: string,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const found: Account[] = [];
  for (const handle of handles) {
    const account = await findAccount(api, handle, signal);
    if (typeof account === 'string') refusals.push({ handle, words: account });
    else found.push(account);
  }
  const replace = async (people: readonly Account[]): Promise<readonly Account[]> => {
    const body = { reviewer_ids: people.map(({ id }) => id) };
    return listedIn(await api.request('PUT', at, { body }, signal));
  };

  // Read as late as can be: whoever is asked by somebody else after this is replaced.
  const before = found.length === 0 ? [] : listedIn(await api.request('GET', at, {}, signal));
  const wanted = missing(found, before);
  if (wanted.length === 0) return refusals;
  let after = await replace([...before, ...wanted]);
  // Where only the first counts and may not see the request, it may be the next.
  for (let rest = wanted.slice(1); after.length === 0 && rest.length > 0; rest = rest.slice(1)) {
    after = await replace(rest);
  }

  const pushedOut = missing(before, after);
  if (pushedOut.length > 0) return [...refusals, ...(await putBack(replace, before, pushedOut, wanted))];
  const isOneOfSeveral = after.length === 1 && before.length + wanted.length > 1;
  const words = isOneOfSeveral
    ? 'GitLab keeps one reviewer: for several it takes a paid tier, and each of them must be able to see the request.'
    : 'GitLab leaves them out without a word, as it does with people who may not see the request.';
  return [...refusals, ...missing(wanted, after).map(({ handle }) => ({ handle, words }))];
}

/** Takes people back who have not reviewed yet. */
export async function withdraw(
  api: RestApi,
  at: string,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  // Read as late as can be, as above.
  const request = fieldsOf(await api.request('GET', at, {}, signal), 'the request');
  const going = askedAmong(await readReviewers(api, at, request, signal), handles);
  const there = request.list('reviewers').map(readAccount);
  const left = there.filter(({ handle }) => !going.includes(handle));
  if (left.length === there.length) return;
  // An empty list changes nothing on some servers; zero stands for nobody on all.
  const ids = left.length === 0 ? [0] : left.map(({ id }) => id);
  await api.request('PUT', at, { body: { reviewer_ids: ids } }, signal);
}

/** Nobody is added where somebody who was there would go. */
async function putBack(
  replace: (people: readonly Account[]) => Promise<readonly Account[]>,
  before: readonly Account[],
  pushedOut: readonly Account[],
  wanted: readonly Account[],
): Promise<readonly Refusal[]> {
  const names = pushedOut.map(({ handle }) => handle).join(', ');
  const lost = missing(before, await replace(before));
  return [
    ...wanted.map(({ handle }) => ({ handle, words: `GitLab would have taken ${names} off the list for them.` })),
    ...lost.map(({ handle }) => ({ handle, words: 'GitLab took them off the list, and does not take them back.' })),
  ];
}

const missing = (people: readonly Account[], list: readonly Account[]): readonly Account[] =>
  people.filter(({ id }) => !list.some((one) => one.id === id));

const listedIn = (answer: unknown): readonly Account[] =>
  fieldsOf(answer, 'the request').list('reviewers').map(readAccount);

const readAccount = (user: Fields): Account => ({ id: user.number('id'), handle: user.text('username') });

/** Or why there is none, in words of ours. */
async function findAccount(api: RestApi, handle: string, signal?: AbortSignal): Promise<Account | string> {
  const answer = await api.request('GET', '/users', { query: { username: handle } }, signal);
  // An account is found by its name alone; that others come too is not documented, and must not matter.
  const user = listOf(answer, 'the accounts').find((one) => isSameHandle(one.text('username'), handle));
  if (user === undefined) return 'GitLab knows no account of that name.';
  const state = user.text('state');
  return state === 'active' ? readAccount(user) : `Their account on GitLab is not active (${oneLine(state)}).`;
}
