/** Lists of pull requests, and of what one changes. Source: *repoListPullRequests*, *repoGetPullRequestFiles* of their API. */
import { changedPaths } from '../changedPaths';
import type { ChangedPaths, ListedRequest } from '../forge';
import type { RestApi } from '../rest';
import { fieldsOf } from '../shape';
import { readPull, readRequested } from './pulls';

/** As many as a page has at most, unless a server is set up otherwise. */
export const perPage = 50;

export const lastChangedFirst = { state: 'open', sort: 'recentupdate' };

/** `at`: the path of the requests. */
export async function openPulls(
  api: RestApi,
  at: string,
  atMost: number,
  signal?: AbortSignal,
): Promise<readonly ListedRequest[]> {
  const query = { ...lastChangedFirst, limit: Math.min(perPage, atMost) };
  const { values } = await api.upTo(atMost, at, query, signal);
  return values.map((value) => {
    const pull = fieldsOf(value, 'the request');
    return { ...readPull(pull), requested: readRequested(pull), updated: pull.textOrNull('updated_at') };
  });
}

/** `at`: the path of the request. */
export const filesOf = async (api: RestApi, at: string, signal?: AbortSignal): Promise<ChangedPaths> =>
  changedPaths(await api.upTo(Infinity, `${at}/files`, { limit: perPage }, signal), (file) => [
    file.text('filename'),
    // Empty where it has been called so all along.
    file.textOrNull('previous_filename') === '' ? null : file.textOrNull('previous_filename'),
  ]);
