/** One test for each rule of GitHub that lists of requests, taking back and looking back have to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { bindToken, githubClient, type ForgeClient } from '../../../src/forges';
import { startProxy, type Proxy } from './proxy';
import { StandIn } from './standIn';

const remote = parseRemote('https://github.com/acme/shop')!;
const commit = (digit: string): string => digit.repeat(40);
const merged = (sha: string, day: string) => ({
  ...{ isOpen: false, updated: day, merged: { day, commit: commit(sha) } },
  head: { project: 'acme/shop', branch: 'work', sha: commit('f') },
});

describe('lists of GitHub', () => {
  const standIn = new StandIn();
  let proxy: Proxy;
  /** Of the stand-in itself, whose faults the proxy would object to. */
  let direct = '';
  const client = (secret = 'good'): ForgeClient =>
    githubClient(bindToken({ kind: 'github', host: 'github.example', api: proxy.address }, secret), remote, {
      secondMs: 5,
      fetch: proxy.fetch,
    });

  before(async function () {
    this.timeout(60_000);
    direct = await standIn.start();
    proxy = await startProxy(direct);
  });
  after(() => {
    proxy.stop();
    standIn.stop();
  });
  beforeEach(() => {
    standIn.reset();
    standIn.publicAddress = proxy.address;
    proxy.violations();
  });
  afterEach(() => assert.deepEqual(proxy.violations(), []));

  describe('open requests', () => {
    it('come with who is asked, those that changed last first, and no closed ones', async () => {
      const pull = standIn.addPull({ requested: ['ana', 'ben'], updated: '2026-06-10' });
      standIn.review(pull, 'ben');
      standIn.addPull({ isOpen: false });
      standIn.addPull({ author: 'ana', updated: '2026-06-12' });
      const found = await client().openRequests(10);
      assert.deepEqual(
        found.map(({ number, author, requested, updated }) => [number, author, requested, updated]),
        [
          [3, 'ana', [], '2026-06-12T12:00:00Z'],
          [1, 'zoe', ['ana'], '2026-06-10T12:00:00Z'],
        ],
      );
    });

    it('are no more than are wanted, and no more pages are asked for', async () => {
      standIn.pageSize = 2;
      for (let at = 0; at < 7; at += 1) standIn.addPull({ updated: `2026-06-1${at}` });
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

    it('is both sides of a rename, and not what was copied from', async () => {
      standIn.pageSize = 2;
      standIn.addPull({
        files: [
          { path: 'a.ts' },
          { path: 'new/b.ts', status: 'renamed', from: 'old/b.ts' },
          { path: 'c2.ts', status: 'copied', from: 'c.ts' },
          { path: 'gone.ts', status: 'removed' },
        ],
      });
      assert.deepEqual(await paths(), {
        paths: ['a.ts', 'new/b.ts', 'old/b.ts', 'c2.ts', 'gone.ts'],
        isComplete: true,
      });
    });

    it('says where GitHub tells only some of it', async () => {
      standIn.addPull({ files: Array.from({ length: 3001 }, (_, at) => ({ path: `${at}.ts` })) });
      const found = await paths();
      assert.deepEqual([found.paths.length, found.isComplete], [3000, false]);
    });
  });

  describe('taking back', () => {
    it('takes those who were named, and leaves everybody else', async () => {
      const pull = standIn.addPull({ requested: ['ana', 'ben', 'mei'], requestedTeams: ['checkout'] });
      await client().withdraw(1, ['Ana', 'mei']);
      assert.deepEqual([pull.requested, pull.requestedTeams], [['ben'], ['checkout']]);
      assert.deepEqual(
        standIn.writes.map(({ method, body }) => [method, body]),
        [['DELETE', '{"reviewers":["ana","mei"]}']],
      );
    });

    it('leaves whoever has reviewed meanwhile, and where nobody is left sends nothing', async () => {
      const pull = standIn.addPull({ requested: ['ana', 'ben'] });
      standIn.review(pull, 'ana');
      await client().withdraw(1, ['ana']);
      assert.deepEqual([standIn.writes.length, pull.requested, pull.reviews.length], [0, ['ben'], 1]);
      await client().withdraw(1, ['ana', 'ben']);
      assert.deepEqual([pull.requested, pull.reviews.length], [[], 1]);
    });

    it('is told as refused where the account has no right to', async () => {
      standIn.accounts.set('reader', { login: 'kit', kind: 'user', right: 'read' });
      standIn.addPull({ requested: ['ana'] });
      await assert.rejects(client('reader').withdraw(1, ['ana']), {
        failure: { kind: 'no-access', words: 'Resource not accessible by personal access token' },
      });
    });
  });

  describe('who is busy', () => {
    it('is told of all in one question, whatever else their status says', async () => {
      standIn.statuses = new Map([
        ['ana', true],
        ['ben', false],
      ]);
      assert.deepEqual(await client().busyAmong(['Ana', 'ben', 'mei']), ['Ana']);
      assert.equal(standIn.seen.length, 1);
      assert.deepEqual(await client().busyAmong([]), []);
      assert.equal(standIn.seen.length, 1);
    });

    it('is told although one of the names is nobody’s', async () => {
      standIn.statuses.set('ana', true);
      assert.deepEqual(await client().busyAmong(['nobody', 'ana']), ['ana']);
      assert.deepEqual(await client().busyAmong(['nobody']), []);
    });

    it('is nobody where GitHub has trouble, and cancelling is no trouble', async () => {
      standIn.statuses.set('ana', true);
      standIn.fault = (_, response) => {
        response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"no"}');
        return true;
      };
      const forge = githubClient(bindToken({ kind: 'github', host: 'github.example', api: direct }, 'good'), remote, {
        secondMs: 5,
      });
      assert.deepEqual(await forge.busyAmong(['ana']), []);
      assert.equal(standIn.seen.length, 1);
      const stopped = new Error('stopped');
      await assert.rejects(forge.busyAmong(['ana'], AbortSignal.abort(stopped)), stopped);
    });
  });

  describe('past reviews', () => {
    it('name the people who reviewed, without the author and without bots', async () => {
      const pull = standIn.addPull(merged('1', '2026-06-10'));
      for (const login of ['ana', 'zoe', 'lint[bot]', 'ana', 'Ben']) standIn.review(pull, login, 'COMMENTED');
      pull.reviews.push({ login: null, state: 'APPROVED', commit: commit('a') });
      assert.deepEqual(await client().pastReviews('2026-06-01', 10), [
        { commits: [commit('1'), commit('f')], author: 'zoe', reviewers: ['ana', 'Ben'] },
      ]);
    });

    it('go back to a day, as many as are wanted, on as many pages as it takes', async () => {
      standIn.pageSize = 2;
      for (let at = 1; at <= 7; at += 1) standIn.addPull(merged(String(at), `2026-06-0${at}`));
      standIn.addPull();
      // Merged before, and talked about since.
      standIn.addPull({ ...merged('9', '2026-05-01'), updated: '2026-06-06' });
      const since = async (day: string, atMost: number) =>
        (await client().pastReviews(day, atMost)).map(({ commits }) => commits[0]?.[0]);
      assert.deepEqual(await since('2026-06-04', 100), ['7', '6', '5', '4']);
      assert.equal(standIn.seen.length, 3);
      assert.deepEqual(await since('2026-06-01', 3), ['7', '6', '5']);
      assert.deepEqual(await since('2026-06-15', 3), []);
    });

    it('are told as refused where the project cannot be seen', async () => {
      const elsewhere = githubClient(
        bindToken({ kind: 'github', host: 'github.example', api: proxy.address }, 'good'),
        parseRemote('https://github.com/acme/hidden')!,
        { secondMs: 5, fetch: proxy.fetch },
      );
      await assert.rejects(elsewhere.pastReviews('2026-06-01', 10), {
        failure: { kind: 'refused', words: "Could not resolve to a Repository with the name 'acme/hidden'." },
      });
    });
  });
});
