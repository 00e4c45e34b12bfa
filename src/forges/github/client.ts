/** GitHub, in the cloud and on servers of one's own. Source: *REST API endpoints for pull requests*. */
import type { Remote } from '../../core';
import { isSameHandle, type ForgeClient, type OpenRequest, type RequestSearch } from '../forge';
import { keepComment } from '../keptComment';
import { fieldsOf } from '../shape';
import type { ForgeToken } from '../token';
import { commentsOf } from './comments';
import { filesOf, openPulls } from './lists';
import { githubApiWith, type GithubOptions } from './octokit';
import { isOpen, readPull, readRequested, readReviews } from './pulls';
import { busyAmong, pastReviews } from './queries';
import { addReviewers, withdraw } from './reviewers';

/** `remote`: where requests go to. */
export function githubClient(token: ForgeToken, remote: Remote, options: GithubOptions = {}): ForgeClient {
  const api = githubApiWith(token, options);
  const [owner = '', repo = ''] = remote.path.split('/');
  const place = { owner, repo };

  async function findByBranch({ from }: RequestSearch, signal?: AbortSignal): Promise<readonly OpenRequest[]> {
    const { path } = from.remote;
    const head = `${path.split('/')[0] ?? ''}:${from.branch}`;
    const pulls = await api.pages('GET /repos/{owner}/{repo}/pulls', { ...place, state: 'open', head }, signal);
    // GitHub leaves out what it cannot read of `head`, and gives all of them.
    return pulls.map(readPull).filter((pull) => pull.from.branch === from.branch && isFrom(path, pull));
  }

  async function findByCommit(commit: string | null, signal?: AbortSignal): Promise<readonly OpenRequest[]> {
    if (commit === null) return [];
    const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
    const pulls = await api.pages(route, { ...place, commit_sha: commit }, signal);
    return pulls
      .filter(isOpen)
      .map(readPull)
      .filter((pull) => pull.from.commit === commit);
  }

  return {
    kind: 'github',
    host: token.host,
    project: remote.path,
    async findRequests(search, signal) {
      const found = await findByBranch(search, signal);
      return found.length > 0 ? found : findByCommit(search.commit, signal);
    },
    async readRequest(number, signal) {
      const of = { ...place, pull_number: number };
      const pull = await api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', of, signal);
      const reviews = await api.pages('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', of, signal);
      return { request: readPull(pull), ...readRequested(pull), reviews: readReviews(reviews) };
    },
    async mayAsk(signal) {
      const project = fieldsOf(await api.request('GET /repos/{owner}/{repo}', place, signal), 'the project');
      const rights = project.fieldsOrNull('permissions');
      return rights === null ? null : ['admin', 'maintain', 'push', 'triage'].some((right) => rights.flag(right));
    },
    addReviewers: (number, handles, signal) => addReviewers(api, { host: token.host, place, number }, handles, signal),
    writeComment: (number, comment, signal) => keepComment(commentsOf(api, place, number, signal), comment),
    openRequests: (atMost, signal) => openPulls(api, place, atMost, signal),
    changedPaths: ({ number }, signal) => filesOf(api, place, number, signal),
    withdraw: (number, handles, signal) => withdraw(api, { place, number }, handles, signal),
    busyAmong: (handles, signal) => busyAmong(api, handles, signal),
    pastReviews: (since, atMost, signal) => pastReviews(api, place, { since, atMost }, signal),
  };
}

/** A copy that is gone has no name any more: then the branch's name alone tells. */
const isFrom = (path: string, { from }: OpenRequest): boolean =>
  from.project === null || isSameHandle(from.project, path);
