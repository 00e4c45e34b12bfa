/** One test for each rule of Gerrit that lists of changes, taking back and looking back have to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { gerritClient, gerritToken, type ForgeClient } from '../../../src/forges';
import { StandIn } from './standIn';

describe('lists of Gerrit', () => {
  const standIn = new StandIn();
  let address: string;
  const client = (): ForgeClient => {
    const token = gerritToken({ kind: 'gerrit', host: 'review.example', api: `${address}/a` }, 'zoe:good:word');
    return gerritClient(token, parseRemote('ssh://zoe@review.example:29418/acme/shop')!, { secondMs: 5 });
  };
  const [ana, ben, mei, zoe] = [1, 2, 3, 4] as const;
  const talk = (author: number) => ({ author, text: 'Patch Set 3:\n\nWhy?', tag: null });

  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => standIn.reset());

  it('have open changes of the project with who is asked, those that changed last first, as many as wanted', async () => {
    standIn.addChange({
      ...{ reviewers: [ana, ben, mei], updated: '2026-06-10', votes: new Map([[ben, 1]]), messages: [talk(mei)] },
    });
    standIn.addChange({ isOpen: false });
    standIn.addChange({ project: 'acme/other' });
    standIn.addChange({ owner: ana, updated: '2026-06-12' });
    standIn.addChange({ updated: '2026-06-09' });
    const found = await client().openRequests(2);
    assert.deepEqual(
      found.map(({ number, author, requested, updated }) => [number, author, requested, updated]),
      [
        [4, 'ana', [], '2026-06-12T12:00:00Z'],
        [1, 'zoe', ['ana'], '2026-06-10T12:00:00Z'],
      ],
    );
    assert.equal(found[1]?.aliases?.get('ana@acme.example'), 'ana');
    assert.equal(standIn.seen.length, 1);
  });

  it('have both sides of a rename, and neither the message nor what was copied from', async () => {
    const files = {
      'a.ts': {},
      'new/b.ts': { status: 'R', old_path: 'old/b.ts' },
      'c2.ts': { status: 'C', old_path: 'c.ts' },
    };
    standIn.addChange({ files });
    const { request } = await client().readRequest(1);
    assert.deepEqual(await client().changedPaths(request), {
      paths: ['a.ts', 'new/b.ts', 'old/b.ts', 'c2.ts'],
      isComplete: true,
    });
  });

  describe('taking back', () => {
    it('takes those who were named, by whatever name, and leaves everybody else', async () => {
      const change = standIn.addChange({ reviewers: [ana, ben, mei], ccs: [zoe] });
      await client().withdraw(1, ['ana@acme.example', 'Mei', 'nobody']);
      assert.deepEqual([change.reviewers, change.ccs, standIn.writes.length], [[ben], [zoe], 2]);
    });

    it('leaves whoever has reviewed meanwhile, and where nobody is left sends nothing', async () => {
      const votes = new Map([[ana, -1]]);
      const change = standIn.addChange({ reviewers: [ana, ben, mei], votes, messages: [talk(ben)] });
      await client().withdraw(1, ['ana', 'ben']);
      assert.equal(standIn.writes.length, 0);
      await client().withdraw(1, ['ana', 'ben', 'mei']);
      assert.deepEqual([change.reviewers, change.votes.size], [[ana, ben], 1]);
    });

    it('knows people by the name they were asked by, which Gerrit does not tell', async () => {
      const change = standIn.addChange();
      const forge = client();
      assert.deepEqual(await forge.addReviewers(1, ['ana@home.example']), []);
      assert.deepEqual(change.reviewers, [ana]);
      await forge.withdraw(1, ['ana@home.example']);
      assert.deepEqual(change.reviewers, []);
    });
  });

  it('tell who voted on what was merged since a day, without the author and machines', async () => {
    standIn.accounts.push({ ...standIn.accounts[0]!, number: 5, username: 'lint', email: 'lint@x', isMachine: true });
    const closed = { isOpen: false, commit: 'b'.repeat(40) };
    const votes = new Map([ana, mei, zoe, 5].map((one) => [one, one === mei ? -1 : 1]));
    standIn.addChange({ ...closed, merged: '2026-06-10', updated: '2026-06-10', reviewers: [ana, ben], votes });
    // Merged before, and talked about since.
    standIn.addChange({ ...closed, merged: '2026-05-01', votes });
    standIn.addChange({ ...closed, merged: '2026-05-01', updated: '2026-05-01', votes });
    standIn.addChange();
    const found = await client().pastReviews('2026-06-01', 9);
    assert.deepEqual(
      found.map(({ commits, author, reviewers }) => [commits, author, reviewers]),
      [[['b'.repeat(40)], 'zoe', ['ana', 'mei']]],
    );
    assert.equal(found[0]?.aliases?.get('ana@acme.example'), 'ana');
    assert.deepEqual(await client().pastReviews('2026-06-20', 9), []);
  });

  it('tell nothing of who is busy, and are not asked', async () => {
    assert.deepEqual(await client().busyAmong(['ana']), []);
    assert.deepEqual(standIn.seen, []);
  });
});
