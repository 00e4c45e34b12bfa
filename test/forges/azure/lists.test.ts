/** One test for each rule of Azure DevOps that lists of requests, taking back and looking back have to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { azureClient, azureTokens, type ForgeClient } from '../../../src/forges';
import { proxied } from '../proxied';
import { idOf, StandIn, type Reviewer } from './standIn';

const host = 'dev.azure.com';
const remote = parseRemote(`https://${host}/acme/Shop/_git/shop`)!;
const [ana, ben, mei, zoe, checkout] = [1, 2, 3, 4, 50].map(idOf) as [string, string, string, string, string];
const reviewer = (id: string, vote = 0): Reviewer => ({ id, vote, isRequired: false });

describe('lists of Azure DevOps', () => {
  const standIn = new StandIn();
  const proxy = proxied(standIn, 'test/forges/azure/api.json');
  const client = (): ForgeClient => {
    const place = { host, api: `${proxy.address}/acme`, identities: `${proxy.address}/acme` };
    return azureClient(azureTokens(place, 'good', 'personal'), remote, { secondMs: 5, fetch: proxy.fetch });
  };

  it('have open requests with who is asked, the newest first, as many as are wanted', async () => {
    standIn.addPull();
    standIn.addPull({ reviewers: [reviewer(ana), reviewer(ben, 10), reviewer(checkout)] });
    standIn.addPull({ isOpen: false });
    standIn.addPull({ author: ana });
    const found = await client().openRequests(2);
    assert.deepEqual(
      found.map(({ number, author, requested, updated }) => [number, author, requested, updated]),
      [
        [4, 'ana@acme.example', [], null],
        [2, 'zoe@acme.example', ['ana@acme.example'], null],
      ],
    );
    assert.equal(found[1]?.aliases?.get(ana), 'ana@acme.example');
    assert.equal(standIn.seen.length, 1);
  });

  describe('what a request changes', () => {
    const paths = async () => client().changedPaths((await client().readRequest(1)).request);

    it('is that of the newest push, both sides of a rename', async () => {
      standIn.addPull({ pushes: 11, files: [['a.ts'], ['new/b.ts', 'old/b.ts']] });
      assert.deepEqual(await paths(), { paths: ['a.ts', 'new/b.ts', 'old/b.ts'], isComplete: true });
    });

    it('says where Azure tells only some of it', async () => {
      standIn.addPull({ files: Array.from({ length: 2001 }, (_, at) => [`${at}.ts`] as const) });
      const found = await paths();
      assert.deepEqual([found.paths.length, found.isComplete], [2000, false]);
    });
  });

  describe('taking back', () => {
    const ids = () => standIn.pulls[0]!.reviewers.map(({ id }) => id);

    it('takes those who were named, by whatever name, and leaves everybody else', async () => {
      standIn.addPull({ reviewers: [ana, ben, mei, checkout].map((id) => reviewer(id)) });
      await client().withdraw(1, ['Ana@acme.example', mei, 'nobody']);
      assert.deepEqual([ids(), standIn.writes.length], [[ben, checkout], 2]);
    });

    it('leaves whoever has voted meanwhile, and where nobody is left sends nothing', async () => {
      standIn.addPull({ reviewers: [reviewer(ana, -5), reviewer(ben, 5), reviewer(mei)] });
      await client().withdraw(1, [ana, ben]);
      assert.equal(standIn.writes.length, 0);
      await client().withdraw(1, [ana, ben, mei]);
      assert.deepEqual(ids(), [ana, ben]);
    });

    it('knows people by the name they were asked by', async () => {
      standIn.addPull();
      const forge = client();
      assert.deepEqual(await forge.addReviewers(1, ['ana@mail.example']), []);
      assert.deepEqual(ids(), [ana]);
      await forge.withdraw(1, ['ana@mail.example']);
      assert.deepEqual(ids(), []);
    });
  });

  it('tell who voted on what was merged since a day, without the author and groups', async () => {
    standIn.addPull({ isOpen: false, merged: '2026-05-01', reviewers: [reviewer(ben, 10)] });
    const reviewers = [reviewer(ana, 10), reviewer(ben), reviewer(zoe, 10), reviewer(checkout, 10), reviewer(mei, -10)];
    standIn.addPull({ isOpen: false, merged: '2026-06-10', reviewers });
    standIn.addPull();
    const found = await client().pastReviews('2026-06-01', 9);
    assert.deepEqual(
      found.map(({ commits, author, reviewers: who }) => [commits, author, who]),
      [[['b'.repeat(40), 'a'.repeat(40)], 'zoe@acme.example', ['ana@acme.example', 'mei@acme.example']]],
    );
    assert.equal(found[0]?.aliases?.get(ana), 'ana@acme.example');
  });

  it('tell of what was merged page by page, as much as is wanted', async () => {
    for (let at = 0; at < 250; at += 1) standIn.addPull({ isOpen: false });
    assert.equal((await client().pastReviews('2026-06-01', 120)).length, 120);
    assert.equal(standIn.seen.length, 2);
    assert.equal((await client().pastReviews('2026-06-01', 999)).length, 250);
    assert.equal(standIn.seen.length, 5);
  });

  it('tell nothing of who is busy, and are not asked', async () => {
    assert.deepEqual(await client().busyAmong(['ana']), []);
    assert.deepEqual(standIn.seen, []);
  });
});
