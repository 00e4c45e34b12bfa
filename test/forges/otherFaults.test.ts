/** What goes wrong between us and Gerrit, Azure DevOps or Bitbucket: it is told apart, nobody is lost, and the token goes nowhere else. */
import assert from 'node:assert/strict';
import './onlyLoopback';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { parseRemote } from '../../src/core';
import {
  azureClient,
  azureTokens,
  bitbucketClient,
  bitbucketServerClient,
  bitbucketToken,
  carryOut,
  failureText,
  ForgeError,
  gerritClient,
  gerritToken,
  planRequest,
  type ForgeClient,
  type ForgeFailure,
} from '../../src/forges';
import { idOf, StandIn as Azure } from './azure/standIn';
import { CloudStandIn, uuidOf } from './bitbucket/cloudStandIn';
import { ServerStandIn } from './bitbucket/serverStandIn';
import { StandIn as Gerrit } from './gerrit/standIn';
import { suggestionFor } from './people';
import type { Fault } from './standInServer';

const secret = 'zoe:TheSecret';

interface Case {
  readonly name: string;
  readonly standIn: Gerrit | Azure | CloudStandIn | ServerStandIn;
  readonly remote: string;
  readonly client: (address: string, options: { readonly secondMs: number; readonly timeoutMs: number }) => ForgeClient;
  /** There is a request of zoe that asks mei. */
  readonly begin: () => void;
  readonly requested: () => readonly string[];
  /** As if the call that asks ana was carried out. */
  readonly addAna: () => void;
  readonly comments: () => number;
  readonly asks: 'POST' | 'PUT';
  /** An error in the forge's own form. */
  readonly error: (words: string) => string;
  /** What ana is called there. */
  readonly ana: string;
}

const [gerrit, azure, cloud, server] = [new Gerrit(), new Azure(), new CloudStandIn(), new ServerStandIn()];
const cases: readonly Case[] = [
  {
    ...{ name: 'Gerrit', standIn: gerrit, remote: 'ssh://review.example:29418/acme/shop', asks: 'POST', ana: 'ana' },
    client(address, options) {
      const token = gerritToken({ kind: 'gerrit', host: 'review.example', api: `${address}/a` }, secret);
      return gerritClient(token, parseRemote(this.remote)!, options);
    },
    begin() {
      gerrit.reset();
      gerrit.passwords.set(secret, 4);
      gerrit.addChange({ reviewers: [3], commit: 'a'.repeat(40) });
    },
    requested: () => gerrit.changes[0]!.reviewers.map((number) => gerrit.accounts[number - 1]!.username!),
    addAna: () => gerrit.changes[0]!.reviewers.push(1),
    comments: () => gerrit.changes[0]!.messages.length,
    error: (words) => words,
  },
  {
    ...{ name: 'Azure DevOps', standIn: azure, remote: 'https://dev.azure.com/acme/Shop/_git/shop', asks: 'PUT' },
    ana: 'ana@acme.example',
    client(address, options) {
      const place = { host: 'dev.azure.com', api: `${address}/acme`, identities: `${address}/acme` };
      return azureClient(azureTokens(place, secret, 'bearer'), parseRemote(this.remote)!, options);
    },
    begin() {
      azure.reset();
      azure.secrets.set(secret, idOf(4));
      azure.addPull({ reviewers: [{ id: idOf(3), vote: 0, isRequired: false }] });
    },
    requested: () =>
      azure.pulls[0]!.reviewers.map(({ id }) => azure.people.find((one) => one.id === id)!.mail.slice(0, 3)),
    addAna: () => azure.pulls[0]!.reviewers.push({ id: idOf(1), vote: 0, isRequired: false }),
    comments: () => azure.threads.length,
    error: (message) => JSON.stringify({ $id: '1', message }),
  },
  {
    ...{ name: 'Bitbucket', standIn: cloud, remote: 'https://bitbucket.org/acme/shop', asks: 'PUT', ana: 'ana' },
    client(address, options) {
      const token = bitbucketToken({ kind: 'bitbucket', host: 'bitbucket.org', api: `${address}/2.0` }, secret);
      return bitbucketClient(token, parseRemote(this.remote)!, options);
    },
    begin() {
      cloud.reset();
      cloud.secrets.set(secret, uuidOf(4));
      cloud.addPull({ reviewers: [uuidOf(3)] });
    },
    requested: () => cloud.pulls[0]!.reviewers.map((uuid) => cloud.accounts.find((one) => one.uuid === uuid)!.nickname),
    addAna: () => cloud.pulls[0]!.reviewers.push(uuidOf(1)),
    comments: () => cloud.comments.length,
    error: (message) => JSON.stringify({ type: 'error', error: { message } }),
  },
  {
    ...{ name: 'Bitbucket Data Center', standIn: server, remote: 'ssh://git@git.example:7999/SHOP/shop', asks: 'PUT' },
    ana: 'ana',
    client(address, options) {
      const place = { kind: 'bitbucket-server', host: 'git.example', api: `${address}/rest/api/1.0` } as const;
      return bitbucketServerClient(bitbucketToken(place, secret), parseRemote(this.remote)!, options);
    },
    begin() {
      server.reset();
      server.secrets.set(secret, 'zoe');
      server.addPull({ reviewers: [{ name: 'mei', status: 'UNAPPROVED' }] });
    },
    requested: () => server.pulls[0]!.reviewers.map(({ name }) => name),
    addAna() {
      server.pulls[0]!.reviewers.push({ name: 'ana', status: 'UNAPPROVED' });
      server.pulls[0]!.version += 1;
    },
    comments: () => server.comments.length,
    error: (message) => JSON.stringify({ errors: [{ context: null, message, exceptionName: null }] }),
  },
];

