/** Asks reviewers on Bitbucket Data Center, which replaces the whole list, of the version that was read. */
import { askedAmong } from '../asked';
import { ForgeError, oneLine } from '../failure';
import { isSameHandle, type Refusal } from '../forge';
import type { RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';
import { serverWords } from './api';
import { nameOf, readState } from './serverPulls';

const stale = 'com.atlassian.bitbucket.pull.PullRequestOutOfDateException';
const badReviewers = 'com.atlassian.bitbucket.pull.InvalidPullRequestReviewersException';

/** Asks together; again where somebody else was faster, once; and again without those who are refused. */
export async function addReviewers(
  api: RestApi,
  path: string,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  let left = handles;
  let wasStale = false;
  for (;;) {
    const pull = fieldsOf(await api.request('GET', path, {}, signal), 'the request');
    const there = pull.list('reviewers').map((one) => nameOf(one.fields('user')));
    const added = left.filter((handle) => !there.some((name) => isSameHandle(name, handle)));
    if (added.length === 0) return refusals;
    const call = { body: bodyOf(pull, [...there, ...added]), alsoTaken: [409] };
    const answer = await api.request('PUT', path, call, signal);
    const taken = fieldsOf(answer, 'the answer');
    if (taken.has('id')) return refusals;
    const errors = taken.list('errors');
    const kind = errors[0]?.textOrNull('exceptionName') ?? null;
    const refused = errors.flatMap((error) => error.list('reviewerErrors'));
    const isKeptOut = (handle: string): Refusal | null => refusalOf(handle, refused);
    if (kind === stale && !wasStale) wasStale = true;
    else if (kind === badReviewers && added.some((handle) => isKeptOut(handle) !== null)) {
      refusals.push(...added.flatMap((handle) => isKeptOut(handle) ?? []));
      left = added.filter((handle) => isKeptOut(handle) === null);
    } else {
      // Such as somebody there who has left since: nobody is removed, so nobody can be added.
      const words = [serverWords(answer), ...refused.map((one) => one.textOrNull('message') ?? '')].join(' ');
      throw new ForgeError({ kind: 'refused', words: oneLine(words) });
    }
  }
}

/** Takes people back who have not reviewed yet; again where somebody else was faster, once. */
export async function withdraw(
  api: RestApi,
  path: string,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  for (let wasStale = false; ; wasStale = true) {
    const pull = fieldsOf(await api.request('GET', path, {}, signal), 'the request');
    const going = askedAmong(readState(pull), handles);
    if (going.length === 0) return;
    const there = pull.list('reviewers').map((one) => nameOf(one.fields('user')));
    const body = bodyOf(
      pull,
      there.filter((name) => !going.includes(name)),
    );
    const answer = await api.request('PUT', path, { body, alsoTaken: [409] }, signal);
    const taken = fieldsOf(answer, 'the answer');
    if (taken.has('id')) return;
    const isStale = taken.list('errors')[0]?.textOrNull('exceptionName') === stale;
    if (!isStale || wasStale) throw new ForgeError({ kind: 'refused', words: oneLine(serverWords(answer)) });
  }
}

/** With the description as it is, so that a missing one cannot be taken for none. */
function bodyOf(pull: Fields, names: readonly string[]): unknown {
  const description = pull.textOrNull('description');
  return {
    version: pull.integer('version'),
    title: pull.text('title'),
    ...(description !== null && { description }),
    reviewers: names.map((name) => ({ user: { name } })),
  };
}

/** `{ "context": "ben", "message": "ben is not a user." }`. */
function refusalOf(handle: string, errors: readonly Fields[]): Refusal | null {
  const error = errors.find((one) => isSameHandle(one.textOrNull('context') ?? '', handle));
  return error === undefined ? null : { handle, words: oneLine(error.text('message')) };
}
