/** One test for each rule of GitLab that lists of requests, taking back and looking back have to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { gitlabClient, gitlabToken, type ForgeClient } from '../../../src/forges';
import { proxied } from '../proxied';
import { project, StandIn } from './standIn';

const commit = (digit: string): string => digit.repeat(40);
const merged = (sha: string, day: string) => ({
  ...{ isOpen: false, updated: day, sha: commit('f'), merged: { day, commit: commit(sha), squash: null } },
});

describe('lists of GitLab', () => {
  const standIn = new StandIn();
  const proxy = proxied(standIn, 'test/forges/gitlab/api.yaml');
  const client = (): ForgeClient => {
    const token = gitlabToken({ kind: 'gitlab', host: 'git.example', api: proxy.address }, 'good');
    return gitlabClient(token, parseRemote(`https://gitlab.com/${project}`)!, { secondMs: 2, fetch: proxy.fetch });
  };

  describe('open requests', () => {
    it('come with their reviewers, those that changed last first, and no closed ones', async () => {
      standIn.addRequest({ reviewers: ['ana', 'ben'], updated: '2026-06-10' });
      standIn.addRequest({ isOpen: false });
      standIn.addRequest({ author: 'ana', source: 77, updated: '2026-06-12' });
      const found = await client().openRequests(10);
      assert.deepEqual(
        found.map(({ number, author, from, requested, updated }) => [number, author, from.project, requested, updated]),
        [
          // The name of a copy would take another call.
          [3, 'ana', null, [], '2026-06-12T12:00:00.000Z'],
          [1, 'zoe', project, ['ana', 'ben'], '2026-06-10T12:00:00.000Z'],
        ],
      );
      assert.equal(standIn.seen.length, 1);
    });

    it('are no more than are wanted', async () => {
      standIn.pageSize = 2;
      for (let at = 0; at < 7; at += 1) standIn.addRequest({ updated: `2026-06-1${at}` });
      const found = await client().openRequests(3);
      assert.deepEqual(
        found.map(({ number }) => number),
        [7, 6, 5],
      );
      assert.equal(standIn.seen.length, 2);
    });
  });

  describe('what a request changes', () => {
    const paths = async () => client().changedPaths((await client().readRequest(1)).request);

    it('is both sides of a rename', async () => {
      standIn.pageSize = 1;
      const files = [['a.ts', 'a.ts'] as const, ['old/b.ts', 'new/b.ts'] as const];
      standIn.addRequest({ files });
      assert.deepEqual(await paths(), { paths: ['a.ts', 'new/b.ts', 'old/b.ts'], isComplete: true });
    });

    it('says where a limit of the server cuts it off', async () => {
      standIn.addRequest({ files: [['a.ts', 'a.ts']], isCut: true });
      assert.deepEqual(await paths(), { paths: ['a.ts'], isComplete: false });
    });
  });

  describe('taking back', () => {
    it('takes those who were named, and sends everybody else along', async () => {
      const request = standIn.addRequest({ reviewers: ['ana', 'ben', 'mei'] });
      await client().withdraw(1, ['Ana', 'mei', 'nobody']);
      assert.deepEqual([request.reviewers, standIn.writes.length], [['ben'], 1]);
    });

    it('takes the last one as well', async () => {
      const request = standIn.addRequest({ reviewers: ['ana'] });
      await client().withdraw(1, ['ana']);
      assert.deepEqual(request.reviewers, []);
    });

    it('leaves whoever has reviewed meanwhile, and where nobody is left sends nothing', async () => {
      const request = standIn.addRequest({ reviewers: ['ana', 'ben', 'mei'], approvedBy: ['ben'] });
      request.states.set('ana', 'reviewed');
      await client().withdraw(1, ['ana', 'ben']);
      assert.equal(standIn.writes.length, 0);
      await client().withdraw(1, ['ana', 'ben', 'mei']);
      assert.deepEqual(request.reviewers, ['ana', 'ben']);
    });
  });

  it('tell who is busy, of those who are there', async () => {
    standIn.users.set('ana', { ...standIn.users.get('ana')!, isBusy: true });
    standIn.users.set('kit', { ...standIn.users.get('kit')!, isBusy: true });
    const names = ['nobody', 'Ana', 'ben', 'mei', 'zoe', 'none', 'kit'];
    assert.deepEqual(await client().busyAmong(names), ['Ana', 'kit']);
    const stopped = new Error('stopped');
    await assert.rejects(client().busyAmong(['ana'], AbortSignal.abort(stopped)), stopped);
  });

  describe('past reviews', () => {
    it('name the reviewers without the author, and the commits that the history may have', async () => {
      standIn.addRequest({
        ...{ isOpen: false, sha: commit('f'), reviewers: ['ana', 'zoe', 'ben'] },
        merged: { day: '2026-06-15', commit: commit('1'), squash: commit('2') },
      });
      assert.deepEqual(await client().pastReviews('2026-06-01', 10), [
        { commits: [commit('1'), commit('2'), commit('f')], author: 'zoe', reviewers: ['ana', 'ben'] },
      ]);
    });

    it('go back to a day, as many as are wanted', async () => {
      standIn.pageSize = 2;
      for (let at = 1; at <= 7; at += 1) standIn.addRequest(merged(String(at), `2026-06-0${at}`));
      standIn.addRequest();
      // Merged before, and talked about since.
      standIn.addRequest({ ...merged('9', '2026-05-01'), updated: '2026-06-06' });
      const since = async (day: string, atMost: number) =>
        (await client().pastReviews(day, atMost)).map(({ commits }) => commits[0]?.[0]);
      assert.deepEqual(await since('2026-06-04', 100), ['7', '6', '5', '4']);
      assert.deepEqual(await since('2026-06-04', 2), ['7', '6']);
      assert.deepEqual(await since('2026-06-15', 3), []);
    });
  });
});
