/** Gerrit, whose requests are changes: one commit each, known by its `Change-Id`. */
import type { Remote } from '../../core';
import type { ForgeClient } from '../forge';
import { pathOf, type RestOptions } from '../rest';
import { fieldsOf, listOf } from '../shape';
import type { ForgeToken } from '../token';
import { handleOf } from './accounts';
import { gerritApiWith } from './api';
import { details, readChange, readState } from './changes';
import { writeMessage } from './message';
import { filesOf, mergedChanges, openChanges, type ChangeList } from './lists';
import { quoted } from './query';
import { addReviewers, withdraw } from './reviewers';

/** More branches than anybody has one commit on. */
const mostChanges = 100;

/** `remote`: where changes are pushed to. `token`: from `gerritToken`. */
export function gerritClient(token: ForgeToken, remote: Remote, options: RestOptions = {}): ForgeClient {
  const api = gerritApiWith(token, options);
  const site = token.api.replace(/\/a$/, '');
  const changePath = (number: number): string => pathOf('changes', `${remote.path}~${number}`);
  const reviewPath = (number: number): string => `${changePath(number)}/revisions/current/review`;
  /** Names that only asking showed to be somebody's, lower case → handle. */
  const learnt = new Map<string, string>();
  const list: ChangeList = { project: remote.path, site, learnt };

  return {
    kind: 'gerrit',
    host: token.host,
    project: remote.path,
    async findRequests({ changeId = null, commit }, signal) {
      // A commit without an id may have got one from Gerrit.
      const which =
        changeId !== null ? `change:${quoted(changeId)}` : commit !== null ? `commit:${quoted(commit)}` : null;
      if (which === null) return [];
      const query = { q: `${which} status:open project:${quoted(remote.path)}`, n: mostChanges };
      const found = await api.request('GET', `/changes/${details}`, { query }, signal);
      return listOf(found, 'the changes').map((change) => readChange(change, site));
    },
    async readRequest(number, signal) {
      const change = await api.request('GET', `${changePath(number)}${details}`, {}, signal);
      return readState(fieldsOf(change, 'the change'), site, learnt);
    },
    // Whoever sees a change may add reviewers, unless the project says otherwise, which is not told.
    mayAsk: () => Promise.resolve(null),
    addReviewers: (number, handles, signal) =>
      addReviewers(
        api,
        { path: reviewPath(number), learn: (name, account) => learnt.set(name.toLowerCase(), handleOf(account)) },
        handles,
        signal,
      ),
    writeComment: (number, comment, signal) =>
      writeMessage(api, { change: changePath(number), review: reviewPath(number) }, comment, signal),
    openRequests: (atMost, signal) => openChanges(api, list, atMost, signal),
    changedPaths: ({ number }, signal) => filesOf(api, changePath(number), signal),
    withdraw: (number, handles, signal) => withdraw(api, changePath(number), { handles, list }, signal),
    // The status of an account is whatever its owner wrote.
    busyAmong: () => Promise.resolve([]),
    pastReviews: (since, atMost, signal) => mergedChanges(api, list, { since, atMost }, signal),
  };
}
