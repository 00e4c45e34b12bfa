/** One test for each rule of Bitbucket in the cloud that lists of requests and taking back have to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { bitbucketClient, bitbucketToken, type ForgeClient } from '../../../src/forges';
import { CloudStandIn, uuidOf } from './cloudStandIn';

describe('lists of Bitbucket in the cloud', () => {
  const standIn = new CloudStandIn();
  let address: string;
  const client = (): ForgeClient => {
    const place = { kind: 'bitbucket', host: 'bitbucket.org', api: `${address}/2.0` } as const;
    const remote = parseRemote('git@bitbucket.org:acme/shop.git')!;
    return bitbucketClient(bitbucketToken(place, 'zoe@acme.example:good'), remote, { secondMs: 5 });
  };
  const [ana, ben, mei] = [uuidOf(1), uuidOf(2), uuidOf(3)];

  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => standIn.reset());

  it('have open requests with who is asked, those that changed last first, as many as are wanted', async () => {
    standIn.pageSize = 1;
    standIn.addPull({
      ...{ reviewers: [ana, ben, mei], updated: '2026-06-10' },
      participants: new Map([
        [ben, 'approved'],
        [mei, null],
      ]),
    });
    standIn.addPull({ isOpen: false });
    standIn.addPull({ author: ana, updated: '2026-06-12' });
    standIn.addPull({ updated: '2026-06-09' });
    const found = await client().openRequests(2);
    assert.deepEqual(
      found.map(({ number, author, requested, updated }) => [number, author, requested, updated]),
      [
        [3, 'ana', [], '2026-06-12T12:00:00.000000+00:00'],
        [1, 'zoe', ['ana', 'mei'], '2026-06-10T12:00:00.000000+00:00'],
      ],
    );
    assert.equal(found[1]?.aliases?.get('557058:1'), 'ana');
    assert.equal(standIn.seen.length, 2);
  });

  it('have both sides of a rename, from where the list of files lies', async () => {
    standIn.pageSize = 2;
    standIn.addPull({
      files: [
        ['a.ts', 'a.ts'],
        ['old/b.ts', 'new/b.ts'],
        [null, 'c.ts'],
        ['gone.ts', null],
      ],
    });
    const { request } = await client().readRequest(1);
    assert.deepEqual(await client().changedPaths(request), {
      paths: ['a.ts', 'new/b.ts', 'old/b.ts', 'c.ts', 'gone.ts'],
      isComplete: true,
    });
  });

  describe('taking back', () => {
    it('takes those who were named, by whatever name, and sends everybody else along', async () => {
      const pull = standIn.addPull({ reviewers: [ana, ben, mei] });
      await client().withdraw(1, ['Ana', '557058:3', 'nobody']);
      assert.deepEqual([pull.reviewers, pull.title, standIn.writes.length], [[ben], 'Charge "once"', 1]);
    });

    it('takes the last one as well', async () => {
      const pull = standIn.addPull({ reviewers: [ana] });
      await client().withdraw(1, [ana]);
      assert.deepEqual(pull.reviewers, []);
    });

    it('leaves whoever has reviewed meanwhile, and where nobody is left sends nothing', async () => {
      const participants = new Map([
        [ana, 'approved' as const],
        [ben, 'changes_requested' as const],
      ]);
      const pull = standIn.addPull({ reviewers: [ana, ben, mei], participants });
      await client().withdraw(1, ['ana', 'ben']);
      assert.equal(standIn.writes.length, 0);
      await client().withdraw(1, ['ana', 'ben', 'mei']);
      assert.deepEqual(pull.reviewers, [ana, ben]);
    });
  });

  it('tell neither who is busy nor who reviewed before, and are not asked', async () => {
    assert.deepEqual([await client().busyAmong(['ana']), await client().pastReviews('2026-06-01', 9)], [[], []]);
    assert.deepEqual(standIn.seen, []);
  });
});
