/** One test for each rule of Gerrit that asking people has to live with. Tried against a stand-in only. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote } from '../../../src/core';
import {
  carryOut,
  changeIdOf,
  gerritApi,
  gerritClient,
  gerritToken,
  mentionComment,
  pickRequest,
  planRequest,
} from '../../../src/forges';
import type { ForgeClient, RequestOutcome } from '../../../src/forges';
import { suggestionFor } from '../people';
import { StandIn, type Change } from './standIn';

const host = 'review.example';
const remote = parseRemote(`ssh://zoe@${host}:29418/acme/shop`)!;
const id = `I${'1'.repeat(40)}`;
const search = (changeId: string | null = id, commit: string | null = null) => ({
  ...{ from: { remote, branch: 'work' }, commit, changeId },
});

describe('reviewers on Gerrit', () => {
  const standIn = new StandIn();
  let address: string;
  const client = (secret = 'zoe:good:word'): ForgeClient =>
    gerritClient(gerritToken({ kind: 'gerrit', host, api: `${address}/a` }, secret), remote, { secondMs: 5 });

  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => standIn.reset());

  /** Asks people by their handles: person → handle. */
  async function ask(change: Change, people: Readonly<Record<string, string>>): Promise<RequestOutcome> {
    const forge = client();
    const named = Object.entries(people).map(([who, handle]) => [who, `{ ${host}: "${handle}" }`]);
    const suggestion = await suggestionFor(Object.fromEntries(named) as Record<string, string>);
    const plan = planRequest(suggestion.ask, await forge.readRequest(change.number), host, 'gerrit');
    return carryOut(forge, change, plan, null);
  }
  const told = ({ people }: RequestOutcome): string[] => people.map(({ handle, result }) => `${handle}: ${result}`);

  it('has its API below the pages, and Google’s beside the repositories', () => {
    assert.deepEqual(
      [`https://${host}:8443/acme/shop`, `ssh://zoe@${host}:29418/acme/shop`].map((one) =>
        gerritApi(parseRemote(one)!),
      ),
      [`https://${host}:8443/a`, `https://${host}/a`],
    );
    for (const name of ['android', 'android-review'])
      assert.equal(
        gerritApi(parseRemote(`https://${name}.googlesource.com/a/platform/art`)!),
        'https://android-review.googlesource.com/a',
      );
  });

  describe('the Change-Id of a commit', () => {
    const other = `I${'2'.repeat(40)}`;
    const cases: readonly (readonly [message: string, id: string | null])[] = [
      [`Charge once\n\nBecause.\n\nChange-Id: ${id}\nSigned-off-by: Zoe <zoe@acme.example>\n`, id],
      [`Charge once\r\n\r\nChange-Id: ${id}\r\n`, id],
      [`Charge once\n\nChange-Id: ${other}\nChange-Id: ${id}\n`, id],
      [`Charge once\n\nLink: https://${host}/id/${id}\n`, id],
      [`Revert\n\nThis reverts\nChange-Id: ${other}\n\nBug: 7\n`, null],
      [`Charge once\n\nChange-Id: I12\n`, null],
      [`Charge once\n`, null],
      ['', null],
    ];
    for (const [message, wanted] of cases)
      it(`of ${JSON.stringify(message.slice(0, 60))} is ${wanted === null ? 'none' : 'found'}`, () =>
        assert.equal(changeIdOf(message), wanted));
  });

  describe('the change of a commit', () => {
    const found = async (...of: Parameters<typeof search>) =>
      (await client().findRequests(search(...of))).map(({ number }) => number);

    it('is found by its Change-Id, open and in this project', async () => {
      assert.deepEqual(await found(), []);
      standIn.addChange({ isDraft: true });
      standIn.addChange({ id: `I${'2'.repeat(40)}` });
      standIn.addChange({ isOpen: false });
      standIn.addChange({ project: 'acme/tools' });
      assert.deepEqual(await client().findRequests(search()), [
        {
          ...{ number: 1, title: 'Charge once', url: `${address}/c/acme/shop/+/1`, author: 'zoe', isDraft: true },
          ...{ from: { project: 'acme/shop', branch: 'refs/changes/01/1/3', commit: 'a'.repeat(40) } },
          into: { branch: 'main' },
        },
      ]);
    });

    it('is found by the commit where that has no Change-Id, and not at all without either', async () => {
      standIn.addChange();
      standIn.addChange({ commit: 'c'.repeat(40) });
      assert.deepEqual(await found(null, 'c'.repeat(40)), [2]);
      assert.deepEqual(await found(null, 'd'.repeat(40)), []);
      const asked = standIn.seen.length;
      assert.deepEqual(await found(null, null), []);
      assert.equal(standIn.seen.length, asked);
    });

    it('may be several on as many branches: the one into the branch that is meant', async () => {
      standIn.addChange();
      standIn.addChange({ branch: 'stable' });
      const requests = await client().findRequests(search());
      const picked = pickRequest(requests, 'stable');
      assert.ok(picked.kind === 'one' && picked.request.number === 2);
      assert.equal(pickRequest(requests, 'other').kind, 'several');
    });

    it('is not led elsewhere by what stands in for an id', async () => {
      standIn.addChange({ project: 'acme/tools' });
      assert.deepEqual(await found('x" OR project:"acme/tools'), []);
    });
  });

  it('tells who is asked, and what those who reviewed say', async () => {
    standIn.accounts.push({ number: 5, username: null, email: 'kit@acme.example', otherEmails: [], isInactive: false });
    const change = standIn.addChange({ reviewers: [1, 2, 3, 5], ccs: [6] });
    standIn.accounts.push({ number: 6, username: 'cc', email: 'cc@acme.example', otherEmails: [], isInactive: false });
    change.votes.set(1, 1).set(2, -2).set(4, 2);
    change.messages.push(
      { author: 3, text: 'Patch Set 1:\n\nWhy twice?', tag: null },
      { author: 5, text: 'Uploaded patch set 2.', tag: 'autogenerated:gerrit:newPatchSet' },
      { author: 6, text: 'Patch Set 1:\n\nHm.', tag: null },
    );
    const { requested, requestedTeams, reviews } = await client().readRequest(1);
    // A vote on one's own change is no review, and who gets a copy was not asked.
    assert.deepEqual([requested, requestedTeams], [['kit@acme.example'], []]);
    assert.deepEqual(reviews, [
      { handle: 'ana', verdict: 'approved', commit: null },
      { handle: 'ben', verdict: 'changes-requested', commit: null },
      { handle: 'mei', verdict: 'commented', commit: null },
    ]);
    assert.equal(await client().mayAsk(), null);
  });

  describe('asking', () => {
    it('adds people, removes nobody, and a second time sends nothing', async () => {
      const change = standIn.addChange({ reviewers: [3] });
      const people = { ana: 'ana', ben: 'Ben@acme.example'.toLowerCase() };
      assert.deepEqual(told(await ask(change, people)), ['ana: requested', 'ben@acme.example: requested']);
      assert.deepEqual(change.reviewers, [3, 1, 2]);
      const sent = standIn.writes.length;
      assert.deepEqual(told(await ask(change, people)), ['ana: already-there', 'ben@acme.example: already-there']);
      assert.deepEqual([standIn.writes.length, change.reviewers], [sent, [3, 1, 2]]);
    });

    for (const version of ['3.8', '3.9'] as const)
      it(`goes on without those who are refused, as ${version} says it`, async () => {
        standIn.version = version;
        standIn.accounts[1] = { ...standIn.accounts[1]!, isInactive: true };
        const change = standIn.addChange({ reviewers: [3] });
        const outcome = await ask(change, { ana: 'ana', ben: 'ben', out: 'out@acme.example', no: 'nobody' });
        assert.deepEqual(told(outcome), [
          'ana: requested',
          'ben: refused',
          'out@acme.example: refused',
          'nobody: refused',
        ]);
        assert.deepEqual(
          outcome.people.slice(1).map(({ words }) => words),
          [
            'Account 2 is inactive',
            'out@acme.example does not identify a registered user or group',
            'Nobody who can be seen is called "nobody" there.',
          ],
        );
        assert.deepEqual([change.reviewers, standIn.writes.length], [[3, 1], 2]);
      });

    it('never asks a group, however small, nor whoever is signed in', async () => {
      standIn.groups.set('checkout', [1, 2]).set('crowd@acme.example', [1, 2, 3]);
      const change = standIn.addChange({ owner: 1 });
      const outcome = await ask(change, { a: 'checkout', b: 'crowd@acme.example', c: 'self' });
      assert.deepEqual(told(outcome), ['checkout: refused', 'crowd@acme.example: refused', 'self: refused']);
      assert.equal(outcome.people[1]?.words, 'It is a group, not a person.');
      assert.deepEqual(change.reviewers, []);
    });

    it('never asks the owner, under whatever name', async () => {
      const change = standIn.addChange();
      const outcome = await ask(change, { z: 'ZOE', y: 'zoe@acme.example', x: '4' });
      assert.deepEqual(new Set(outcome.people.map(({ words }) => words)), new Set(['They opened the request.']));
      assert.deepEqual(standIn.writes, []);
    });

    it('knows people by another mail address once they were asked', async () => {
      const change = standIn.addChange();
      assert.deepEqual(told(await ask(change, { ana: 'ana@home.example' })), ['ana@home.example: requested']);
      assert.deepEqual(told(await ask(change, { ana: 'ana@home.example' })), ['ana@home.example: already-there']);
      assert.deepEqual(change.reviewers, [1]);
    });

    it('asks by mail address whoever has no handle', async () => {
      standIn.addChange();
      const { ask: asks } = await suggestionFor({ ana: '{ gitlab: ana }', ben: '{ gitlab: ben }' });
      const [ana, ben] = asks;
      const people = [{ ...ana!, person: { ...ana!.person, emails: ['ana@acme.example'] } }, ben!];
      const plan = planRequest(people, await client().readRequest(1), host, 'gerrit');
      assert.deepEqual(told(await carryOut(client(), { number: 1 }, plan, null)), [
        'ana@acme.example: requested',
        'null: refused',
      ]);
      assert.equal(
        plan.unable[0]?.words,
        `The ownership file has neither a handle nor a mail address of BEN for ${host}.`,
      );
    });

    it('makes a reviewer of somebody who gets a copy, and takes those who voted for there', async () => {
      const change = standIn.addChange({ ccs: [1], reviewers: [2] });
      change.votes.set(2, -1);
      const outcome = await ask(change, { ana: 'ana', ben: 'ben' });
      assert.deepEqual(told(outcome), ['ana: requested', 'ben: already-there']);
      assert.equal(outcome.people[1]?.words, 'changes-requested');
    });

    it('is refused in Gerrit’s words on a change that was closed meanwhile', async () => {
      const change = standIn.addChange();
      standIn.fault = ({ method }) => {
        change.isOpen = method === 'GET';
        return false;
      };
      await assert.rejects(ask(change, { ana: 'ana' }), { failure: { kind: 'refused', words: 'change is closed' } });
    });
  });

  describe('the message that mentions', () => {
    async function mention(...ids: readonly string[]): Promise<RequestOutcome> {
      const forge = client();
      const suggestion = await suggestionFor(Object.fromEntries(ids.map((one) => [one, `{ ${host}: ${one} }`])));
      const plan = planRequest(suggestion.ask, await forge.readRequest(1), host, 'gerrit');
      return carryOut(forge, { number: 1 }, plan, (refused) => mentionComment(suggestion, refused, host));
    }

    it('is said again only where its words are others, since nothing can be edited', async () => {
      const { messages } = standIn.addChange();
      const first = await mention('ana', 'nobody');
      assert.deepEqual([told(first), first.comment], [['ana: requested', 'nobody: mention-only'], 'written']);
      assert.match(messages[0]!.text, /^Patch Set 3:\n\nThese people look after [^]*- @nobody \(NOBODY\)/);
      assert.equal(messages[0]!.tag, 'autogenerated:aor');
      assert.equal((await mention('ana', 'nobody')).comment, 'unchanged');
      assert.equal((await mention('nobody', 'noone')).comment, 'written');
      assert.equal((await mention('ana')).comment, 'written');
      assert.match(messages.at(-1)!.text, /Everybody who looks after what this change touches is requested/);
      assert.equal((await mention('ana')).comment, null);
      assert.equal(messages.length, 3);
    });

    it('is our own: what somebody else said with the same tag counts for nothing', async () => {
      const { messages } = standIn.addChange();
      messages.push({ author: 1, text: 'mine', tag: 'autogenerated:aor' });
      assert.equal((await mention('ana')).comment, null);
      assert.equal((await mention('nobody')).comment, 'written');
      assert.deepEqual(messages.length, 2);
    });
  });

  describe('what goes wrong', () => {
    const failure = async (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => null,
        (error: unknown) => (error as { readonly failure: unknown }).failure,
      );

    it('is told apart: a wrong password, a change that cannot be seen, something else than Gerrit', async () => {
      assert.deepEqual(await failure(client('zoe:bad').findRequests(search())), { kind: 'sign-in' });
      assert.deepEqual(await failure(client().readRequest(9)), { kind: 'no-access', words: 'Not found: acme/shop~9' });
      standIn.fault = (_, response) => Boolean(response.writeHead(200).end('<html>Sign in</html>'));
      assert.deepEqual(await failure(client().readRequest(1)), { kind: 'malformed', what: 'it is no JSON' });
      standIn.fault = (_, response) => Boolean(response.writeHead(200).end(")]}'\n[]"));
      assert.deepEqual(await failure(client().readRequest(1)), {
        ...{ kind: 'malformed', what: 'the change is not an object' },
      });
    });

    it('shows the password to no other host', async () => {
      standIn.fault = (_, response) => Boolean(response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end());
      assert.deepEqual(await failure(client().readRequest(1)), { kind: 'elsewhere', host: '127.0.0.2:1' });
      assert.throws(() => gerritToken({ kind: 'gerrit', host, api: `http://${host}/a` }, 'zoe:good'), {
        failure: { kind: 'insecure' },
      });
    });
  });
});
