import assert from 'node:assert/strict';
import { accountsAsWriters, tellsReviewers, withReviewers, type HistoryCommit } from '../../../src/core';

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
      { commits: ['merge', 'tip'], reviewers: [identity('ana')], author: null },
      { commits: ['squashed'], reviewers: [identity('ben'), identity('mei')], author: null },
      { commits: ['gone'], reviewers: [identity('ana')], author: null },
    ];
    const log = [commit('merge'), commit('squashed', 'gil'), commit('tip'), commit('other', 'ana')];
    assert.deepEqual(
      log.map(withReviewers(reviews)).map(({ id, reviewers }) => [id, ...reviewers.map(({ name }) => name)]),
      [['merge', 'ana'], ['squashed', 'gil', 'ben', 'mei'], ['tip'], ['other', 'ana']],
    );
  });

  it('are by whoever writes what an account opens, where that is mostly one', () => {
    const account = (name: string) => ({ name, email: `0+${name}@users.noreply.github.com` });
    const opened = (by: string, ...commits: readonly string[]) => ({ commits, reviewers: [], author: account(by) });
    const by = (id: string, writer: string, ...parents: readonly string[]): HistoryCommit => ({
      ...{ ...commit(id), author: identity(writer), parents },
    });
    const log = [
      // Mei pressed the button for what Kim wrote.
      by('m1', 'mei', 'p', 't1'),
      by('t1', 'kim', 'p'),
      by('s2', 'kim', 'p'),
      by('s3', 'mei', 'p'),
      by('s4', 'ben', 'p'),
      by('s5', 'mei', 'p'),
    ];
    const reviews = [
      ...[opened('kimmy', 'm1', 't1'), opened('kimmy', 's2'), opened('kimmy', 's3'), opened('kimmy', 'gone')],
      ...[opened('bot', 's4'), opened('bot', 's5'), { ...opened('', 's4'), author: null }],
    ];
    const writer = accountsAsWriters(log, reviews);
    assert.deepEqual(writer(account('kimmy')), identity('kim'));
    assert.deepEqual(writer(account('bot')), account('bot'));
    assert.deepEqual(writer(account('other')), account('other'));
  });
});
