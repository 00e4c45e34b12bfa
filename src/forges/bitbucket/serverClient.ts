/** Bitbucket Data Center, which people run themselves. */
import type { Remote } from '../../core';
import { isSameHandle, type ForgeClient } from '../forge';
import { pathOf, type RestOptions } from '../rest';
import { keepComment } from '../keptComment';
import { fieldsOf } from '../shape';
import type { ForgeToken } from '../token';
import { serverApiWith } from './api';
import { withPlainMarker } from './marker';
import { commentsOf } from './serverComments';
import { changesOf, mergedPulls, openPulls } from './serverLists';
import { readPull, readState } from './serverPulls';
import { addReviewers, withdraw } from './serverReviewers';

/** `SHOP/shop` → `/projects/SHOP/repos/shop/pull-requests`; what is a person's own begins with `~`. */
function pullsOf(path: string): string {
  const [project = '', repository = ''] = path.split('/');
  return `${pathOf('projects', project, 'repos', repository)}/pull-requests`;
}

/** `remote`: where requests go to. `token`: from `bitbucketToken`. */
export function bitbucketServerClient(token: ForgeToken, remote: Remote, options: RestOptions = {}): ForgeClient {
  let self: string | null = null;
  const api = serverApiWith(token, options, (name) => {
    self = name;
  });
  const pathTo = (number: number): string => `${pullsOf(remote.path)}${pathOf(number)}`;
  return {
    kind: 'bitbucket-server',
    host: token.host,
    project: remote.path,
    async findRequests({ from }, signal) {
      const query = { direction: 'OUTGOING', at: `refs/heads/${from.branch}`, state: 'OPEN', limit: 100 };
      // A fork knows where its branches go to.
      const found = await api.pages(pullsOf(from.remote.path), query, signal);
      return found
        .map((pull) => readPull(fieldsOf(pull, 'the request')))
        .filter(({ intoProject }) => isSameHandle(intoProject, remote.path))
        .map(({ request }) => request);
    },
    readRequest: async (number, signal) =>
      readState(fieldsOf(await api.request('GET', pathTo(number), {}, signal), 'the request')),
    // Rights are told to administrators alone.
    mayAsk: () => Promise.resolve(null),
    addReviewers: (number, handles, signal) => addReviewers(api, pathTo(number), handles, signal),
    writeComment: (number, comment, signal) =>
      keepComment(commentsOf(api, { pull: pathTo(number), self: () => self }, signal), withPlainMarker(comment)),
    openRequests: (atMost, signal) => openPulls(api, pullsOf(remote.path), atMost, signal),
    changedPaths: ({ number }, signal) => changesOf(api, pathTo(number), signal),
    withdraw: (number, handles, signal) => withdraw(api, pathTo(number), handles, signal),
    // It has no status of people.
    busyAmong: () => Promise.resolve([]),
    pastReviews: (since, atMost, signal) => mergedPulls(api, pullsOf(remote.path), { since, atMost }, signal),
  };
}
