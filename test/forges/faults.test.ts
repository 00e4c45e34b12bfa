/**
 * What goes wrong between us and any of the forges but GitHub, which has a library of its own: it is told apart, nobody is
 * lost, and the token goes nowhere else.
 */
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
  gerritClient,
  gerritToken,
  giteaClient,
  giteaToken,
  gitlabClient,
  gitlabToken,
  planRequest,
  type ForgeClient,
  type ForgeFailure,
} from '../../src/forges';
import { idOf, StandIn as Azure } from './azure/standIn';
import { CloudStandIn, uuidOf } from './bitbucket/cloudStandIn';
import { ServerStandIn } from './bitbucket/serverStandIn';
import { StandIn as Gerrit } from './gerrit/standIn';
import { StandIn as Gitea } from './gitea/standIn';
import { StandIn as Gitlab } from './gitlab/standIn';
import { suggestionFor } from './people';
import type { StandInServer } from './standInServer';
import { answer, failureOf as failureWith, reset, silence, times } from './troubles';

const secret = 'zoe:TheSecret';
const failureOf = (work: Promise<unknown>): Promise<ForgeFailure> => failureWith(work, 'TheSecret');

interface Options {
  readonly secondMs: number;
  readonly timeoutMs: number;
}

interface Case {
  readonly name: string;
  readonly standIn: StandInServer;
  readonly remote: string;
  readonly client: (address: string, options: Options) => ForgeClient;
  /** There is a request of zoe that asks mei. */
  readonly begin: () => void;
  readonly requested: () => readonly string[];
  readonly comments: () => number;
  /** How it asks. */
  readonly asks: 'POST' | 'PUT';
  /** An error in the forge's own form. */
  readonly error: (words: string) => string;
  /** What ana is called there. */
  readonly ana: string;
}

const [gitlab, gitea, gerrit] = [new Gitlab(), new Gitea(), new Gerrit()];
const [azure, cloud, server] = [new Azure(), new CloudStandIn(), new ServerStandIn()];
const message = (words: string): string => JSON.stringify({ message: words });

const cases: readonly Case[] = [
  {
    ...{ name: 'GitLab', standIn: gitlab, remote: 'https://gitlab.com/acme/tools/shop', asks: 'PUT', ana: 'ana' },
    client(api, options) {
      const token = gitlabToken({ kind: 'gitlab', host: 'git.example', api }, secret);
      return gitlabClient(token, parseRemote(this.remote)!, options);
    },
    begin() {
      gitlab.reset();
      gitlab.accounts.set(secret, { username: 'zoe', level: 30, scope: 'api' });
      gitlab.addRequest({ reviewers: ['mei'] });
    },
    requested: () => gitlab.requests[0]!.reviewers,
    comments: () => gitlab.notes.length,
    error: message,
  },
  {
    ...{ name: 'Gitea', standIn: gitea, remote: 'https://codeberg.org/acme/shop', asks: 'POST', ana: 'ana' },
    client(api, options) {
      const token = giteaToken({ kind: 'gitea', host: 'git.example', api }, secret);
      return giteaClient(token, parseRemote(this.remote)!, options);
    },
    begin() {
      gitea.reset();
      gitea.accounts.set(secret, { login: 'zoe', mayPush: true, scope: 'write' });
      gitea.addPull({ requested: ['mei'] });
    },
    requested: () => gitea.pulls[0]!.requested,
    comments: () => gitea.comments.length,
    error: message,
  },
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
    comments: () => azure.threads.length,
    error: (words) => JSON.stringify({ $id: '1', message: words }),
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
    comments: () => cloud.comments.length,
    error: (words) => JSON.stringify({ type: 'error', error: { message: words } }),
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
    comments: () => server.comments.length,
    error: (words) => JSON.stringify({ errors: [{ context: null, message: words, exceptionName: null }] }),
  },
];

