/** Azure DevOps, in the cloud and on servers of one's own. */
import type { Remote } from '../../core';
import { isSameHandle, type ForgeClient } from '../forge';
import { pathOf, type RestOptions } from '../rest';
import { keepComment } from '../keptComment';
import { fieldsOf, type Fields } from '../shape';
import { azureApiWith, azureNames, versionOf, type AzureTokens } from './api';
import { changesOf, completedPulls, openPulls, type PullList } from './lists';
import { readPull, readState } from './pulls';
import { addReviewers, withdraw } from './reviewers';
import { threadsOf } from './threads';

/** More than one branch has. */
const mostPulls = 100;

/** `remote`: where requests go to. `tokens`: from `azureTokens`. */
export function azureClient(tokens: AzureTokens, remote: Remote, options: RestOptions = {}): ForgeClient {
  const git = azureApiWith(tokens.git, options);
  const identities = azureApiWith(tokens.identities, options);
  const { host } = tokens.git;
  const version = versionOf(host);
  const names = azureNames(remote);
  const repository = `${pathOf(names.project)}/_apis/git/repositories${pathOf(names.repository)}`;
  /** Names that were looked up, lower case → id. */
  const learnt = new Map<string, string>();
  const list: PullList = { remote, repository, version, learnt };

  const get = async (path: string, query: Readonly<Record<string, string | number>>, signal?: AbortSignal) =>
    fieldsOf(await git.request('GET', path, { query: { ...query, 'api-version': version } }, signal), 'the answer');
  const getPull = (number: number, signal?: AbortSignal): Promise<Fields> =>
    get(`${repository}/pullrequests${pathOf(number)}`, {}, signal);

  return {
    kind: 'azure',
    host,
    project: remote.path,
    async findRequests({ from }, signal) {
      const query = {
        'searchCriteria.sourceRefName': `refs/heads/${from.branch}`,
        'searchCriteria.status': 'active',
        $top: mostPulls,
      };
      const found = (await get(`${repository}/pullrequests`, query, signal)).list('value');
      return found
        .map((pull) => readPull(pull, remote))
        .filter((pull) => isSameHandle(pull.from.project ?? '', from.remote.path));
    },
    readRequest: async (number, signal) => readState(await getPull(number, signal), remote, learnt),
    // Rights are told in bits whose meaning is the server's own.
    mayAsk: () => Promise.resolve(null),
    addReviewers: (number, handles, signal, required = []) =>
      addReviewers(
        { git, identities },
        { host, repository, number, version },
        { handles, required },
        (name, id) => learnt.set(name.toLowerCase(), id),
        signal,
      ),
    writeComment: (number, comment, signal) =>
      keepComment(threadsOf(git, { pull: `${repository}/pullRequests${pathOf(number)}`, version }, signal), comment),
    openRequests: (atMost, signal) => openPulls(git, list, atMost, signal),
    changedPaths: ({ number }, signal) => changesOf(git, list, number, signal),
    withdraw: (number, handles, signal) => withdraw(git, list, { number, handles }, signal),
    // It has no status of people.
    busyAmong: () => Promise.resolve([]),
    pastReviews: (since, atMost, signal) => completedPulls(git, list, { since, atMost }, signal),
  };
}
