/** Bitbucket in the cloud. */
import type { Remote } from '../../core';
import { isSameHandle, type ForgeClient } from '../forge';
import { pathOf, type RestOptions } from '../rest';
import { keepComment } from '../keptComment';
import { fieldsOf } from '../shape';
import type { ForgeToken } from '../token';
import { cloudApiWith } from './api';
import { commentsOf } from './cloudComments';
import { diffstatOf, openPulls } from './cloudLists';
import { readPull, readState } from './cloudPulls';
import { addReviewers, withdraw } from './cloudReviewers';
import { withPlainMarker } from './marker';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** `remote`: where requests go to. `token`: from `bitbucketToken`. */
export function bitbucketClient(token: ForgeToken, remote: Remote, options: RestOptions = {}): ForgeClient {
  const api = cloudApiWith(token, options);
  const { host } = token;
  const [workspace = '', repository = ''] = remote.path.split('/');
  const pulls = `${pathOf('repositories', workspace, repository)}/pullrequests`;
  const pathTo = (number: number): string => `${pulls}${pathOf(number)}`;
  return {
    kind: 'bitbucket',
    host,
    project: remote.path,
    async findRequests({ from }, signal) {
      const q = `source.branch.name=${quoted(from.branch)} AND state="OPEN"`;
      const found = await api.pages(pulls, { q, pagelen: 50 }, signal);
      return found
        .map((pull) => readPull(fieldsOf(pull, 'the request')))
        .filter(({ from: { project } }) => project === null || isSameHandle(project, from.remote.path));
    },
    readRequest: async (number, signal) =>
      readState(fieldsOf(await api.request('GET', pathTo(number), {}, signal), 'the request')),
    // Rights are told to administrators alone.
    mayAsk: () => Promise.resolve(null),
    addReviewers: (number, handles, signal) =>
      addReviewers(api, { host, workspace, path: pathTo(number) }, handles, signal),
    writeComment: (number, comment, signal) =>
      keepComment(commentsOf(api, pathTo(number), signal), withPlainMarker(comment)),
    openRequests: (atMost, signal) => openPulls(api, pulls, atMost, signal),
    changedPaths: ({ number }, signal) => diffstatOf(api, pathTo(number), signal),
    withdraw: (number, handles, signal) => withdraw(api, pathTo(number), handles, signal),
    // It has no status of people, and tells commits of a list by their first digits alone.
    busyAmong: () => Promise.resolve([]),
    pastReviews: () => Promise.resolve([]),
  };
}
