/** Lists of pull requests, and of what one changes. Source: *Pull Requests, Get*; *Pull Request Iteration Changes, Get*. */
import type { Remote } from '../../core';
import { pathsOfAll } from '../changedPaths';
import type { ChangedPaths, ListedRequest, PastReview } from '../forge';
import { isSince, pastReview, type PastSpan } from '../pastReviews';
import type { RestApi } from '../rest';
import { fieldsOf, type Fields } from '../shape';
import { readState } from './pulls';

const perPage = 100;
/** Of requests that were merged. */
const mostPages = 10;
/** As many as Azure tells at once. */
const filesPerPage = 2000;

export interface PullList {
  readonly remote: Remote;
  /** `/Shop/_apis/git/repositories/shop`. */
  readonly repository: string;
  readonly version: string;
  /** Names that were looked up, lower case → id. */
  readonly learnt: ReadonlyMap<string, string>;
}

type Status = 'active' | 'completed';

async function pullsOf(
  api: RestApi,
  { repository, version }: PullList,
  { status, skip, top }: { readonly status: Status; readonly skip: number; readonly top: number },
  signal: AbortSignal | undefined,
): Promise<readonly Fields[]> {
  const query = { 'searchCriteria.status': status, $skip: skip, $top: top, 'api-version': version };
  const answer = await api.request('GET', `${repository}/pullrequests`, { query }, signal);
  return fieldsOf(answer, 'the answer').list('value');
}

/** When one last changed is not told; those come first that Azure lists first, which are the newest. */
export async function openPulls(
  api: RestApi,
  list: PullList,
  atMost: number,
  signal?: AbortSignal,
): Promise<readonly ListedRequest[]> {
  const pulls = await pullsOf(api, list, { status: 'active', skip: 0, top: atMost }, signal);
  return pulls.slice(0, atMost).map((pull) => {
    const { request, requested, aliases = new Map<string, string>() } = readState(pull, list.remote, list.learnt);
    return { ...request, requested, aliases, updated: null };
  });
}

/** Between the newest push and where the branch began. */
export async function changesOf(
  api: RestApi,
  { repository, version }: PullList,
  number: number,
  signal?: AbortSignal,
): Promise<ChangedPaths> {
  const at = `${repository}/pullRequests/${number}/iterations`;
  const get = async (path: string, query: Readonly<Record<string, number>>): Promise<Fields> => {
    const call = { query: { ...query, 'api-version': version } };
    return fieldsOf(await api.request('GET', path, call, signal), 'the answer');
  };
  const iterations = (await get(at, {})).list('value').map((one) => one.number('id'));
  if (iterations.length === 0) return { paths: [], isComplete: true };
  const changes = await get(`${at}/${Math.max(...iterations)}/changes`, { $top: filesPerPage });
  return pathsOfAll(changes.list('changeEntries'), changes.integer('nextSkip') === 0, (entry) =>
    // What is removed may have its path on the old side alone.
    [entry.fieldsOrNull('item')?.textOrNull('path') ?? null, entry.textOrNull('originalPath')].map(
      (path) => path?.replace(/^\//, '') ?? null,
    ),
  );
}

/** Of those who voted. */
export async function completedPulls(
  api: RestApi,
  list: PullList,
  { since, atMost }: PastSpan,
  signal?: AbortSignal,
): Promise<readonly PastReview[]> {
  const found: PastReview[] = [];
  for (let page = 0; page < mostPages && found.length < atMost; page += 1) {
    const pulls = await pullsOf(api, list, { status: 'completed', skip: page * perPage, top: perPage }, signal);
    const merged = pulls.filter((pull) => isSince(pull.textOrNull('closedDate') ?? '', since));
    found.push(...merged.map((pull) => readPast(pull, list)));
    // They are not sorted by the day they were merged, but nearly.
    if (merged.length === 0 || pulls.length < perPage) break;
  }
  return found.slice(0, atMost);
}

function readPast(pull: Fields, { remote }: PullList): PastReview {
  const { request, reviews, aliases = new Map<string, string>() } = readState(pull, remote, new Map());
  const merge = pull.fieldsOrNull('lastMergeCommit')?.textOrNull('commitId') ?? null;
  return { ...pastReview([merge, request.from.commit], request.author, reviews), aliases };
}
