import assert from 'node:assert/strict';
import { tellsReviewers, withReviewers, type HistoryCommit } from '../../../src/core';

const identity = (id: string) => ({ name: id, email: `${id}@acme.dev` });

const commit = (id: string, ...reviewed: readonly string[]): HistoryCommit => ({
  ...{ id, parents: [], time: 0, author: identity('gil'), coAuthors: [], paths: [] },
  reviewers: reviewed.map(identity),
});

const times = (count: number, ...reviewed: readonly string[]) =>
  Array.from({ length: count }, (_, at) => commit(`c${at}`, ...reviewed));

describe('reviews that a forge keeps', () => {
  it('are wanted where fewer than eight commits of the year name a reviewer', () => {
    assert.equal(tellsReviewers([]), false);
    assert.equal(tellsReviewers([...times(500), ...times(7, 'ana')]), false);
    assert.equal(tellsReviewers([...times(500), ...times(8, 'ana')]), true);
  });

  it('are added to what the messages tell, and count once, for what comes first in the log', () => {
    const reviews = [
      { commits: ['merge', 'tip'], reviewers: [identity('ana')] },
      { commits: ['squashed'], reviewers: [identity('ben'), identity('mei')] },
      { commits: ['gone'], reviewers: [identity('ana')] },
    ];
    const log = [commit('merge'), commit('squashed', 'gil'), commit('tip'), commit('other', 'ana')];
    assert.deepEqual(
      log.map(withReviewers(reviews)).map(({ id, reviewers }) => [id, ...reviewers.map(({ name }) => name)]),
      [['merge', 'ana'], ['squashed', 'gil', 'ben', 'mei'], ['tip'], ['other', 'ana']],
    );
  });
});
