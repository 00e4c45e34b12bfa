/** Lists of pull requests, and of what one changes. Source: *Pull Requests* of its REST API. */
import { changedPaths } from '../changedPaths';
import type { ChangedPaths, ListedRequest, PastReview } from '../forge';
import { isSince, pastReview, type PastSpan } from '../pastReviews';
import type { RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';
import { nameOf, readState } from './serverPulls';

const perPage = 100;
const filesPerPage = 1000;

/** `pulls`: the path of the requests. */
export async function openPulls(
  api: RestApi,
  pulls: string,
  atMost: number,
  signal?: AbortSignal,
): Promise<readonly ListedRequest[]> {
  const query = { state: 'OPEN', order: 'NEWEST', limit: Math.min(perPage, atMost) };
  const { values } = await api.upTo(atMost, pulls, query, signal);
  return values.map((value) => {
    const pull = fieldsOf(value, 'the request');
    const { request, requested, aliases = new Map<string, string>() } = readState(pull);
    return { ...request, requested, aliases, updated: momentOf(pull, 'updatedDate') };
  });
}

/** `pull`: the path of the request. */
export const changesOf = async (api: RestApi, pull: string, signal?: AbortSignal): Promise<ChangedPaths> =>
  changedPaths(await api.upTo(Infinity, `${pull}/changes`, { limit: filesPerPage }, signal), (file) => [
    file.fields('path').text('toString'),
    // What was copied from did not change.
    file.textOrNull('type') === 'MOVE' ? file.fields('srcPath').text('toString') : null,
  ]);

/** Of those who gave a verdict. `pulls`: the path of the requests. */
export async function mergedPulls(
  api: RestApi,
  pulls: string,
  { since, atMost }: PastSpan,
  signal?: AbortSignal,
): Promise<readonly PastReview[]> {
  const query = { state: 'MERGED', order: 'NEWEST', limit: perPage };
  const { values } = await api.upTo(atMost, pulls, query, signal);
  return values
    .map((value) => fieldsOf(value, 'the request'))
    .filter((pull) => isSince(momentOf(pull, 'closedDate') ?? '', since))
    .map(readPast);
}

function readPast(pull: Fields): PastReview {
  const merge = pull.fieldsOrNull('properties')?.fieldsOrNull('mergeCommit')?.textOrNull('id') ?? null;
  const { request, reviews } = readState(pull);
  const machines = pull
    .list('reviewers')
    .map((one) => one.fields('user'))
    .filter((user) => user.textOrNull('type') === 'SERVICE')
    .map(nameOf);
  const people = reviews.map(({ handle }) => ({ handle, isMachine: machines.includes(handle) }));
  return pastReview([merge, request.from.commit], request.author, people);
}

/** Told in ms since 1970. */
function momentOf(pull: Fields, key: string): string | null {
  const ms = pull.numberOrNull(key);
  return ms === null ? null : new Date(ms).toISOString();
}
