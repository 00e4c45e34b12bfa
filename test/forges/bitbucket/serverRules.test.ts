/** One test for each rule of Bitbucket Data Center that asking people has to live with. Tried against a stand-in only. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import {
  bitbucketServerApi,
  bitbucketServerClient,
  bitbucketToken,
  carryOut,
  mentionComment,
  pickRequest,
  planRequest,
} from '../../../src/forges';
import type { ForgeClient, RequestOutcome } from '../../../src/forges';
import { suggestionFor } from '../people';
import { ServerStandIn, type Pull } from './serverStandIn';

const host = 'git.example';
const remoteOf = (path = 'SHOP/shop') => parseRemote(`ssh://git@${host}:7999/${path}.git`)!;
const search = (branch = 'work', path?: string) => ({ from: { remote: remoteOf(path), branch }, commit: null });

describe('reviewers on Bitbucket Data Center', () => {
  const standIn = new ServerStandIn();
  let address: string;
  const client = (secret = 'good'): ForgeClient => {
    const token = bitbucketToken({ kind: 'bitbucket-server', host, api: `${address}/rest/api/1.0` }, secret);
    return bitbucketServerClient(token, remoteOf(), { secondMs: 5 });
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
    const named = Object.entries(people).map(([who, handle]) => [who, `{ ${host}: '${handle}' }`]);
    const suggestion = await suggestionFor(Object.fromEntries(named) as Record<string, string>);
    const plan = planRequest(suggestion.ask, await forge.readRequest(pull.id), host, 'bitbucket-server');
    return carryOut(forge, { number: pull.id }, plan, null);
  }
  const told = ({ people }: RequestOutcome): string[] => people.map(({ handle, result }) => `${handle}: ${result}`);
  const names = ({ reviewers }: Pull): string[] => reviewers.map(({ name }) => name);
  /** Does something once, just before the list is written. */
  const beforeWriting = (work: () => void): void => {
    let isDone = false;
    standIn.fault = ({ method }) => {
      if (method === 'PUT' && !isDone) {
        isDone = true;
        work();
      }
      return false;
    };
  };

  it('has its API below the pages', () => {
    const remote = parseRemote(`https://${host}:8443/git/scm/SHOP/shop.git`)!;
    assert.equal(bitbucketServerApi(remote), `https://${host}:8443/git/rest/api/1.0`);
  });

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
          ...{ number: 1, title: 'Charge once', author: 'zoe', isDraft: true, into: { branch: 'main' } },
          url: `https://${host}/projects/SHOP/repos/shop/pull-requests/1`,
          from: { project: 'SHOP/shop', branch: 'work', commit: 'a'.repeat(40) },
        },
      ]);
    });

    it('comes from the fork that it was pushed to, and not from there into another project', async () => {
      standIn.addPull();
      standIn.addPull({ from: '~zoe/shop' });
      standIn.addPull({ from: '~zoe/shop', into: '~zoe/shop' });
      assert.deepEqual(await found('work', '~zoe/shop'), [2]);
      assert.deepEqual(await found('work', '~ana/shop'), []);
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

  it('tells who is asked, and what those who reviewed say, of which commit', async () => {
    standIn.addPull({
      reviewers: [
        { name: 'ana', status: 'UNAPPROVED' },
        { name: 'ben', status: 'NEEDS_WORK' },
        { name: 'mei', status: 'APPROVED' },
      ],
    });
    const { requested, requestedTeams, reviews } = await client().readRequest(1);
    assert.deepEqual([requested, requestedTeams], [['ana'], []]);
    assert.deepEqual(reviews, [
      { handle: 'ben', verdict: 'changes-requested', commit: null },
      { handle: 'mei', verdict: 'approved', commit: 'a'.repeat(40) },
    ]);
    assert.equal(await client().mayAsk(), null);
  });

  describe('asking', () => {
    it('sends those who are there along, and a second time sends nothing', async () => {
      const pull = standIn.addPull({ reviewers: [{ name: 'mei', status: 'APPROVED' }] });
      assert.deepEqual(told(await ask(pull, { ana: 'Ana', ben: 'ben' })), ['Ana: requested', 'ben: requested']);
      assert.deepEqual([names(pull), pull.reviewers[0]?.status], [['mei', 'ana', 'ben'], 'APPROVED']);
      assert.deepEqual([pull.title, pull.description, pull.version], ['Charge once', 'Because.', 1]);
      assert.deepEqual(told(await ask(pull, { ana: 'Ana', ben: 'ben' })), ['Ana: already-there', 'ben: already-there']);
      assert.equal(standIn.writes.length, 1);
    });

    it('reads again where somebody else was faster, and keeps what they did', async () => {
      const pull = standIn.addPull({ description: undefined });
      beforeWriting(() => {
        pull.reviewers.push({ name: 'mei', status: 'UNAPPROVED' });
        pull.version += 1;
      });
      assert.deepEqual(told(await ask(pull, { ana: 'ana' })), ['ana: requested']);
      assert.deepEqual([names(pull), standIn.writes.length, pull.description], [['mei', 'ana'], 2, undefined]);
    });

    it('gives up where somebody else is faster all the time', async () => {
      const pull = standIn.addPull();
      standIn.fault = ({ method }) => {
        if (method === 'PUT') pull.version += 1;
        return false;
      };
      await assert.rejects(ask(pull, { ana: 'ana' }), {
        failure: {
          kind: 'refused',
          words: 'You are attempting to modify a pull request based on out-of-date information.',
        },
      });
      assert.equal(standIn.writes.length, 2);
    });

    it('goes on without those who are refused, with the words for each', async () => {
      const pull = standIn.addPull({ reviewers: [{ name: 'mei', status: 'UNAPPROVED' }] });
      const outcome = await ask(pull, { ana: 'ana', no: 'Nobody', ben: 'ben', out: 'out@acme.example' });
      assert.deepEqual(told(outcome), [
        'ana: requested',
        'Nobody: refused',
        'ben: requested',
        'out@acme.example: refused',
      ]);
      assert.deepEqual(
        [outcome.people[1]?.words, outcome.people[3]?.words],
        ['Nobody is not a user.', 'out@acme.example is not a user.'],
      );
      assert.deepEqual([names(pull), standIn.writes.length], [['mei', 'ana', 'ben'], 2]);
    });

    it('removes nobody to get others in, not even somebody who has left since', async () => {
      standIn.users.delete('mei');
      const pull = standIn.addPull({ reviewers: [{ name: 'mei', status: 'UNAPPROVED' }] });
      await assert.rejects(ask(pull, { ana: 'ana' }), {
        failure: {
          kind: 'refused',
          words: 'Errors encountered while adding some reviewers to this pull request. mei is not a user.',
        },
      });
      assert.deepEqual([names(pull), standIn.writes.length], [['mei'], 1]);
    });

    it('never asks the author, under whatever name, and takes those who reviewed for there', async () => {
      const pull = standIn.addPull({ reviewers: [{ name: 'ana', status: 'NEEDS_WORK' }] });
      const outcome = await ask(pull, { a: 'ZOE', b: 'zoe@acme.example', c: 'ana@acme.example' });
      assert.deepEqual(told(outcome).slice(0, 1), ['ana@acme.example: already-there']);
      assert.deepEqual(
        new Set(outcome.people.slice(1).map(({ words }) => words)),
        new Set(['They opened the request.']),
      );
      assert.deepEqual(standIn.writes, []);
    });
  });

  describe('the comment that mentions', () => {
    async function mention(...ids: readonly string[]): Promise<RequestOutcome> {
      const forge = client();
      const suggestion = await suggestionFor(Object.fromEntries(ids.map((id) => [id, `{ ${host}: ${id} }`])));
      const plan = planRequest(suggestion.ask, await forge.readRequest(1), host, 'bitbucket-server');
      return carryOut(forge, { number: 1 }, plan, (refused) => mentionComment(suggestion, refused, host));
    }

    it('is one, edited on a later run, with a mark that nobody sees', async () => {
      standIn.addPull();
      const first = await mention('ana', 'nobody');
      assert.deepEqual([told(first), first.comment], [['ana: requested', 'nobody: mention-only'], 'written']);
      const [comment] = standIn.comments;
      assert.match(
        comment!.text,
        /^\[\/\/\]: # \(aor: people who could not be requested\)\n\nThese people [^]*- @nobody \(NOBODY\)/,
      );
      assert.equal((await mention('ana', 'nobody')).comment, 'unchanged');
      assert.equal((await mention('nobody', 'noone')).comment, 'edited');
      assert.equal((await mention('ana')).comment, 'edited');
      assert.equal((await mention('ana')).comment, null);
      assert.deepEqual([standIn.comments.length, comment!.version], [1, 2]);
    });

    it('leaves the comment of somebody else alone, whatever it begins with', async () => {
      standIn.addPull();
      standIn.pageSize = 1;
      const text = '[//]: # (aor: people who could not be requested)\n\nmine';
      standIn.comments.push({ id: 1, version: 0, author: 'ana', text });
      assert.equal((await mention('nobody')).comment, 'written');
      assert.equal((await mention('nobody')).comment, 'unchanged');
      assert.deepEqual([standIn.comments.length, standIn.comments[0]!.text], [2, text]);
    });
  });

  it('says what it cannot see, and when it does not take the token', async () => {
    await assert.rejects(client('old').readRequest(1), { failure: { kind: 'sign-in' } });
    await assert.rejects(client().readRequest(9), {
      failure: { kind: 'no-access', words: 'Pull request 9 does not exist.' },
    });
    standIn.secrets.set('zoe:pass:word', 'zoe');
    standIn.addPull();
    assert.equal((await client('zoe:pass:word').readRequest(1)).request.number, 1);
  });
});