/** Status → what it is, how often it is tried, what people read. */
const statuses: readonly (readonly [number, ForgeFailure, tries: number, RegExp])[] = [
  [401, { kind: 'sign-in' }, 1, /^h does not accept the token/],
  [403, { kind: 'no-access', words: 'No way' }, 1, /^h gives this account no access: No way$/],
  [404, { kind: 'no-access', words: 'No way' }, 1, /no access: No way$/],
  [409, { kind: 'refused', words: 'No way' }, 1, /^h refuses: No way$/],
  [422, { kind: 'refused', words: 'No way' }, 1, /^h refuses: No way$/],
  [429, { kind: 'rate-limit', until: null }, 1, /^h takes no more requests for now\. Try again later\.$/],
  [500, { kind: 'broken', status: 500 }, 3, /^h has trouble of its own \(500\)/],
  [503, { kind: 'broken', status: 503 }, 3, /trouble/],
];

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

    /** Everything that asks the forge something. */
    const calls = (forge: ForgeClient, signal?: AbortSignal): readonly Promise<unknown>[] => [
      ...[forge.findRequests(search, signal), forge.readRequest(1, signal), forge.openRequests(9, signal)],
      ...[forge.addReviewers(1, [ana], signal), forge.withdraw(1, ['mei'], signal)],
      forge.writeComment(1, { marker: 'm', text: 'm', closing: 'm' }, signal),
    ];

    it('is told apart by its status, with the words of the forge', async () => {
      for (const [status, failure, tries, text] of statuses) {
        standIn.seen = [];
        standIn.fault = answer(status, error('No\n\nway'));
        const found = await failureOf(client().findRequests(search));
        assert.deepEqual(found, failure);
        assert.match(failureText(found, 'h'), text);
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
      const found = [...['[{"number":', '<html>Sign in</html>', '7', '[7]'], '{"values":7,"value":7}'];
      for (const text of [...found, '{"values":[7],"value":[7]}']) {
        standIn.fault = answer(200, text);
        for (const work of [client().findRequests(search), client().openRequests(9)])
          assert.equal((await failureOf(work)).kind, 'malformed', text);
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
      for (const call of calls(client(), stopped.signal)) await assert.rejects(call, reason);
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
        for (const call of calls(client()))
          assert.deepEqual(await failureOf(call), { kind: 'elsewhere', host: elsewhere });
      }
      other.close();
      assert.equal(heard, 0);
    });

    it('is none where a project was renamed on the same host: a question is followed', async () => {
      standIn.fault = times(1, (request, response) => answer(301, '', { location: request.path })(request, response));
      assert.equal((await client().findRequests(search)).length, 1);
    });

    it('in the middle of asking loses nobody, and what was done is known', async () => {
      let isLost = false;
      standIn.loses = ({ method }) => method === asks && !isLost && (isLost = true);
      assert.deepEqual(await askAna(), ['requested']);
      assert.deepEqual([isLost, requested()], [true, ['mei', 'ana']]);
    });

    it('in the middle of asking is told, where nothing was done', async () => {
      standIn.fault = times(9, answer(503, error('Later')), asks);
      assert.deepEqual(await failureOf(askAna()), { kind: 'broken', status: 503 });
      // Either the call is refused, or the person.
      const words = async (): Promise<string> => inspect(await askAna().catch((trouble: unknown) => trouble));
      standIn.fault = times(9, answer(400, error('Is locked')), asks);
      assert.match(await words(), /Is locked/);
      standIn.fault = times(9, answer(409, error('Is merged')), asks);
      assert.match(await words(), /Is merged/);
      standIn.fault = times(9, answer(409, '{}'), asks);
      assert.match(await words(), /refused|''/);
      assert.deepEqual(requested(), ['mei']);
    });

    it('leaves one comment, where it was not written and where the answer to it is lost', async () => {
      const comment = { marker: '<!-- x -->', text: '<!-- x -->\nhello', closing: '<!-- x -->\nbye' };
      standIn.fault = times(1, reset, 'POST');
      assert.equal((await failureOf(client().writeComment(1, comment))).kind, 'network');
      assert.equal(comments(), 0);
      standIn.loses = ({ method }) => method === 'POST';
      assert.equal((await failureOf(client().writeComment(1, comment))).kind, 'network');
      standIn.loses = null;
      assert.equal(await client().writeComment(1, comment), 'unchanged');
      assert.equal(comments(), 1);
    });
  });
}
