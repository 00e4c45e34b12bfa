/** One test for each rule of Azure DevOps that asking people has to live with. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { parseRemote, type Ask } from '../../../src/core';
import {
  azureApi,
  azureClient,
  azureTokens,
  carryOut,
  mentionComment,
  pickRequest,
  planRequest,
  type ForgeClient,
  type RequestOutcome,
} from '../../../src/forges';
import { startProxy, type Proxy } from '../github/proxy';
import { suggestionFor } from '../people';
import { idOf, StandIn, type Pull } from './standIn';

const host = 'dev.azure.com';
const remoteOf = (path = 'Shop/_git/shop') => parseRemote(`https://${host}/acme/${path}`)!;
const search = (branch = 'work', path?: string) => ({ from: { remote: remoteOf(path), branch }, commit: null });

describe('reviewers on Azure DevOps', () => {
  const standIn = new StandIn();
  let proxy: Proxy;
  let address: string;
  const client = (secret = 'good', kind: 'personal' | 'bearer' = 'personal'): ForgeClient => {
    const place = { host, api: `${proxy.address}/acme`, identities: `${proxy.address}/acme` };
    return azureClient(azureTokens(place, secret, kind), remoteOf(), { secondMs: 5, fetch: proxy.fetch });
  };

  before(async function () {
    this.timeout(60_000);
    address = await standIn.start();
    proxy = await startProxy(address, 'test/forges/azure/api.json');
  });
  after(() => {
    proxy.stop();
    standIn.stop();
  });
  beforeEach(() => {
    standIn.reset();
    proxy.violations();
  });
  afterEach(() => assert.deepEqual(proxy.violations(), []));

  async function asksOf(people: Readonly<Record<string, string>>): Promise<readonly Ask[]> {
    const named = Object.entries(people).map(([who, handle]) => [who, `{ ${host}: '${handle}' }`]);
    return (await suggestionFor(Object.fromEntries(named) as Record<string, string>)).ask;
  }
  /** Asks people by their handles: person → handle. */
  async function ask(
    pull: Pull,
    people: Readonly<Record<string, string>>,
    forge = client(),
    edit = (asks: readonly Ask[]): readonly Ask[] => asks,
  ): Promise<RequestOutcome> {
    const plan = planRequest(edit(await asksOf(people)), await forge.readRequest(pull.number), host, 'azure');
    return carryOut(forge, pull, plan, null);
  }
  const told = ({ people }: RequestOutcome): string[] => people.map(({ handle, result }) => `${handle}: ${result}`);
  const ids = ({ reviewers }: Pull): string[] => reviewers.map(({ id }) => id);

  it('has its API where the organisation is, and looks people up on a host of its own in the cloud', () => {
    const cases: readonly (readonly [address: string, api: string, identities: string])[] = [
      [
        'https://dev.azure.com/acme/My%20Shop/_git/shop',
        'https://dev.azure.com/acme',
        'https://vssps.dev.azure.com/acme',
      ],
      ['git@ssh.dev.azure.com:v3/acme/Shop/shop', 'https://dev.azure.com/acme', 'https://vssps.dev.azure.com/acme'],
      ['https://acme.visualstudio.com/_git/Shop', 'https://dev.azure.com/acme', 'https://vssps.dev.azure.com/acme'],
      ...[
        ['https://tfs.example:8443/tfs/Main/Shop/_git/shop', 'https://tfs.example:8443/tfs/Main'] as const,
        ['https://tfs.example/Main/_git/Shop', 'https://tfs.example/Main'] as const,
      ].map(([one, api]) => [one, api, api] as const),
    ];
    for (const [one, api, identities] of cases) {
      const remote = parseRemote(one)!;
      assert.deepEqual(azureApi(remote), { host: remote.host, api, identities });
    }
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
          ...{ number: 1, title: 'Charge once', url: 'https://dev.azure.com/acme/Shop/_git/shop/pullrequest/1' },
          ...{ author: 'zoe@acme.example', isDraft: true, into: { branch: 'main' } },
          from: { project: 'acme/Shop/shop', branch: 'work', commit: 'a'.repeat(40) },
        },
      ]);
    });

    it('comes from the fork that it was pushed to', async () => {
      standIn.addPull();
      standIn.addPull({ fork: 'Shop/shop.zoe' });
      assert.deepEqual(await found('work', 'Shop/_git/shop.zoe'), [2]);
      assert.deepEqual(await found('work', 'shop/_git/Shop'), [1]);
      assert.deepEqual(await found('work', 'Shop/_git/shop.ana'), []);
    });

    it('may be several: the one into the branch that is meant', async () => {
      standIn.addPull();
      standIn.addPull({ target: 'release/1' });
      const requests = await client().findRequests(search());
      const picked = pickRequest(requests, 'release/1');
      assert.ok(picked.kind === 'one' && picked.request.number === 2);
      assert.equal(pickRequest(requests, 'other').kind, 'several');
    });
  });

  it('tells who is asked, and how those voted who did; a group is no person', async () => {
    const reviewers = [0, 10, 5, -5].map((vote, at) => ({ id: idOf(at + 1), vote, isRequired: false }));
    standIn.people.push({ id: idOf(5), uniqueName: 'kit@acme.example', mail: 'kit@acme.example', isActive: true });
    const more = { id: idOf(5), vote: -10, isRequired: true };
    standIn.addPull({ author: idOf(5), reviewers: [...reviewers, more, { id: idOf(50), vote: 10, isRequired: true }] });
    const { requested, requestedTeams, reviews } = await client().readRequest(1);
    assert.deepEqual([requested, requestedTeams], [['ana@acme.example'], ['[Shop]\\Checkout']]);
    assert.deepEqual(
      reviews.map(({ handle, verdict }) => `${handle} ${verdict}`),
      [
        'ben@acme.example approved',
        'mei@acme.example approved',
        'zoe@acme.example changes-requested',
        'kit@acme.example changes-requested',
      ],
    );
    assert.equal(await client().mayAsk(), null);
  });

  describe('asking', () => {
    it('adds people, removes nobody, and a second time sends nothing', async () => {
      const pull = standIn.addPull({ reviewers: [{ id: idOf(3), vote: 10, isRequired: true }] });
      const people = { ana: 'Ana@acme.example', ben: idOf(2) };
      assert.deepEqual(told(await ask(pull, people)), ['Ana@acme.example: requested', `${idOf(2)}: requested`]);
      assert.deepEqual(ids(pull), [idOf(3), idOf(1), idOf(2)]);
      const sent = standIn.writes.length;
      assert.deepEqual(told(await ask(pull, people)), ['Ana@acme.example: already-there', `${idOf(2)}: already-there`]);
      assert.deepEqual([standIn.writes.length, pull.reviewers[0]], [sent, { id: idOf(3), vote: 10, isRequired: true }]);
    });

    it('never takes a vote back, whatever the voter is called', async () => {
      const pull = standIn.addPull({ reviewers: [{ id: idOf(1), vote: 10, isRequired: false }] });
      const outcome = await ask(pull, { ana: 'ana@mail.example' });
      assert.deepEqual([told(outcome), outcome.people[0]?.words], [['ana@mail.example: already-there'], 'approved']);
      assert.deepEqual([standIn.votesLost, standIn.writes.length, pull.reviewers[0]?.vote], [0, 0, 10]);
    });

    it('requires those of a review that must be, and nobody else', async () => {
      const pull = standIn.addPull();
      const asMust = ([ana, ...others]: readonly Ask[]): readonly Ask[] => [
        { ...ana!, for: ana!.for.map((one) => ({ ...one, requirement: { ...one.requirement, level: 'must' } })) },
        ...others,
      ];
      await ask(pull, { ana: 'ana@acme.example', ben: 'ben@acme.example' }, client(), asMust);
      assert.deepEqual(
        pull.reviewers.map(({ isRequired }) => isRequired),
        [true, false],
      );
      assert.deepEqual(
        standIn.writes.map(({ body }) => body),
        ['{"vote":0,"isRequired":true}', '{"vote":0}'],
      );
    });

    it('asks nobody whose name may be several people’s, nobody’s, a group’s, or that of somebody who is gone', async () => {
      const twin = { id: idOf(8), uniqueName: 'ana.2@acme.example', mail: 'ben@mail.example', isActive: true };
      standIn.people.push(twin, {
        id: idOf(9),
        uniqueName: 'old@acme.example',
        mail: 'o@mail.example',
        isActive: false,
      });
      const pull = standIn.addPull();
      const outcome = await ask(pull, {
        ...{ ben: 'ben@mail.example', part: 'an', none: 'no@acme.example', team: 'Checkout' },
        ...{ old: 'old@acme.example', mei: 'mei@acme.example', odd: idOf(77) },
      });
      assert.deepEqual(
        outcome.people.map(({ result, words }) => words ?? result),
        [
          '"ben@mail.example" may be 2 different people there.',
          'Nobody is called "an" there.',
          'Nobody is called "no@acme.example" there.',
          'Nobody is called "Checkout" there.',
          'Nobody is called "old@acme.example" there.',
          'requested',
          `TF400898: No identity with the id ${idOf(77)} was found.`,
        ],
      );
      assert.deepEqual(ids(pull), [idOf(3)]);
    });

    it('never asks the author, under whatever name', async () => {
      const pull = standIn.addPull();
      const outcome = await ask(pull, { a: 'zoe@acme.example', b: 'zoe@mail.example', c: idOf(4) });
      assert.deepEqual(new Set(outcome.people.map(({ words }) => words)), new Set(['They opened the request.']));
      assert.deepEqual(standIn.writes, []);
    });

    it('is told as refused where the account has no right to', async () => {
      standIn.mayContribute = false;
      const pull = standIn.addPull();
      await assert.rejects(ask(pull, { ana: 'ana@acme.example' }), {
        failure: { kind: 'no-access', words: "TF401027: You need the Git 'PullRequestContribute' permission." },
      });
    });

    it('tells of each what became of them where it ends half way', async () => {
      const pull = standIn.addPull();
      standIn.fault = ({ method }) => {
        if (method === 'PUT' && pull.reviewers.length === 1) standIn.mayContribute = false;
        return false;
      };
      const outcome = await ask(pull, { ana: 'ana@acme.example', ben: 'ben@acme.example' });
      assert.deepEqual(told(outcome), ['ana@acme.example: requested', 'ben@acme.example: refused']);
      assert.match(outcome.people[1]?.words ?? '', /^dev\.azure\.com gives this account no access: TF401027/);
    });

    it('asks a server of one’s own in a version that it knows, and by the names of Windows', async () => {
      standIn.newest = 6;
      standIn.people[0] = { ...standIn.people[0]!, uniqueName: 'ACME\\ana' };
      const pull = standIn.addPull();
      const place = { host: 'tfs.example', api: `${address}/Main`, identities: `${address}/Main` };
      const remote = parseRemote('https://tfs.example/Main/Shop/_git/shop')!;
      const forge = azureClient(azureTokens(place, 'good', 'personal'), remote, { secondMs: 5 });
      const { ask: asks } = await suggestionFor({ ana: "{ tfs.example: 'ACME\\ana' }" });
      const plan = planRequest(asks, await forge.readRequest(1), 'tfs.example', 'azure');
      const outcome = await carryOut(forge, pull, plan, null);
      assert.deepEqual(told(outcome), ['ACME\\ana: requested']);
      await assert.rejects(client().readRequest(1), {
        failure: { kind: 'refused', words: 'The requested REST API version of 7.1 is out of range for this server.' },
      });
    });
  });

  describe('the comment that mentions', () => {
    async function mention(...names: readonly string[]): Promise<RequestOutcome> {
      const forge = client();
      const people = names.map((name) => [name, `{ ${host}: ${name}@acme.example }`]);
      const suggestion = await suggestionFor(Object.fromEntries(people) as Record<string, string>);
      const plan = planRequest(suggestion.ask, await forge.readRequest(1), host, 'azure');
      return carryOut(forge, { number: 1 }, plan, (refused) => mentionComment(suggestion, refused, host));
    }

    it('is one, edited on a later run, and keeps nobody from merging', async () => {
      standIn.addPull();
      const first = await mention('ana', 'nobody');
      assert.deepEqual(
        [told(first), first.comment],
        [['ana@acme.example: requested', 'nobody@acme.example: mention-only'], 'written'],
      );
      assert.equal(standIn.threads[0]?.status, 'closed');
      assert.match(standIn.threads[0].content, /requested as reviewers:\n\n\*\*Reviewers\*\*\n\n- NOBODY: owner of/);
      const writes = standIn.writes.length;
      assert.equal((await mention('ana', 'nobody')).comment, 'unchanged');
      assert.equal(standIn.writes.length, writes);
      assert.equal((await mention('nobody', 'noone')).comment, 'edited');
      assert.equal((await mention('ana')).comment, 'edited');
      assert.match(standIn.threads[0].content, /Everybody who looks after what this change touches is requested/);
      assert.equal((await mention('ana')).comment, null);
      assert.equal(standIn.threads.length, 1);
    });

    it('leaves the comment of somebody else alone, whatever it begins with', async () => {
      standIn.addPull();
      const content = '<!-- aor: people who could not be requested -->\nmine';
      standIn.threads.push({ id: 1, pull: 1, status: 'active', author: idOf(1), content });
      assert.equal((await mention('nobody')).comment, 'written');
      assert.deepEqual([standIn.threads[0]!.content, standIn.trespasses], [content, []]);
    });
  });

  describe('tokens', () => {
    it('are personal ones, or those of a Microsoft account', async () => {
      standIn.addPull();
      await client('good', 'bearer').readRequest(1);
      await client('good', 'personal').readRequest(1);
      assert.deepEqual(
        standIn.seen.map(({ headers }) => headers.authorization),
        ['Bearer good', `Basic ${Buffer.from(':good').toString('base64')}`],
      );
    });

    it('that are wrong are told, also where the answer is a page to sign in on', async () => {
      await assert.rejects(client('bad').readRequest(1), { failure: { kind: 'sign-in' } });
      const place = { host, api: `${address}/acme`, identities: `${address}/acme` };
      const forge = azureClient(azureTokens(place, 'old', 'personal'), remoteOf());
      standIn.fault = (_, response) => Boolean(response.writeHead(203).end('<html>Sign in</html>'));
      await assert.rejects(forge.readRequest(1), { failure: { kind: 'sign-in' } });
    });

    it('are each for one of the two addresses', () => {
      const { git, identities } = azureTokens(azureApi(remoteOf()), 'good', 'personal');
      const shows = (token: typeof git, at: string) => token.authorise(new URL(at), new Headers());
      shows(git, 'https://dev.azure.com/acme/x');
      shows(identities, 'https://vssps.dev.azure.com/acme/x');
      assert.throws(() => shows(git, 'https://vssps.dev.azure.com/acme'), {
        failure: { kind: 'elsewhere', host: 'vssps.dev.azure.com' },
      });
      assert.throws(() => shows(identities, 'https://dev.azure.com/acme'), {
        failure: { kind: 'elsewhere', host: 'dev.azure.com' },
      });
    });
  });

  describe('the proxy with Microsoft’s own description', () => {
    it('catches a stand-in that lies about a shape', async () => {
      standIn.addPull();
      standIn.lie = (answer) => ({ ...(answer as object), draft: true });
      await assert.rejects(client().readRequest(1), { failure: { kind: 'broken', status: 500 } });
      assert.ok(
        proxy.violations().every((text) => text.includes("must NOT have additional properties; found 'draft'")),
      );
    });

    it('catches a client that asks in another way than is documented', async () => {
      standIn.addPull();
      const path = `/acme/Shop/_apis/git/repositories/shop/pullRequests/1/reviewers/${idOf(1)}?api-version=7.1`;
      const send = (body: unknown) =>
        proxy.fetch(`${proxy.address}${path}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', authorization: 'Bearer good' },
          body: JSON.stringify(body),
        });
      assert.equal((await send({ vote: 0 })).status, 200);
      assert.equal((await send({ vote: 0, required: true })).status, 422);
      assert.equal(standIn.writes.length, 1);
      assert.equal(proxy.violations().length, 1);
    });
  });
});
