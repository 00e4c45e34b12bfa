/** One test for each rule of Gitea and Forgejo that asking people has to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import {
  carryOut,
  giteaApi,
  giteaClient,
  giteaToken,
  mentionComment,
  planRequest,
  type ForgeClient,
  type RequestOutcome,
} from '../../../src/forges';
import { asksOn, suggestionFor } from '../people';
import { proxied } from '../proxied';
import { project, StandIn, type Pull } from './standIn';

const at = (path: string) => parseRemote(`https://codeberg.org/${path}`)!;
const host = 'git.example';
const branch = (path: string, name = 'work', sha = 'a'.repeat(40)) => ({
  ...{ project: path, branch: name, sha, isThere: true },
});

describe('reviewers on Gitea', () => {
  const standIn = new StandIn();
  const proxy = proxied(standIn, 'test/forges/gitea/api.json');
  const client = (secret = 'good'): ForgeClient =>
    giteaClient(giteaToken({ kind: 'gitea', host, api: proxy.address }, secret), at(project), {
      ...{ secondMs: 2, fetch: proxy.fetch },
    });

  /** Asks people whose handle is their id. */
  async function ask(
    { number }: Pick<Pull, 'number'>,
    ids: readonly string[],
    secret?: string,
  ): Promise<RequestOutcome> {
    const forge = client(secret);
    return carryOut(
      forge,
      { number },
      planRequest(await asksOn(host, ids), await forge.readRequest(number), host),
      null,
    );
  }
  const told = ({ people }: RequestOutcome): string[] => people.map(({ handle, result }) => `${handle}: ${result}`);
  const words = ({ people }: RequestOutcome) => people.map((one) => one.words);
  const sent = (): unknown[] =>
    standIn.writes.map(({ body }) => (JSON.parse(body) as { reviewers: unknown }).reviewers);

  it('live below the API of the host, which may live in a folder, and is shown the token its way', async () => {
    assert.equal(giteaApi(at(project)), 'https://codeberg.org/api/v1');
    assert.equal(giteaApi({ site: 'https://acme.example/git' }), 'https://acme.example/git/api/v1');
    standIn.addPull();
    await client().readRequest(1);
    assert.equal(standIn.seen[0]!.headers.authorization, 'token good');
  });

  describe('the request of a branch', () => {
    const found = async (path = project, name = 'work', commit: string | null = null): Promise<number[]> =>
      (await client().findRequests({ from: { remote: at(path), branch: name }, commit })).map(({ number }) => number);

    it('is found, none or one, and not one that is closed', async () => {
      assert.deepEqual(await found(), []);
      standIn.addPull({ isOpen: false });
      standIn.addPull();
      standIn.addPull({ head: branch(project, 'other') });
      assert.deepEqual(await found('Acme/Shop'), [2]);
      assert.deepEqual(await client().findRequests({ from: { remote: at(project), branch: 'work' }, commit: null }), [
        {
          ...{ number: 2, title: 'Charge once', author: 'zoe', isDraft: false },
          url: 'https://git.example/acme/shop/pulls/2',
          ...{ from: { project, branch: 'work', commit: 'a'.repeat(40) }, into: { branch: 'main' } },
        },
      ]);
    });

    it('comes from the copy that it was pushed to', async () => {
      standIn.addPull();
      standIn.addPull({ head: branch('zoe/shop') });
      standIn.addPull({ head: branch('mei/store') });
      assert.deepEqual([await found('zoe/shop'), await found('nobody/shop'), await found()], [[2], [], [1]]);
      // A copy may have another name.
      assert.deepEqual(await found('mei/store'), [3]);
    });

    it('is found where the branch or the whole copy is gone', async () => {
      standIn.addPull({ head: { ...branch(project), isThere: false } });
      standIn.addPull({ head: { ...branch(project, 'fix'), project: null, isThere: false } });
      assert.deepEqual([await found(), await found('zoe/shop', 'fix')], [[1], [2]]);
      assert.equal((await client().readRequest(2)).request.from.project, null);
    });

    it('is found by its newest commit where the branch has another name there', async () => {
      standIn.addPull({ isOpen: false, head: branch(project, 'fix') });
      standIn.addPull({ head: branch(project, 'fix') });
      assert.deepEqual(await found(project, 'here', 'a'.repeat(40)), [2]);
      assert.deepEqual(await found(project, 'here', 'b'.repeat(40)), []);
    });

    it('may be several, also into a branch with a slash, and stand on a later page', async () => {
      standIn.pageSize = 2;
      for (let number = 0; number < 5; number += 1) standIn.addPull({ base: `release/${number}` });
      assert.deepEqual(await found(), [1, 2, 3, 4, 5]);
      assert.equal(standIn.seen.length, 3);
    });

    it('is a draft where the forge says so, or where its title does on an older one', async () => {
      const titles = ['Charge', 'WIP: charge', '[wip] charge', 'Wipe the cache'];
      titles.forEach((title, number) => standIn.addPull({ title, isDraft: number === 0 }));
      const requests = await client().findRequests({ from: { remote: at(project), branch: 'work' }, commit: null });
      assert.deepEqual(
        requests.map(({ isDraft }) => isDraft),
        [true, true, true, false],
      );
    });
  });

  describe('the state of a request', () => {
    it('names who is asked, and what those who reviewed say in the end, of which commit', async () => {
      standIn.pageSize = 3;
      standIn.addPull({
        requested: ['ana'],
        requestedTeams: ['checkout'],
        reviews: [
          { login: 'ana', state: 'REQUEST_REVIEW' },
          { login: 'ben', state: 'REQUEST_CHANGES' },
          { login: 'mei', state: 'COMMENT' },
          { login: null, state: 'APPROVED' },
          { login: 'ben', state: 'APPROVED' },
          { login: 'kit', state: 'APPROVED', dismissed: true },
          { login: 'ana', state: 'PENDING' },
        ],
      });
      const { requested, requestedTeams, reviews } = await client().readRequest(1);
      assert.deepEqual([requested, requestedTeams], [['ana'], ['checkout']]);
      const commit = 'a'.repeat(40);
      assert.deepEqual(reviews, [
        { handle: 'ben', verdict: 'approved', commit },
        { handle: 'mei', verdict: 'commented', commit },
        { handle: 'kit', verdict: 'dismissed', commit },
      ]);
    });

    it('says whether the account may ask', async () => {
      standIn.accounts.set('reader', { login: 'kit', mayPush: false, scope: 'write' });
      assert.deepEqual([await client().mayAsk(), await client('reader').mayAsk()], [true, false]);
    });
  });

  describe('asking', () => {
    it('adds people, removes nobody, and a second time sends nothing', async () => {
      const pull = standIn.addPull({ requested: ['mei'], requestedTeams: ['checkout'] });
      assert.deepEqual(told(await ask(pull, ['ana', 'ben'])), ['ana: requested', 'ben: requested']);
      assert.deepEqual([pull.requested, pull.requestedTeams], [['mei', 'ana', 'ben'], ['checkout']]);
      assert.deepEqual(told(await ask(pull, ['ana', 'ben'])), ['ana: already-there', 'ben: already-there']);
      assert.deepEqual(sent(), [['ana', 'ben']]);
    });

    it('goes on one by one where a name is unknown, which fails the whole call before anything happens', async () => {
      const pull = standIn.addPull();
      const outcome = await ask(pull, ['ana', 'nobody', 'ben']);
      assert.deepEqual(told(outcome), ['ana: requested', 'nobody: refused', 'ben: requested']);
      assert.equal(words(outcome)[1], "User 'nobody' not exist");
      assert.deepEqual(sent(), [['ana', 'nobody', 'ben'], ['ana'], ['nobody'], ['ben']]);
    });

    it('looks again where one cannot be asked, which ends the call after those before', async () => {
      const pull = standIn.addPull();
      const outcome = await ask(pull, ['ana', 'eve', 'ben']);
      assert.deepEqual(told(outcome), ['ana: requested', 'eve: refused', 'ben: requested']);
      assert.equal(words(outcome)[1], "Reviewer can't read [user_id: 7, repo_id: 1]");
      // Not once more ana, who would have been told twice.
      assert.deepEqual(sent(), [['ana', 'eve', 'ben'], ['eve'], ['ben']]);
    });

    it('never asks the author, and does not even try', async () => {
      const outcome = await ask(standIn.addPull({ author: 'ana' }), ['ana', 'ben']);
      assert.deepEqual(told(outcome), ['ben: requested', 'ana: refused']);
      assert.deepEqual(sent(), [['ben']]);
    });

    it('takes those who have reviewed for there, unless their review was dismissed', async () => {
      const pull = standIn.addPull({
        reviews: [
          { login: 'ana', state: 'APPROVED' },
          { login: 'mei', state: 'APPROVED', dismissed: true },
        ],
      });
      assert.deepEqual(told(await ask(pull, ['ana', 'mei'])), ['mei: requested', 'ana: already-there']);
    });

    it('tells of each why, where the account may not ask anybody', async () => {
      standIn.accounts.set('reader', { login: 'kit', mayPush: false, scope: 'write' });
      const outcome = await ask(standIn.addPull(), ['ana', 'ben'], 'reader');
      assert.deepEqual(told(outcome), ['ana: refused', 'ben: refused']);
      assert.match(words(outcome)[0] ?? '', /^Doer can't choose reviewer/);
    });

    it('ends at once where the token may not, or the request is closed by now', async () => {
      standIn.accounts.set('reading', { login: 'zoe', mayPush: true, scope: 'read' });
      const pull = standIn.addPull();
      await assert.rejects(ask(pull, ['ana', 'ben'], 'reading'), {
        failure: {
          kind: 'no-access',
          words: 'token does not have at least one of required scope(s), required=[write:repository]',
        },
      });
      pull.isOpen = false;
      await assert.rejects(ask(pull, ['ana', 'ben']), {
        failure: { kind: 'no-access', words: 'cannot request reviewers on a closed pull' },
      });
      assert.equal(standIn.writes.length, 2);
    });
  });

  describe('the comment that mentions', () => {
    async function mention(...ids: readonly string[]): Promise<RequestOutcome> {
      const forge = client();
      const suggestion = await suggestionFor(Object.fromEntries(ids.map((id) => [id, `{ ${host}: ${id} }`])));
      const plan = planRequest(suggestion.ask, await forge.readRequest(1), host);
      return carryOut(forge, { number: 1 }, plan, (refused) => mentionComment(suggestion, refused, host));
    }

    it('is one, edited on a later run, and nobody else’s', async () => {
      standIn.addPull();
      const body = '<!-- aor: people who could not be requested -->\nmine';
      standIn.comments.push({ id: 8, pull: 1, login: 'mei', body });
      const first = await mention('ana', 'eve');
      assert.deepEqual([told(first), first.comment], [['ana: requested', 'eve: mention-only'], 'written']);
      assert.match(standIn.comments[1]!.body, /^<!-- aor: .*\n.*\n\n\*\*Reviewers\*\*\n\n- @eve /);
      assert.equal((await mention('ana', 'eve')).comment, 'unchanged');
      standIn.readers.add('eve');
      assert.equal((await mention('ana', 'eve')).comment, 'edited');
      assert.match(standIn.comments[1]!.body, /Everybody who looks after what this change touches is requested/);
      assert.deepEqual([standIn.comments.length, standIn.comments[0]!.body, standIn.trespasses], [2, body, []]);
    });

    it('is none where nobody was refused', async () => {
      standIn.addPull();
      assert.equal((await mention('ana')).comment, null);
      assert.deepEqual(standIn.comments, []);
    });
  });

  describe('the proxy with Gitea’s shapes', () => {
    it('catches a stand-in that lies about a shape', async () => {
      standIn.addPull();
      standIn.lie = (answer) => ({ ...(answer as object), requested_reviewer: [] });
      await assert.rejects(client().readRequest(1), { failure: { kind: 'broken', status: 500 } });
      const found = proxy.violations();
      assert.ok(found.length > 0 && found.every((text) => text.includes('requested_reviewer')), found.join());
    });

    it('catches a client that asks in another way than is documented', async () => {
      standIn.addPull();
      const send = async (body: unknown): Promise<number> => {
        const headers = { 'content-type': 'application/json', authorization: 'token good' };
        const address = `${proxy.address}/repos/acme/shop/pulls/1/requested_reviewers`;
        return (await proxy.fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).status;
      };
      assert.equal(await send({ reviewers: ['ana'] }), 201);
      assert.equal(await send({ reviewer: ['ana'] }), 422);
      assert.equal(await send({ reviewers: [1] }), 422);
      assert.equal(standIn.writes.length, 1);
      assert.equal(proxy.violations().length, 2);
    });
  });
});
