/** GitLab, in the cloud and on servers of one's own. Source: *Merge requests API*, *Users API*, *Projects API*. */
import type { Remote } from '../../core';
import { ForgeError } from '../failure';
import { isSameHandle, type ForgeClient, type OpenRequest, type RequestSearch, type RequestState } from '../forge';
import { pathOf, restApi, type RestOptions } from '../rest';
import { keepComment } from '../keptComment';
import { fieldsOf, type Fields } from '../shape';
import type { ForgeToken } from '../token';
import { busyAmong, diffsOf, mergedRequests, openMergeRequests } from './lists';
import { notesOf } from './notes';
import { readMergeRequest, sourceOf } from './requests';
import { addReviewers, withdraw } from './reviewers';
import { readReviewers } from './states';

/** What somebody needs to be to change a request that is not theirs: a developer. */
const leastLevel = 30;

const perPage = { per_page: 100 };

/** `remote`: where requests go to. `token`: of `gitlabToken`. */
export function gitlabClient(token: ForgeToken, remote: Remote, options: RestOptions = {}): ForgeClient {
  const api = restApi(token, {}, options);
  const inProject = (...parts: readonly (string | number)[]): string => pathOf('projects', remote.path, ...parts);
  const requests = inProject('merge_requests');

  const readProject = async (id: string | number, signal?: AbortSignal): Promise<Fields> =>
    fieldsOf(await api.request('GET', pathOf('projects', id), {}, signal), 'the project');

  /** `null`: it is gone, or hidden. */
  async function fork(id: string | number, signal?: AbortSignal): Promise<Fields | null> {
    try {
      return await readProject(id, signal);
    } catch (error) {
      if (error instanceof ForgeError && error.failure.kind === 'no-access') return null;
      throw error;
    }
  }

  async function findByBranch({ from }: RequestSearch, signal?: AbortSignal): Promise<readonly OpenRequest[]> {
    const query = { state: 'opened', source_branch: from.branch, ...perPage };
    const all = await api.pages(requests, query, signal);
    const found = all
      .map((one) => fieldsOf(one, 'a request'))
      .filter((one) => one.text('source_branch') === from.branch);
    const { path } = from.remote;
    if (isSameHandle(path, remote.path))
      return found.filter((one) => sourceOf(one) === 'here').map((one) => readMergeRequest(one, remote.path));
    const others = found.filter((one) => sourceOf(one) !== 'here');
    const id = others.length === 0 ? null : ((await fork(path, signal))?.number('id') ?? null);
    // A copy that is gone has no number any more: then the branch's name alone tells.
    return others.flatMap((one) => {
      const source = sourceOf(one);
      return source === id || source === null ? [readMergeRequest(one, source === null ? null : path)] : [];
    });
  }

  async function findByCommit(commit: string | null, signal?: AbortSignal): Promise<readonly OpenRequest[]> {
    if (commit === null) return [];
    const path = inProject('repository', 'commits', commit, 'merge_requests');
    let all: readonly unknown[];
    try {
      all = await api.pages(path, perPage, signal);
    } catch (error) {
      // The commit is not there yet.
      if (error instanceof ForgeError && error.failure.kind === 'no-access') return [];
      throw error;
    }
    const found = all
      .map((one) => fieldsOf(one, 'a request'))
      .filter((one) => one.text('state') === 'opened' && one.textOrNull('sha') === commit);
    return Promise.all(found.map((one) => withSource(one, signal)));
  }

  /** The request, with the name of the copy that it came from. */
  async function withSource(one: Fields, signal?: AbortSignal): Promise<OpenRequest> {
    const source = sourceOf(one);
    if (source === 'here') return readMergeRequest(one, remote.path);
    const copy = source === null ? null : await fork(source, signal);
    return readMergeRequest(one, copy?.text('path_with_namespace') ?? null);
  }

  return {
    kind: 'gitlab',
    host: token.host,
    project: remote.path,
    async findRequests(search, signal) {
      const found = await findByBranch(search, signal);
      return found.length > 0 ? found : findByCommit(search.commit, signal);
    },
    async readRequest(number, signal): Promise<RequestState> {
      const at = inProject('merge_requests', number);
      const one = fieldsOf(await api.request('GET', at, {}, signal), 'the request');
      const request = await withSource(one, signal);
      return { request, ...(await readReviewers(api, at, one, signal)) };
    },
    async mayAsk(signal) {
      const rights = (await readProject(remote.path, signal)).fieldsOrNull('permissions');
      const levels = ['project_access', 'group_access'].flatMap((key) => {
        const access = rights?.fieldsOrNull(key) ?? null;
        return access === null ? [] : [access.number('access_level')];
      });
      // Who has rights by an invited group is listed with none.
      return levels.length === 0 ? null : levels.some((level) => level >= leastLevel);
    },
    addReviewers: (number, handles, signal) => addReviewers(api, inProject('merge_requests', number), handles, signal),
    writeComment: (number, comment, signal) =>
      keepComment(notesOf(api, inProject('merge_requests', number, 'notes'), signal), comment),
    openRequests: (atMost, signal) => openMergeRequests(api, { at: requests, project: remote.path }, atMost, signal),
    changedPaths: ({ number }, signal) => diffsOf(api, inProject('merge_requests', number), signal),
    withdraw: (number, handles, signal) => withdraw(api, inProject('merge_requests', number), handles, signal),
    busyAmong: (handles, signal) => busyAmong(api, handles, signal),
    pastReviews: (since, atMost, signal) => mergedRequests(api, requests, { since, atMost }, signal),
  };
}
