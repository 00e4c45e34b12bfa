/** One test for each rule of GitLab that asking people has to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import {
  carryOut,
  gitlabApi,
  gitlabClient,
  gitlabToken,
  mentionComment,
  planRequest,
  type ForgeClient,
  type RequestOutcome,
} from '../../../src/forges';
import { asksOn, suggestionFor } from '../people';
import { proxied } from '../proxied';
import { project, StandIn, type MergeRequest } from './standIn';

const at = (path: string) => parseRemote(`https://gitlab.com/${path}`)!;
const host = 'git.example';

describe('reviewers on GitLab', () => {
  const standIn = new StandIn();
  const proxy = proxied(standIn, 'test/forges/gitlab/api.yaml');
  const client = (secret = 'good', kind: 'access' | 'oauth' = 'access'): ForgeClient =>
    gitlabClient(gitlabToken({ kind: 'gitlab', host, api: proxy.address }, secret, kind), at(project), {
      ...{ secondMs: 2, fetch: proxy.fetch },
    });

  /** Asks people whose handle is their id. */
  async function ask({ iid }: MergeRequest, ...ids: readonly string[]): Promise<RequestOutcome> {
    const forge = client();
    return carryOut(
      forge,
      { number: iid },
      planRequest(await asksOn(host, ids), await forge.readRequest(iid), host),
      null,
    );
  }
  const told = ({ people }: RequestOutcome): string[] => people.map(({ handle, result }) => `${handle}: ${result}`);
  const words = ({ people }: RequestOutcome) => people.map((one) => one.words);
  const idOf = (name: string): number => standIn.users.get(name)!.id;
  /** The lists that were sent, by name. */
  const sent = (): string[][] =>
    standIn.writes.map(({ body }) => {
      const { reviewer_ids: ids } = JSON.parse(body) as { reviewer_ids: number[] };
      return ids.map((id) => [...standIn.users].find(([, one]) => one.id === id)![0]);
    });

  describe('the token', () => {
    it('is shown as GitLab wants it: that of somebody, or what a sign-in gave', async () => {
      standIn.addRequest();
      await client().mayAsk();
      await client('good', 'oauth').mayAsk();
      assert.deepEqual(
        standIn.seen.map(({ headers }) => [headers['private-token'], headers.authorization]),
        [
          ['good', undefined],
          [undefined, 'Bearer good'],
        ],
      );
    });

    it('of a job cannot ask anybody, which is said before it is tried', () => {
      assert.throws(() => client('glcbt-64_abc'), {
        failure: {
          kind: 'refused',
          words: 'the token of a CI job cannot ask anybody; it takes an access token with the scope "api"',
        },
      });
    });

    it('goes to the API of the host, which may live in a folder', () => {
      assert.equal(gitlabApi(at(project)), 'https://gitlab.com/api/v4');
      assert.equal(gitlabApi({ site: 'https://acme.example:8443/git' }), 'https://acme.example:8443/git/api/v4');
    });
  });

  describe('the request of a branch', () => {
    const found = async (path = project, branch = 'work', commit: string | null = null): Promise<number[]> =>
      (await client().findRequests({ from: { remote: at(path), branch }, commit })).map(({ number }) => number);

    it('is found, none or one, in a project below several groups', async () => {
      assert.deepEqual(await found(), []);
      standIn.addRequest({ isOpen: false });
      standIn.addRequest({ isDraft: true });
      standIn.addRequest({ branch: 'other' });
      assert.deepEqual(await found('Acme/Tools/Shop'), [2]);
      assert.match(standIn.seen[0]!.path, /^\/projects\/acme%2Ftools%2Fshop\/merge_requests\?state=opened/);
      assert.deepEqual(await client().findRequests({ from: { remote: at(project), branch: 'work' }, commit: null }), [
        {
          ...{ number: 2, title: 'Charge once', author: 'zoe', isDraft: true },
          url: 'https://git.example/acme/tools/shop/-/merge_requests/2',
          ...{ from: { project, branch: 'work', commit: 'a'.repeat(40) }, into: { branch: 'main' } },
        },
      ]);
    });

    it('comes from the copy that it was pushed to', async () => {
      standIn.addRequest();
      standIn.addRequest({ source: 77 });
      standIn.addRequest({ source: 78 });
      assert.deepEqual(await found('zoe/shop'), [2]);
      assert.deepEqual(await found('nobody/shop'), []);
      assert.deepEqual(await found(), [1]);
      assert.equal((await client().readRequest(2)).request.from.project, 'zoe/shop');
      assert.equal((await client().readRequest(3)).request.from.project, null);
    });

    it('is found where the copy is gone', async () => {
      standIn.addRequest({ source: null });
      assert.deepEqual([await found('zoe/shop'), await found()], [[1], []]);
    });

    it('is found by its newest commit where the branch has another name there', async () => {
      standIn.addRequest({ isOpen: false, branch: 'fix' });
      standIn.addRequest({ branch: 'fix', source: 77 });
      standIn.addRequest({ branch: 'fix', sha: null });
      assert.deepEqual(await found(project, 'here', 'a'.repeat(40)), [2]);
      assert.deepEqual(await found(project, 'here', 'b'.repeat(40)), []);
    });

    it('may be several, and stand on a later page, whatever name the server has for itself', async () => {
      standIn.pageSize = 2;
      for (let number = 0; number < 5; number += 1) standIn.addRequest({ into: `b${number}` });
      assert.deepEqual(await found(), [1, 2, 3, 4, 5]);
      assert.equal(standIn.seen.length, 3);
    });
  });

  describe('the state of a request', () => {
    it('names who is asked, and what those who reviewed say', async () => {
      const states = { ben: 'approved', mei: 'reviewed', kit: 'requested_changes', zoe: 'unapproved' };
      standIn.addRequest({
        reviewers: ['ana', 'ben', 'mei', 'kit', 'zoe'],
        states: new Map(Object.entries(states)),
        approvedBy: ['ben', 'eve'],
      });
      const { requested, requestedTeams, reviews } = await client().readRequest(1);
      assert.deepEqual([requested, requestedTeams], [['ana', 'zoe'], []]);
      assert.deepEqual(reviews, [
        { handle: 'ben', verdict: 'approved', commit: null },
        { handle: 'mei', verdict: 'commented', commit: null },
        { handle: 'kit', verdict: 'changes-requested', commit: null },
        { handle: 'eve', verdict: 'approved', commit: null },
      ]);
    });

    it('counts no approval that was taken back', async () => {
      standIn.addRequest({ reviewers: ['ben'], states: new Map([['ben', 'approved']]) });
      const { requested, reviews } = await client().readRequest(1);
      assert.deepEqual([requested, reviews], [['ben'], []]);
    });

    it('is told by an older server too, which knows no more than who is listed', async () => {
      standIn.isOld = true;
      standIn.addRequest({ reviewers: ['ana'], sha: null });
      const { request, requested, reviews } = await client().readRequest(1);
      assert.deepEqual([request.from.commit, requested, reviews], ['', ['ana'], []]);
    });

    it('says whether the account may ask, where GitLab does', async () => {
      standIn.accounts.set('reporter', { username: 'kit', level: 20, scope: 'api' });
      standIn.accounts.set('shared', { username: 'mei', level: null, scope: 'api' });
      assert.deepEqual(await Promise.all(['good', 'reporter', 'shared'].map((one) => client(one).mayAsk())), [
        true,
        false,
        null,
      ]);
    });
  });

  describe('asking', () => {
    it('sends those who are there along, since GitLab replaces, and a second time sends nothing', async () => {
      const request = standIn.addRequest({ reviewers: ['mei', 'kit'], states: new Map([['kit', 'reviewed']]) });
      assert.deepEqual(told(await ask(request, 'ana', 'ben')), ['ana: requested', 'ben: requested']);
      assert.deepEqual(sent(), [['mei', 'kit', 'ana', 'ben']]);
      assert.deepEqual(request.reviewers, ['mei', 'kit', 'ana', 'ben']);
      assert.deepEqual(told(await ask(request, 'ana', 'kit')), ['ana: already-there', 'kit: already-there']);
      assert.equal(standIn.writes.length, 1);
    });

    it('sends nobody away whom somebody else asked in between', async () => {
      const request = standIn.addRequest();
      standIn.fault = ({ path }) => {
        if (path.startsWith('/users?')) request.reviewers = ['mei'];
        return false;
      };
      assert.deepEqual(told(await ask(request, 'ana')), ['ana: requested']);
      assert.deepEqual(request.reviewers, ['mei', 'ana']);
    });

    it('finds people by their exact name, whatever its case, and only those who are active', async () => {
      standIn.users.set('kit', { id: 30, state: 'blocked', maySee: true });
      const outcome = await ask(standIn.addRequest(), 'ana', 'kit', 'nobody');
      assert.deepEqual(told(outcome), ['ana: requested', 'kit: refused', 'nobody: refused']);
      assert.deepEqual(words(outcome).slice(1), [
        'Their account on GitLab is not active (blocked).',
        'GitLab knows no account of that name.',
      ]);
      assert.deepEqual(await client().addReviewers(1, ['ANA']), []);
      assert.deepEqual(sent(), [['ana']]);
    });

    it('believes the list, not the status: who may not see the request is dropped with 200', async () => {
      standIn.hideFrom('ben');
      const request = standIn.addRequest({ reviewers: ['mei'] });
      const outcome = await ask(request, 'ana', 'ben', 'kit');
      assert.deepEqual(told(outcome), ['ana: requested', 'ben: refused', 'kit: requested']);
      assert.match(words(outcome)[1] ?? '', /^GitLab leaves them out without a word/);
      assert.deepEqual([request.reviewers, outcome.lost], [['mei', 'ana', 'kit'], []]);
    });

    it('never pushes out the one who is there, where the tier has one reviewer only', async () => {
      standIn.isPaid = false;
      const request = standIn.addRequest({ reviewers: ['mei'] });
      const outcome = await ask(request, 'ana', 'ben');
      assert.deepEqual(told(outcome), ['ana: refused', 'ben: refused']);
      assert.match(words(outcome)[0] ?? '', /^GitLab keeps one reviewer: for several it takes a paid tier/);
      assert.deepEqual([request.reviewers, outcome.lost], [['mei'], []]);
    });

    it('asks the first who can be where the tier has one reviewer only', async () => {
      standIn.isPaid = false;
      standIn.hideFrom('ana');
      const request = standIn.addRequest();
      const outcome = await ask(request, 'ana', 'ben', 'kit');
      assert.deepEqual(told(outcome), ['ana: refused', 'ben: requested', 'kit: refused']);
      assert.deepEqual(sent(), [
        ['ana', 'ben', 'kit'],
        ['ben', 'kit'],
      ]);
    });

    it('takes nobody on where somebody who was there would go, and puts those back who can be', async () => {
      const request = standIn.addRequest({ reviewers: ['mei', 'kit'] });
      let isFree = true;
      standIn.fault = ({ method }) => {
        // One answer as on the free tier, as where a licence ends and begins.
        if (method === 'PUT') [standIn.isPaid, isFree] = [!isFree, false];
        return false;
      };
      const outcome = await ask(request, 'ana');
      assert.deepEqual([told(outcome), outcome.lost], [['ana: refused'], []]);
      assert.equal(words(outcome)[0], 'GitLab would have taken kit off the list for them.');
      assert.deepEqual(request.reviewers, ['mei', 'kit']);
      assert.deepEqual(sent(), [
        ['mei', 'kit', 'ana'],
        ['mei', 'kit'],
      ]);
    });

    it('says who is lost and cannot be put back', async () => {
      const request = standIn.addRequest({ reviewers: ['mei', 'kit'] });
      standIn.hideFrom('kit');
      const outcome = await ask(request, 'ana');
      assert.deepEqual(told(outcome), ['ana: refused']);
      assert.deepEqual(outcome.lost, [
        { handle: 'kit', words: 'GitLab took them off the list, and does not take them back.' },
      ]);
      assert.deepEqual(request.reviewers, ['mei']);
    });

    it('is told as refused where the account has no right to, or the token not the scope', async () => {
      standIn.accounts.set('reporter', { username: 'kit', level: 20, scope: 'api' });
      standIn.accounts.set('reading', { username: 'zoe', level: 30, scope: 'read_api' });
      standIn.addRequest();
      const failing = async (secret: string) => {
        const forge = client(secret);
        const asks = await asksOn(host, ['ana']);
        return carryOut(forge, { number: 1 }, planRequest(asks, await forge.readRequest(1), host), null);
      };
      await assert.rejects(failing('reporter'), { failure: { kind: 'no-access', words: '403 Forbidden' } });
      await assert.rejects(failing('reading'), {
        failure: {
          kind: 'no-access',
          words: 'insufficient_scope: The request requires higher privileges than provided by the access token.',
        },
      });
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
      standIn.addRequest();
      standIn.pageSize = 1;
      const body = '<!-- aor: people who could not be requested -->\nmine';
      standIn.notes.push({ id: 7, iid: 1, username: 'eve', body: 'hello' }, { id: 8, iid: 1, username: 'eve', body });
      const first = await mention('ana', 'nobody');
      assert.deepEqual([told(first), first.comment], [['ana: requested', 'nobody: mention-only'], 'written']);
      assert.match(standIn.notes[2]!.body, /^<!-- aor: .*\n.*\n\n\*\*Reviewers\*\*\n\n- @nobody /);
      assert.equal((await mention('ana', 'nobody')).comment, 'unchanged');
      assert.equal((await mention('ana', 'nobody', 'noone')).comment, 'edited');
      assert.match(standIn.notes[2]!.body, /@nobody .*\n- @noone /);
      standIn.users.set('nobody', { id: 60, state: 'active', maySee: true });
      assert.equal((await mention('ana', 'nobody')).comment, 'edited');
      assert.match(standIn.notes[2]!.body, /Everybody who looks after what this change touches is requested/);
      assert.deepEqual([standIn.notes.length, standIn.notes[1]!.body, standIn.trespasses], [3, body, []]);
    });

    it('is none where nobody was refused', async () => {
      standIn.addRequest();
      assert.equal((await mention('ana')).comment, null);
      assert.deepEqual(standIn.notes, []);
    });
  });

  describe('the proxy with the description', () => {
    it('catches a stand-in that lies about a shape', async () => {
      standIn.addRequest();
      standIn.lie = (answer) => (answer as object[]).map((one) => ({ ...one, iid: '1' }));
      const search = { from: { remote: at(project), branch: 'work' }, commit: null };
      await assert.rejects(client().findRequests(search), { failure: { kind: 'broken', status: 500 } });
      const found = proxy.violations();
      assert.ok(found.length > 0 && found.every((text) => text.includes('iid must be integer')), found.join());
    });

    it('catches a client that asks in another way than is documented', async () => {
      standIn.addRequest();
      const send = async (body: unknown): Promise<number> => {
        const headers = { 'content-type': 'application/json', 'private-token': 'good' };
        const address = `${proxy.address}/projects/acme%2Ftools%2Fshop/merge_requests/1`;
        return (await proxy.fetch(address, { method: 'PUT', headers, body: JSON.stringify(body) })).status;
      };
      assert.equal(await send({ reviewer_ids: [idOf('ana')] }), 200);
      assert.equal(await send({ reviewers_ids: [idOf('ana')] }), 422);
      assert.equal(await send({ reviewer_ids: ['ana'] }), 422);
      assert.equal(standIn.writes.length, 1);
      assert.equal(proxy.violations().length, 2);
    });
  });
});
