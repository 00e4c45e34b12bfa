/** One test for each rule of Bitbucket Data Center that lists of requests, taking back and looking back have to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { bitbucketServerClient, bitbucketToken, type ForgeClient } from '../../../src/forges';
import { ServerStandIn, type Reviewer } from './serverStandIn';

const commit = (digit: string): string => digit.repeat(40);
const reviewer = (name: string, status: Reviewer['status'] = 'UNAPPROVED'): Reviewer => ({ name, status });

describe('lists of Bitbucket Data Center', () => {
  const standIn = new ServerStandIn();
  let address: string;
  const client = (): ForgeClient => {
    const place = { kind: 'bitbucket-server', host: 'git.example', api: `${address}/rest/api/1.0` } as const;
    const remote = parseRemote('ssh://git@git.example:7999/SHOP/shop.git')!;
    return bitbucketServerClient(bitbucketToken(place, 'good'), remote, { secondMs: 5 });
  };

  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => standIn.reset());

  it('have open requests with who is asked, those that changed last first, as many as are wanted', async () => {
    standIn.pageSize = 1;
    standIn.addPull({ reviewers: [reviewer('ana'), reviewer('ben', 'APPROVED')], updated: '2026-06-10' });
    standIn.addPull({ isOpen: false });
    standIn.addPull({ author: 'ana', updated: '2026-06-12' });
    standIn.addPull({ updated: '2026-06-09' });
    const found = await client().openRequests(2);
    assert.deepEqual(
      found.map(({ number, author, requested, updated }) => [number, author, requested, updated]),
      [
        [3, 'ana', [], '2026-06-12T12:00:00.000Z'],
        [1, 'zoe', ['ana'], '2026-06-10T12:00:00.000Z'],
      ],
    );
    assert.equal(found[1]?.aliases?.get('ana@acme.example'), 'ana');
    assert.equal(standIn.seen.length, 2);
  });

  it('have both sides of a rename, and not what was copied from', async () => {
    standIn.pageSize = 2;
    standIn.addPull({
      files: [
        { path: 'a.ts', type: 'MODIFY' },
        { path: 'new/b.ts', type: 'MOVE', from: 'old/b.ts' },
        { path: 'c2.ts', type: 'COPY', from: 'c.ts' },
      ],
    });
    const { request } = await client().readRequest(1);
    assert.deepEqual(await client().changedPaths(request), {
      paths: ['a.ts', 'new/b.ts', 'old/b.ts', 'c2.ts'],
      isComplete: true,
    });
  });

  describe('taking back', () => {
    const names = () => standIn.pulls[0]!.reviewers.map(({ name }) => name);

    it('takes those who were named, by whatever name, and sends everything else along', async () => {
      const pull = standIn.addPull({ reviewers: [reviewer('ana'), reviewer('ben'), reviewer('mei')] });
      await client().withdraw(1, ['Ana', 'mei@acme.example', 'nobody']);
      assert.deepEqual([names(), pull.title, pull.description], [['ben'], 'Charge once', 'Because.']);
    });

    it('leaves whoever has reviewed meanwhile, and where nobody is left sends nothing', async () => {
      standIn.addPull({ reviewers: [reviewer('ana', 'APPROVED'), reviewer('ben', 'NEEDS_WORK'), reviewer('mei')] });
      await client().withdraw(1, ['ana', 'ben']);
      assert.equal(standIn.writes.length, 0);
      await client().withdraw(1, ['ana', 'ben', 'mei']);
      assert.deepEqual(names(), ['ana', 'ben']);
    });

    it('looks again where somebody was faster, so that whoever reviewed in between stays', async () => {
      const pull = standIn.addPull({ reviewers: [reviewer('ana'), reviewer('ben')] });
      let isDone = false;
      standIn.fault = ({ method }) => {
        if (method === 'PUT' && !isDone) {
          isDone = true;
          pull.reviewers[0]!.status = 'APPROVED';
          pull.version += 1;
        }
        return false;
      };
      await client().withdraw(1, ['ana', 'ben']);
      assert.deepEqual(names(), ['ana']);
    });

    it('is told as refused where somebody always is', async () => {
      const pull = standIn.addPull({ reviewers: [reviewer('ana')] });
      standIn.fault = ({ method }) => {
        if (method === 'PUT') pull.version += 1;
        return false;
      };
      await assert.rejects(client().withdraw(1, ['ana']), {
        failure: {
          kind: 'refused',
          words: 'You are attempting to modify a pull request based on out-of-date information.',
        },
      });
      assert.equal(standIn.writes.length, 2);
    });
  });

  it('tell who reviewed what was merged since a day, without machines', async () => {
    const isOpen = false;
    standIn.addPull({ isOpen, updated: '2026-06-01', reviewers: [reviewer('ana', 'APPROVED')] });
    standIn.addPull({
      ...{ isOpen, updated: '2026-06-10', mergeCommit: commit('1') },
      reviewers: [
        ...[reviewer('ana', 'APPROVED'), reviewer('ben'), reviewer('mei', 'NEEDS_WORK')],
        reviewer('lint-robot', 'APPROVED'),
      ],
    });
    standIn.addPull({ isOpen, updated: '2026-06-12' });
    standIn.addPull();
    assert.deepEqual(await client().pastReviews('2026-06-02', 9), [
      { commits: [commit('a')], author: 'zoe', reviewers: [] },
      { commits: [commit('1'), commit('a')], author: 'zoe', reviewers: ['ana', 'mei'] },
    ]);
    assert.equal((await client().pastReviews('2026-06-01', 2)).length, 2);
  });

  it('tell nothing of who is busy, and are not asked', async () => {
    assert.deepEqual(await client().busyAmong(['ana']), []);
    assert.deepEqual(standIn.seen, []);
  });
});
