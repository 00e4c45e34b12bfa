/** One test for each rule of Gitea and Forgejo that lists of requests and taking back have to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { giteaClient, giteaToken, type ForgeClient } from '../../../src/forges';
import { proxied } from '../proxied';
import { project, StandIn } from './standIn';

describe('lists of Gitea', () => {
  const standIn = new StandIn();
  const proxy = proxied(standIn, 'test/forges/gitea/api.json');
  const client = (secret = 'good'): ForgeClient => {
    const token = giteaToken({ kind: 'gitea', host: 'git.example', api: proxy.address }, secret);
    return giteaClient(token, parseRemote(`https://codeberg.org/${project}`)!, { secondMs: 2, fetch: proxy.fetch });
  };

  it('have open requests with who is asked, those that changed last first, as many as are wanted', async () => {
    standIn.pageSize = 1;
    standIn.addPull({ requested: ['ana', 'ben'], updated: '2026-06-10' });
    standIn.addPull({ isOpen: false });
    standIn.addPull({ author: 'ana', updated: '2026-06-12' });
    standIn.addPull({ updated: '2026-06-09' });
    const found = await client().openRequests(2);
    assert.deepEqual(
      found.map(({ number, author, requested, updated }) => [number, author, requested, updated]),
      [
        [3, 'ana', [], '2026-06-12T12:00:00Z'],
        [1, 'zoe', ['ana', 'ben'], '2026-06-10T12:00:00Z'],
      ],
    );
    assert.equal(standIn.seen.length, 2);
  });

  describe('what a request changes', () => {
    const paths = async () => client().changedPaths((await client().readRequest(1)).request);

    it('is both sides of a rename', async () => {
      standIn.pageSize = 2;
      standIn.addPull({ files: [['a.ts'], ['new/b.ts', 'old/b.ts'], ['c.ts', '']] });
      assert.deepEqual(await paths(), { paths: ['a.ts', 'new/b.ts', 'old/b.ts', 'c.ts'], isComplete: true });
    });

    it('says where there are more pages than are read', async () => {
      standIn.pageSize = 1;
      standIn.addPull({ files: Array.from({ length: 51 }, (_, at) => [`${at}.ts`] as const) });
      const found = await paths();
      assert.deepEqual([found.paths.length, found.isComplete], [50, false]);
    });
  });

  describe('taking back', () => {
    it('takes those who were named, and leaves everybody else', async () => {
      const pull = standIn.addPull({ requested: ['ana', 'ben', 'mei'], requestedTeams: ['checkout'] });
      await client().withdraw(1, ['Ana', 'mei', 'nobody']);
      assert.deepEqual([pull.requested, pull.requestedTeams], [['ben'], ['checkout']]);
      assert.deepEqual(
        standIn.writes.map(({ method, body }) => [method, body]),
        [['DELETE', '{"reviewers":["ana","mei"]}']],
      );
    });

    it('leaves whoever has reviewed meanwhile, and sends nothing', async () => {
      const pull = standIn.addPull({ requested: ['ben'], reviews: [{ login: 'ana', state: 'APPROVED' }] });
      await client().withdraw(1, ['ana']);
      assert.deepEqual([standIn.writes.length, pull.requested, pull.reviews.length], [0, ['ben'], 1]);
    });

    it('is told as refused where the account has no right to', async () => {
      standIn.accounts.set('reader', { login: 'kit', mayPush: false, scope: 'write' });
      standIn.addPull({ requested: ['ana'] });
      await assert.rejects(client('reader').withdraw(1, ['ana']), {
        failure: { kind: 'refused', words: "Doer can't choose reviewer [user_id: 7, repo_id: 1]" },
      });
    });
  });

  it('tell neither who is busy nor who reviewed before, and are not asked', async () => {
    assert.deepEqual([await client().busyAmong(['ana']), await client().pastReviews('2026-06-01', 9)], [[], []]);
    assert.deepEqual(standIn.seen, []);
  });
});
