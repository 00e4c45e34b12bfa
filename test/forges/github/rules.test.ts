/** One test for each rule of GitHub that asking people has to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import { bindToken, carryOut, githubClient, mentionComment, pickRequest, planRequest } from '../../../src/forges';
import type { ForgeClient, RequestOutcome } from '../../../src/forges';
import { asksFor, asksOn, suggestionFor } from '../people';
import { startProxy, type Proxy } from './proxy';
import { StandIn, type Pull } from './standIn';

const remote = parseRemote('https://github.com/acme/shop')!;
const search = (path = 'acme/shop', branch = 'work', commit: string | null = null) => ({
  from: { remote: parseRemote(`https://github.com/${path}`)!, branch },
  commit,
});

describe('reviewers on GitHub', () => {
  const standIn = new StandIn();
  let proxy: Proxy;
  /** A client of somebody; the host of no GitHub of its own is not paced. */
  const client = (secret = 'good', secondMs = 5): ForgeClient =>
    githubClient(bindToken({ kind: 'github', host: 'github.example', api: proxy.address }, secret), remote, {
      secondMs,
      fetch: proxy.fetch,
    });

  before(async function () {
    this.timeout(60_000);
    proxy = await startProxy(await standIn.start());
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

  /** Asks people whose handle is their id. */
  async function ask(pull: Pull, ...ids: readonly string[]): Promise<RequestOutcome> {
    const forge = client();
    const state = await forge.readRequest(pull.number);
    const asks = await asksOn('github.example', ids);
    return carryOut(forge, pull, planRequest(asks, state, 'github.example'), null);
  }
  const told = ({ people }: RequestOutcome): string[] => people.map(({ handle, result }) => `${handle}: ${result}`);

  describe('the request of a branch', () => {
    const found = async (...of: Parameters<typeof search>) =>
      (await client().findRequests(search(...of))).map(({ number }) => number);

    it('is found, none or one', async () => {
      assert.deepEqual(await found(), []);
      standIn.addPull();
      standIn.addPull({ head: { project: 'acme/shop', branch: 'other', sha: 'c'.repeat(40) } });
      standIn.addPull({ isOpen: false });
      assert.deepEqual(await found(), [1]);
      assert.deepEqual(await found('Acme/Shop'), [1]);
      assert.deepEqual(await client().findRequests(search()), [
        {
          ...{
            number: 1,
            title: 'Charge once',
            url: 'https://github.com/acme/shop/pull/1',
            author: 'zoe',
            isDraft: false,
          },
          ...{ from: { project: 'acme/shop', branch: 'work', commit: 'a'.repeat(40) }, into: { branch: 'main' } },
        },
      ]);
    });

    it('comes from the fork that it was pushed to', async () => {
      standIn.addPull();
      standIn.addPull({ head: { project: 'zoe/shop', branch: 'work', sha: 'c'.repeat(40) } });
      standIn.addPull({ head: { project: 'mei/shop', branch: 'work', sha: 'd'.repeat(40) } });
      assert.deepEqual(await found('zoe/shop'), [2]);
      assert.deepEqual(await found('nobody/shop'), []);
    });

    it('is found where the fork is gone', async () => {
      standIn.addPull({ head: { project: null, branch: 'work', sha: 'c'.repeat(40) } });
      assert.deepEqual(await found('zoe/shop'), [1]);
    });

    it('is found by its newest commit where the branch has another name there', async () => {
      standIn.addPull({ isOpen: false });
      standIn.addPull({ head: { project: 'acme/shop', branch: 'fix', sha: 'c'.repeat(40) } });
      assert.deepEqual(await found('acme/shop', 'here', 'c'.repeat(40)), [2]);
      assert.deepEqual(await found('acme/shop', 'here', 'a'.repeat(40)), []);
    });

    it('may be several: the one into the branch that is meant, else none is picked', async () => {
      standIn.addPull();
      standIn.addPull({ base: 'release' });
      const requests = await client().findRequests(search());
      assert.equal(requests.length, 2);
      const picked = pickRequest(requests, 'release');
      assert.ok(picked.kind === 'one' && picked.request.number === 2);
      assert.equal(pickRequest(requests, 'other').kind, 'several');
      assert.equal(pickRequest([], 'main').kind, 'none');
      assert.equal(pickRequest(requests.slice(0, 1), 'other').kind, 'one');
    });

    it('may stand on a later page', async () => {
      standIn.pageSize = 2;
      for (let at = 0; at < 5; at += 1) standIn.addPull({ base: `b${at}` });
      assert.deepEqual(await found(), [1, 2, 3, 4, 5]);
      assert.equal(standIn.seen.length, 3);
    });
  });

  describe('the state of a request', () => {
    it('names who is asked, and what those who reviewed say in the end, of which commit', async () => {
      const pull = standIn.addPull({ isDraft: true, requested: ['ana'], requestedTeams: ['checkout'] });
      standIn.review(pull, 'ben', 'CHANGES_REQUESTED');
      standIn.review(pull, 'mei', 'COMMENTED');
      standIn.review(pull, 'ben', 'APPROVED');
      standIn.review(pull, 'Ben', 'COMMENTED');
      standIn.review(pull, 'kit', 'DISMISSED');
      pull.reviews.push(
        { login: null, state: 'APPROVED', commit: 'x' },
        { login: 'ana', state: 'PENDING', commit: 'x' },
      );
      const { request, requested, requestedTeams, reviews } = await client().readRequest(1);
      assert.deepEqual([request.isDraft, requested, requestedTeams], [true, ['ana'], ['checkout']]);
      assert.deepEqual(reviews, [
        { handle: 'ben', verdict: 'approved', commit: 'a'.repeat(40) },
        { handle: 'mei', verdict: 'commented', commit: 'a'.repeat(40) },
        { handle: 'kit', verdict: 'dismissed', commit: 'a'.repeat(40) },
      ]);
    });

    it('says whether the account may ask, where the forge does', async () => {
      standIn.accounts.set('reader', { login: 'kit', kind: 'user', right: 'read' });
      standIn.accounts.set('app', { login: 'github-actions', kind: 'app', right: 'write' });
      assert.equal(await client().mayAsk(), true);
      assert.equal(await client('reader').mayAsk(), false);
      assert.equal(await client('app').mayAsk(), null);
    });
  });

  describe('asking', () => {
    it('adds people, removes nobody, and a second time sends nothing', async () => {
      const pull = standIn.addPull({ requested: ['mei'], requestedTeams: ['checkout'] });
      assert.deepEqual(told(await ask(pull, 'ana', 'ben')), ['ana: requested', 'ben: requested']);
      assert.deepEqual([pull.requested, pull.requestedTeams], [['mei', 'ana', 'ben'], ['checkout']]);
      const sent = standIn.writes.length;
      assert.deepEqual(told(await ask(pull, 'ana', 'ben')), ['ana: already-there', 'ben: already-there']);
      assert.equal(standIn.writes.length, sent);
    });

    it('takes at most fifteen at once', async () => {
      const ids = Array.from({ length: 17 }, (_, at) => `p${at}`);
      ids.forEach((id) => standIn.collaborators.add(id));
      const pull = standIn.addPull();
      assert.ok(told(await ask(pull, ...ids)).every((one) => one.endsWith(': requested')));
      assert.deepEqual(
        standIn.writes.map(({ body }) => (JSON.parse(body) as { reviewers: string[] }).reviewers.length),
        [15, 2],
      );
    });

    it('goes on one by one where a bad name fails the whole call, with the words of the forge', async () => {
      const pull = standIn.addPull();
      const outcome = await ask(pull, 'ana', 'nobody', 'ben');
      assert.deepEqual(told(outcome), ['ana: requested', 'nobody: refused', 'ben: requested']);
      assert.match(outcome.people[1]?.words ?? '', /^Reviews may only be requested from collaborators\./);
      assert.deepEqual([pull.requested, standIn.writes.length], [['ana', 'ben'], 4]);
    });

    it('never asks the author, and does not even try', async () => {
      const pull = standIn.addPull({ author: 'ana' });
      const outcome = await ask(pull, 'ana', 'ben');
      assert.deepEqual(told(outcome), ['ben: requested', 'ana: refused']);
      assert.equal(outcome.people[1]?.words, 'They opened the request.');
      assert.ok(standIn.writes.every(({ body }) => !body.includes('ana')));
    });

    it('takes those who have reviewed for there, unless their review was dismissed', async () => {
      const pull = standIn.addPull({ requested: ['ana', 'ben', 'mei'] });
      standIn.review(pull, 'ana', 'APPROVED');
      standIn.review(pull, 'ben', 'COMMENTED');
      standIn.review(pull, 'mei', 'DISMISSED');
      const outcome = await ask(pull, 'ana', 'ben', 'mei');
      assert.deepEqual(told(outcome), ['mei: requested', 'ana: already-there', 'ben: already-there']);
      assert.deepEqual(
        outcome.people.map(({ words }) => words),
        [null, 'approved', 'commented'],
      );
    });

    it('believes the list, not the answer: who is dropped without a word was not asked', async () => {
      standIn.dropped.add('ben');
      const outcome = await ask(standIn.addPull(), 'ana', 'ben');
      assert.deepEqual(told(outcome), ['ana: requested', 'ben: refused']);
      assert.equal(outcome.people[1]?.words, 'The forge did not object, and does not list them.');
    });

    it('sends no name that cannot be a person’s: the team has become a person before', async () => {
      const pull = standIn.addPull();
      const { ask: people } = await suggestionFor({
        ana: '{ github.example: "@ana" }',
        team: '{ github.example: acme/checkout }',
        none: '{ gitlab: none }',
        twin: '{ github.example: ANA }',
      });
      const plan = planRequest(people, await client().readRequest(1), 'github.example');
      const outcome = await carryOut(client(), pull, plan, null);
      assert.deepEqual(told(outcome), ['ana: requested', 'ANA: requested', 'acme/checkout: refused', 'null: refused']);
      assert.deepEqual(
        standIn.writes.map(({ body }) => body),
        ['{"reviewers":["ANA"]}'],
      );
      assert.deepEqual(
        outcome.people.slice(2).map(({ words }) => words),
        [
          `"acme/checkout" is no person's handle on github.example.`,
          'The ownership file has no handle of NONE for github.example.',
        ],
      );
    });

    it('is told as refused where the account has no right to', async () => {
      standIn.accounts.set('reader', { login: 'kit', kind: 'user', right: 'read' });
      const pull = standIn.addPull();
      const forge = client('reader');
      const plan = planRequest(await asksFor('ana'), await forge.readRequest(1), 'github.com');
      await assert.rejects(carryOut(forge, pull, plan, null), {
        failure: { kind: 'no-access', words: 'Resource not accessible by personal access token' },
      });
    });
  });

  describe('the comment that mentions', () => {
    async function mention(secret: string, ...ids: readonly string[]): Promise<RequestOutcome> {
      const forge = client(secret);
      const suggestion = await suggestionFor(Object.fromEntries(ids.map((id) => [id, `{ github: ${id} }`])));
      const plan = planRequest(suggestion.ask, await forge.readRequest(1), 'github.com');
      return carryOut(forge, { number: 1 }, plan, (refused) => mentionComment(suggestion, refused, 'github.com'));
    }

    for (const kind of ['user', 'app'] as const) {
      it(`is one, edited on a later run, for the account of ${kind === 'user' ? 'a person' : 'an app'}`, async () => {
        standIn.accounts.set('bot', { login: 'actions', kind, right: 'write' });
        standIn.addPull();
        const first = await mention('bot', 'ana', 'nobody');
        assert.deepEqual([told(first), first.comment], [['ana: requested', 'nobody: mention-only'], 'written']);
        assert.match(
          standIn.comments[0]!.body,
          /requested as reviewers:\n\n\*\*Reviewers\*\*\n\n- @nobody \(NOBODY\): owner of Area of nobody/,
        );
        assert.doesNotMatch(standIn.comments[0]!.body, /@ana/);

        const writes = standIn.writes.length;
        assert.equal((await mention('bot', 'ana', 'nobody')).comment, 'unchanged');
        // That somebody is refused is only known by trying.
        assert.equal(standIn.writes.length, writes + 1);

        assert.equal((await mention('bot', 'ana', 'nobody', 'noone')).comment, 'edited');
        assert.match(standIn.comments[0]!.body, /@nobody .*\n- @noone /);
        standIn.collaborators.add('nobody').add('noone');
        assert.equal((await mention('bot', 'nobody', 'noone')).comment, 'edited');
        assert.match(standIn.comments[0]!.body, /Everybody who looks after what this change touches is requested/);
        assert.equal((await mention('bot', 'nobody', 'noone')).comment, null);
        assert.equal(standIn.comments.length, 1);
      });
    }

    it('is none where nobody was refused', async () => {
      standIn.addPull();
      assert.equal((await mention('good', 'ana')).comment, null);
      assert.deepEqual(standIn.comments, []);
    });

    it('leaves the comment of somebody else alone, whatever it begins with', async () => {
      standIn.addPull();
      const body = '<!-- aor: people who could not be requested -->\nmine';
      standIn.pageSize = 1;
      standIn.comments.push({ id: 7, pull: 1, login: 'eve', body: 'hello' }, { id: 8, pull: 1, login: 'eve', body });
      assert.equal((await mention('good', 'nobody')).comment, 'written');
      assert.deepEqual([standIn.comments[1]!.body, standIn.trespasses], [body, []]);
      assert.equal((await mention('good', 'nobody')).comment, 'unchanged');
    });
  });

  describe('the proxy with GitHub’s own description', () => {
    it('catches a stand-in that lies about a shape', async () => {
      standIn.addPull();
      standIn.lie = (answer) => (answer as object[]).map((pull) => ({ ...pull, node_id: undefined }));
      await assert.rejects(client('good', 1).findRequests(search()), { failure: { kind: 'broken', status: 500 } });
      const found = proxy.violations();
      assert.ok(
        found.length > 0 && found.every((text) => text.includes("property 0 must have required property 'node_id'")),
        found.join(),
      );
    });

    it('catches a client that asks in another way than is documented', async () => {
      const send = (body: unknown) =>
        proxy.fetch(`${proxy.address}/repos/acme/shop/pulls/1/requested_reviewers`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: 'Bearer good' },
          body: JSON.stringify(body),
        });
      standIn.addPull();
      assert.equal((await send({ reviewers: ['ana'] })).status, 201);
      assert.equal((await send({ reviewer: ['ana'] })).status, 422);
      assert.equal((await send({ reviewers: [1] })).status, 422);
      assert.equal(standIn.writes.length, 1);
      assert.equal(proxy.violations().length, 2);
    });
  });
});
