/** Lists of pull requests, and of what one changes. Source: *List pull requests*, *List pull requests files*. */
import type { ChangedPaths, ListedRequest } from '../forge';
import { changedPaths } from '../changedPaths';
import { fieldsOf } from '../shape';
import type { GithubApi } from './octokit';
import { readPull, readRequested } from './pulls';
import type { Place } from './reviewers';

/** As many as GitHub tells of one request. */
const mostFiles = 3000;

export async function openPulls(
  api: GithubApi,
  place: Place,
  atMost: number,
  signal?: AbortSignal,
): Promise<readonly ListedRequest[]> {
  const asked = { ...place, state: 'open', sort: 'updated', direction: 'desc' };
  const { values } = await api.upTo(atMost, 'GET /repos/{owner}/{repo}/pulls', asked, signal);
  return values.map((pull) => ({
    ...readPull(pull),
    requested: readRequested(pull).requested,
    updated: fieldsOf(pull, 'the request').textOrNull('updated_at'),
  }));
}

export async function filesOf(
  api: GithubApi,
  place: Place,
  number: number,
  signal?: AbortSignal,
): Promise<ChangedPaths> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
  return changedPaths(await api.upTo(mostFiles, route, { ...place, pull_number: number }, signal), (file) => [
    file.text('filename'),
    // What was copied from did not change.
    file.textOrNull('status') === 'renamed' ? file.textOrNull('previous_filename') : null,
  ]);
}
