/** One test for each rule of Bitbucket in the cloud that asking people has to live with. Tried against a stand-in only. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import {
  bitbucketApi,
  bitbucketClient,
  bitbucketToken,
  carryOut,
  mentionComment,
  pickRequest,
  planRequest,
} from '../../../src/forges';
import type { ForgeClient, RequestOutcome } from '../../../src/forges';
import { suggestionFor } from '../people';
import { account, CloudStandIn, uuidOf, type Pull } from './cloudStandIn';

const host = 'bitbucket.org';
const remoteOf = (path = 'acme/shop') => parseRemote(`git@${host}:${path}.git`)!;
const search = (branch = 'work', path?: string) => ({ from: { remote: remoteOf(path), branch }, commit: null });

describe('reviewers on Bitbucket in the cloud', () => {
  const standIn = new CloudStandIn();
  let address: string;
  const client = (secret = 'zoe@acme.example:good'): ForgeClient => {
    const token = bitbucketToken({ kind: 'bitbucket', host, api: `${address}/2.0` }, secret);
    return bitbucketClient(token, remoteOf(), { secondMs: 5 });
  };

  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => standIn.reset());
  // Whatever is asked for, nobody is ever taken off a list.
  afterEach(() => assert.deepEqual([standIn.removed, standIn.trespasses], [[], []]));

  /** Asks people by their handles: person → handle. */
  async function ask(pull: Pull, people: Readonly<Record<string, string>>): Promise<RequestOutcome> {
    const forge = client();
    const named = Object.entries(people).map(([who, handle]) => [who, `{ bitbucket: '${handle}' }`]);
    const suggestion = await suggestionFor(Object.fromEntries(named) as Record<string, string>);
    const plan = planRequest(suggestion.ask, await forge.readRequest(pull.id), host, 'bitbucket');
    return carryOut(forge, { number: pull.id }, plan, null);
  }
  const told = ({ people }: RequestOutcome): string[] => people.map(({ handle, result }) => `${handle}: ${result}`);
  const sentBy = (at: number): unknown => JSON.parse(standIn.writes[at]?.body ?? '');

  it('has its API on a host of its own', () => assert.equal(bitbucketApi(remoteOf()), 'https://api.bitbucket.org/2.0'));

  describe('the request of a branch', () => {
    const found = async (...of: Parameters<typeof search>) =>
      (await client().findRequests(search(...of))).map(({ number }) => number);

    it('is found, none or one', async () => {
      assert.deepEqual(await found(), []);
      standIn.addPull({ isDraft: true });
      standIn.addPull({ branch: 'other' });
      standIn.addPull({ isOpen: false });
      assert.deepEqual(await client().findRequests(search()), [
        {
          ...{ number: 1, title: 'Charge "once"', url: 'https://bitbucket.org/acme/shop/pull-requests/1' },
          ...{ author: 'zoe', isDraft: true, into: { branch: 'main' } },
          from: { project: 'acme/shop', branch: 'work', commit: 'a'.repeat(12) },
        },
      ]);
    });

    it('is found whatever stands in the branch’s name', async () => {
      const branch = String.raw`a"b\c OR state="MERGED`;
      standIn.addPull({ branch });
      standIn.addPull();
      assert.deepEqual(await found(branch), [1]);
    });

    it('comes from the fork that it was pushed to, which may be gone', async () => {
      standIn.addPull();
      standIn.addPull({ from: 'zoe/shop' });
      assert.deepEqual(await found('work', 'Zoe/shop'), [2]);
      standIn.addPull({ from: null, author: null });
      assert.deepEqual(await found('work', 'kit/shop'), [3]);
    });

    it('may be several, on later pages too: the one into the branch that is meant', async () => {
      standIn.pageSize = 2;
      for (const target of ['a', 'b', 'c', 'd', 'e']) standIn.addPull({ target });
      const requests = await client().findRequests(search());
      const picked = pickRequest(requests, 'e');
      assert.ok(picked.kind === 'one' && picked.request.number === 5);
      assert.deepEqual([requests.length, standIn.seen.length], [5, 3]);
    });
  });

  it('tells who is asked, and what those who reviewed think; who only talks was not asked', async () => {
    standIn.accounts.push(account(5, 'kit'), account(6, 'ana'));
    const pull = standIn.addPull({ reviewers: [1, 2, 6].map(uuidOf) });
    pull.participants.set(uuidOf(2), 'changes_requested').set(uuidOf(3), 'approved').set(uuidOf(5), null);
    const { request, requested, requestedTeams, reviews } = await client().readRequest(1);
    // Two go by one nickname, which then tells nothing.
    assert.deepEqual([request.author, requested, requestedTeams], ['zoe', [uuidOf(1), uuidOf(6)], []]);
    assert.deepEqual(
      reviews.map(({ handle, verdict }) => `${handle} ${verdict}`),
      ['ben changes-requested', 'mei approved'],
    );
    assert.equal(await client().mayAsk(), null);
  });

  describe('asking', () => {
    it('sends those who are there along, and a second time sends nothing', async () => {
      const pull = standIn.addPull({ reviewers: [uuidOf(3)] });
      const people = { ana: 'Ana', ben: uuidOf(2).toUpperCase() };
      assert.deepEqual(told(await ask(pull, people)), ['Ana: requested', `${uuidOf(2)}: requested`]);
      const reviewers = [3, 1, 2].map((number) => ({ uuid: uuidOf(number) }));
      assert.deepEqual(sentBy(0), { title: 'Charge "once"', reviewers });
      assert.deepEqual(told(await ask(pull, people)), ['Ana: already-there', `${uuidOf(2)}: already-there`]);
      assert.deepEqual([standIn.writes.length, pull.reviewers], [1, [3, 1, 2].map(uuidOf)]);
    });

    it('knows people by nickname, account id and UUID, and says who is nobody or several', async () => {
      standIn.pageSize = 2;
      standIn.accounts.push(account(5, 'ben'), account(6, 'Kit Fox'));
      const pull = standIn.addPull();
      const outcome = await ask(pull, { a: '557058:1', b: 'ben', c: 'Kit Fox', d: 'nobody', e: uuidOf(3) });
      assert.deepEqual(
        outcome.people.map(({ result, words }) => words ?? result),
        [
          'requested',
          '"ben" may be 2 different people in the workspace.',
          'requested',
          'Nobody in the workspace is called "nobody".',
          'requested',
        ],
      );
      assert.deepEqual(pull.reviewers, [1, 6, 3].map(uuidOf));
    });

    it('goes on one by one where an account that is not used any more spoils the call', async () => {
      standIn.inactive.add(uuidOf(2));
      const pull = standIn.addPull({ reviewers: [uuidOf(3)] });
      const outcome = await ask(pull, { ana: 'ana', ben: 'ben' });
      assert.deepEqual(told(outcome), ['ana: requested', 'ben: refused']);
      assert.equal(outcome.people[1]?.words, 'reviewers: Malformed reviewers list');
      assert.deepEqual(pull.reviewers, [uuidOf(3), uuidOf(1)]);
    });

    it('removes nobody to get others in, not even somebody who has left since', async () => {
      standIn.strangers.add(uuidOf(3));
      const pull = standIn.addPull({ reviewers: [uuidOf(3)] });
      const outcome = await ask(pull, { ana: 'ana', ben: 'ben' });
      assert.deepEqual(told(outcome), ['ana: refused', 'ben: refused']);
      assert.match(outcome.people[0]?.words ?? '', /not a member of this workspace/);
      assert.deepEqual(pull.reviewers, [uuidOf(3)]);
    });

    it('keeps who was added and what was renamed in the meantime', async () => {
      const pull = standIn.addPull();
      let reads = 0;
      standIn.fault = ({ method, path }) => {
        if (method === 'GET' && path.endsWith('/pullrequests/1') && (reads += 1) === 2) {
          pull.reviewers = [uuidOf(3)];
          pull.title = 'Charge twice';
        }
        return false;
      };
      assert.deepEqual(told(await ask(pull, { ana: 'ana' })), ['ana: requested']);
      assert.deepEqual([pull.reviewers, pull.title], [[uuidOf(3), uuidOf(1)], 'Charge twice']);
    });

    it('never asks the author, under whatever name, and takes those who reviewed for there', async () => {
      const pull = standIn.addPull();
      pull.participants.set(uuidOf(1), 'approved');
      const outcome = await ask(pull, { a: 'zoe', b: uuidOf(4), c: '557058:4', d: '557058:1' });
      assert.deepEqual(told(outcome).slice(0, 1), ['557058:1: already-there']);
      assert.deepEqual(
        new Set(outcome.people.slice(1).map(({ words }) => words)),
        new Set(['They opened the request.']),
      );
      assert.deepEqual(standIn.writes, []);
    });
  });

  describe('the comment that mentions', () => {
    async function mention(secret: string, ...ids: readonly string[]): Promise<RequestOutcome> {
      const forge = client(secret);
      const suggestion = await suggestionFor(Object.fromEntries(ids.map((id) => [id, `{ bitbucket: ${id} }`])));
      const plan = planRequest(suggestion.ask, await forge.readRequest(1), host, 'bitbucket');
      return carryOut(forge, { number: 1 }, plan, (refused) => mentionComment(suggestion, refused, host));
    }

    for (const type of ['user', 'app_user'] as const)
      it(`is one, edited on a later run, with a mark that nobody sees, for ${type === 'user' ? 'a person' : 'a token of the repository'}`, async () => {
        standIn.accounts.push(account(9, 'bot', type));
        standIn.secrets.set('bots', uuidOf(9));
        standIn.addPull();
        const first = await mention('bots', 'ana', 'nobody');
        assert.deepEqual([told(first), first.comment], [['ana: requested', 'nobody: mention-only'], 'written']);
        const [comment] = standIn.comments;
        assert.match(
          comment!.raw,
          /^\[\/\/\]: # \(aor: people who could not be requested\)\n\nThese people [^]*- @nobody \(NOBODY\)/,
        );
        assert.equal((await mention('bots', 'ana', 'nobody')).comment, 'unchanged');
        assert.equal((await mention('bots', 'nobody', 'noone')).comment, 'edited');
        assert.equal((await mention('bots', 'ana')).comment, 'edited');
        assert.match(comment!.raw, /^\[\/\/\]: # \(aor: .*\)\n\nEverybody who looks after/);
        assert.equal((await mention('bots', 'ana')).comment, null);
        assert.equal(standIn.comments.length, 1);
      });

    it('leaves the comment of somebody else alone, whatever it begins with', async () => {
      standIn.addPull();
      const raw = '[//]: # (aor: people who could not be requested)\n\nmine';
      standIn.comments.push(
        { id: 1, author: uuidOf(1), raw, deleted: false },
        { id: 2, author: uuidOf(4), raw, deleted: true },
      );
      assert.equal((await mention('zoe@acme.example:good', 'nobody')).comment, 'written');
      assert.equal(standIn.comments[0]!.raw, raw);
    });
  });

  it('is shown `mail:token` and access tokens each in their way, and says when it takes neither', async () => {
    standIn.addPull();
    standIn.secrets.set('ATCTT3x', uuidOf(4));
    await client('ATCTT3x').readRequest(1);
    await client().readRequest(1);
    assert.deepEqual(
      standIn.seen.map(({ headers }) => headers.authorization?.split(' ')[0]),
      ['Bearer', 'Basic'],
    );
    await assert.rejects(client('old').readRequest(1), { failure: { kind: 'sign-in' } });
    await assert.rejects(client().readRequest(9), { failure: { kind: 'no-access', words: 'No such pull request 9' } });
  });
});