const answer =
  (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text);
    return true;
  };
const reset: Fault = (_, response) => (response.destroy(), true);
const silence: Fault = () => true;
/** The fault for the first requests of a method, then none. */
const times = (count: number, fault: Fault, method: string | null = null): Fault => {
  let left = count;
  return (request, response) => {
    if (method !== null && request.method !== method) return false;
    left -= 1;
    return left >= 0 && fault(request, response);
  };
};

async function failureOf(work: Promise<unknown>): Promise<ForgeFailure> {
  const error: unknown = await work.then(
    () => assert.fail('nothing went wrong'),
    (found: unknown) => found,
  );
  assert.ok(error instanceof ForgeError, inspect(error));
  assert.doesNotMatch(inspect(error, { depth: 9 }) + failureText(error.failure, 'x'), /TheSecret/);
  return error.failure;
}

for (const one of cases) {
  const { name, standIn, begin, requested, comments, asks, error, ana } = one;
  describe(`trouble with ${name}`, () => {
    let address: string;
    const client = (timeoutMs = 5_000): ForgeClient => one.client(address, { secondMs: 2, timeoutMs });
    const search = { from: { remote: parseRemote(one.remote)!, branch: 'work' }, commit: 'a'.repeat(40) };
    before(async () => {
      address = await standIn.start();
    });
    after(() => standIn.stop());
    beforeEach(begin);

    async function askAna(): Promise<readonly string[]> {
      const forge = client();
      const { ask } = await suggestionFor({ ana: `{ ${forge.host}: ${ana} }` });
      const plan = planRequest(ask, await forge.readRequest(1), forge.host, forge.kind);
      return (await carryOut(forge, { number: 1 }, plan, null)).people.map(({ result, words }) => words ?? result);
    }

    it('is told apart by its status, with the words of the forge', async () => {
      const statuses: readonly (readonly [number, ForgeFailure, tries: number])[] = [
        [401, { kind: 'sign-in' }, 1],
        [403, { kind: 'no-access', words: 'No way' }, 1],
        [404, { kind: 'no-access', words: 'No way' }, 1],
        [409, { kind: 'refused', words: 'No way' }, 1],
        [422, { kind: 'refused', words: 'No way' }, 1],
        [429, { kind: 'rate-limit', until: null }, 1],
        [500, { kind: 'broken', status: 500 }, 3],
        [503, { kind: 'broken', status: 503 }, 3],
      ];
      for (const [status, failure, tries] of statuses) {
        standIn.seen = [];
        standIn.fault = answer(status, error('No\n\nway'));
        assert.deepEqual(await failureOf(client().findRequests(search)), failure);
        assert.equal(standIn.seen.length, tries);
      }
    });

    it('that passes is waited for: 5xx, lost connections, and limits that say how long', async () => {
      for (const fault of [answer(502, '<html>'), reset, answer(429, error('Slow down'), { 'retry-after': '1' })]) {
        standIn.fault = times(2, fault);
        assert.equal((await client().findRequests(search)).length, 1);
      }
    });

    it('is told where there is no answer, half of one, or another than is documented', async () => {
      standIn.fault = reset;
      assert.equal((await failureOf(client().findRequests(search))).kind, 'network');
      standIn.fault = silence;
      const slow = { kind: 'network', words: 'it takes too long' };
      assert.deepEqual(await failureOf(client(30).findRequests(search)), slow);
      for (const text of [
        '[{"number":',
        '<html>Sign in</html>',
        '7',
        '[7]',
        '{"values":7,"value":7}',
        '{"values":[7],"value":[7]}',
      ]) {
        standIn.fault = answer(200, text);
        assert.equal((await failureOf(client().findRequests(search))).kind, 'malformed', text);
      }
      for (const text of ['[]', '{}', '']) {
        standIn.fault = answer(200, text);
        assert.equal((await failureOf(client().readRequest(1))).kind, 'malformed', text);
      }
    });

    it('ends at once when it is cancelled', async () => {
      const reason = new Error('enough');
      const stopped = new AbortController();
      standIn.fault = silence;
      const slow = client().readRequest(1, stopped.signal);
      setTimeout(() => stopped.abort(reason), 20);
      await assert.rejects(slow, reason);
      const seen = standIn.seen.length;
      const at = { marker: 'm', text: 'm', closing: 'm' };
      await assert.rejects(client().findRequests(search, stopped.signal), reason);
      await assert.rejects(client().addReviewers(1, [ana], stopped.signal), reason);
      await assert.rejects(client().writeComment(1, at, stopped.signal), reason);
      assert.equal(standIn.seen.length, seen);
    });

    it('is not followed to another host', async () => {
      let heard = 0;
      const other: Server = createServer((_, response) => {
        heard += 1;
        response.end('[]');
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const elsewhere = `127.0.0.1:${(other.address() as AddressInfo).port}`;
      for (const status of [301, 302, 303, 307, 308]) {
        standIn.fault = answer(status, '', { location: `http://${elsewhere}/x` });
        const failure = { kind: 'elsewhere', host: elsewhere };
        assert.deepEqual(await failureOf(client().findRequests(search)), failure);
        assert.deepEqual(await failureOf(client().addReviewers(1, [ana])), failure);
      }
      other.close();
      assert.equal(heard, 0);
    });

    it('in the middle of asking loses nobody, and what was done is known', async () => {
      // The answer is lost, and the call was carried out.
      standIn.fault = times(1, (_, response) => (one.addAna(), response.destroy(), true), asks);
      assert.deepEqual(await askAna(), ['requested']);
      assert.deepEqual(requested(), ['mei', 'ana']);
    });

    it('in the middle of asking is told, where nothing was done', async () => {
      standIn.fault = times(9, answer(503, error('Later')), asks);
      assert.deepEqual(await failureOf(askAna()), { kind: 'broken', status: 503 });
      standIn.fault = times(9, answer(400, error('Is locked')), asks);
      assert.match(inspect(await askAna().catch((trouble: unknown) => trouble)), /Is locked/);
      standIn.fault = times(9, answer(409, error('Is merged')), asks);
      assert.match(inspect(await askAna().catch((trouble: unknown) => trouble)), /Is merged/);
      standIn.fault = times(9, answer(409, '{}'), asks);
      assert.match(inspect(await askAna().catch((trouble: unknown) => trouble)), /refused|''/);
      assert.deepEqual(requested(), ['mei']);
    });

    it('does not say twice what may have been said', async () => {
      const comment = { marker: '<!-- x -->', text: '<!-- x -->\nhello', closing: '<!-- x -->\nbye' };
      standIn.fault = times(1, reset, 'POST');
      assert.equal((await failureOf(client().writeComment(1, comment))).kind, 'network');
      assert.equal(comments(), 0);
      assert.equal(await client().writeComment(1, comment), 'written');
      assert.equal(await client().writeComment(1, comment), 'unchanged');
      assert.equal(comments(), 1);
    });
  });
}
