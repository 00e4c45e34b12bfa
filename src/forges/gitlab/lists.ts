/** Lists of merge requests, and of what one changes. Source: *Merge requests API*; *Users API, Get the status of a user*. */
import type { ChangedPaths, ListedRequest, PastReview } from '../forge';
import { changedPaths } from '../changedPaths';
import { orNobody } from '../orNobody';
import { isSince, pastReview } from '../pastReviews';
import { pathOf, type RestApi } from '../rest';
import { fieldsOf } from '../shape';
import { readMergeRequest, sourceOf } from './requests';

const perPage = 100;
const lastChangedFirst = { order_by: 'updated_at', sort: 'desc' };

/** A list of requests. `project`: its path. */
export interface MergeRequestList {
  readonly at: string;
  readonly project: string;
}

export async function openMergeRequests(
  api: RestApi,
  { at, project }: MergeRequestList,
  atMost: number,
  signal?: AbortSignal,
): Promise<readonly ListedRequest[]> {
  const query = { state: 'opened', ...lastChangedFirst, per_page: Math.min(perPage, atMost) };
  const { values } = await api.upTo(atMost, at, query, signal);
  return values.map((value) => {
    const one = fieldsOf(value, 'a request');
    return {
      // The name of each copy would be a call.
      ...readMergeRequest(one, sourceOf(one) === 'here' ? project : null),
      // What they have done so far would be one as well.
      requested: one.list('reviewers').map((user) => user.text('username')),
      updated: one.textOrNull('updated_at'),
    };
  });
}

/** `at`: the path of the request. */
export async function diffsOf(api: RestApi, at: string, signal?: AbortSignal): Promise<ChangedPaths> {
  const [found, request] = await Promise.all([
    api.upTo(Infinity, `${at}/diffs`, { per_page: perPage }, signal),
    api.request('GET', at, {}, signal),
  ]);
  const told = changedPaths(found, (file) => [file.text('new_path'), file.text('old_path')]);
  // `1000+`, where a limit of the server cuts the list off.
  const isCut = fieldsOf(request, 'the request').textOrNull('changes_count')?.endsWith('+') === true;
  return { ...told, isComplete: told.isComplete && !isCut };
}

/** Of those whom it lists as reviewers: what each of them did would be a call for each request. */
export async function mergedRequests(
  api: RestApi,
  at: string,
  { since, atMost }: { readonly since: string; readonly atMost: number },
  signal?: AbortSignal,
): Promise<readonly PastReview[]> {
  const query = { state: 'merged', ...lastChangedFirst, updated_after: `${since}T00:00:00Z`, per_page: perPage };
  const { values } = await api.upTo(atMost, at, query, signal);
  return values
    .map((value) => fieldsOf(value, 'a request'))
    .filter((one) => isSince(one.textOrNull('merged_at') ?? '', since))
    .map((one) =>
      pastReview(
        ['merge_commit_sha', 'squash_commit_sha', 'sha'].map((key) => one.textOrNull(key)),
        one.fieldsOrNull('author')?.text('username') ?? null,
        one.list('reviewers').map((user) => ({ handle: user.text('username') })),
      ),
    );
}

/** Status is told of one person at a time; so many are asked for at once. */
const atOnce = 5;

/** Who of them has set *busy* as their status. */
export async function busyAmong(
  api: RestApi,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const whereBusy = (handle: string): Promise<readonly string[]> =>
    orNobody(async () => {
      const status = await api.request('GET', pathOf('users', handle, 'status'), {}, signal);
      return fieldsOf(status, 'the status').textOrNull('availability') === 'busy' ? [handle] : [];
    });
  const busy: string[] = [];
  for (let at = 0; at < handles.length; at += atOnce)
    busy.push(...(await Promise.all(handles.slice(at, at + atOnce).map(whereBusy))).flat());
  return busy;
}
