/** What goes wrong between us and GitLab or Gitea: each has its sentence, nothing is lost, and the token goes nowhere else. */
import assert from 'node:assert/strict';
import './onlyLoopback';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { parseRemote } from '../../src/core';
import {
  carryOut,
  failureText,
  ForgeError,
  giteaClient,
  giteaToken,
  gitlabClient,
  gitlabToken,
  planRequest,
  type ForgeClient,
  type ForgeFailure,
} from '../../src/forges';
import { StandIn as Gitea } from './gitea/standIn';
import { StandIn as Gitlab } from './gitlab/standIn';
import { asksFor } from './people';
import type { Fault } from './standInServer';

const secret = 'TheSecret';
const host = 'git.example';

interface Case {
  readonly name: string;
  readonly standIn: Gitlab | Gitea;
  readonly client: (api: string, options: { secondMs?: number; timeoutMs?: number }) => ForgeClient;
  readonly path: string;
  /** Somebody opens the only request, which asks mei. */
  readonly begin: () => void;
  readonly requested: () => readonly string[];
  /** As if the call that asks was carried out. */
  readonly add: (name: string) => void;
  readonly comments: () => { push: (text: string) => void; count: number };
  /** What the call that asks is. */
  readonly asks: 'PUT' | 'POST';
}

const gitlab = new Gitlab();
const gitea = new Gitea();
const cases: readonly Case[] = [
  {
    ...{ name: 'GitLab', standIn: gitlab, path: 'acme/tools/shop', asks: 'PUT' },
    client: (api, options) =>
      gitlabClient(
        gitlabToken({ kind: 'gitlab', host, api }, secret),
        parseRemote('https://gitlab.com/acme/tools/shop')!,
        options,
      ),
    begin() {
      gitlab.reset();
      gitlab.accounts.set(secret, { username: 'zoe', level: 30, scope: 'api' });
      gitlab.addRequest({ reviewers: ['mei'] });
    },
    requested: () => gitlab.requests[0]!.reviewers,
    add: (name) => gitlab.requests[0]!.reviewers.push(name),
    comments: () => ({
      push: (body) => gitlab.notes.push({ id: 1, iid: 1, username: 'zoe', body }),
      count: gitlab.notes.length,
    }),
  },
  {
    ...{ name: 'Gitea', standIn: gitea, path: 'acme/shop', asks: 'POST' },
    client: (api, options) =>
      giteaClient(
        giteaToken({ kind: 'gitea', host, api }, secret),
        parseRemote('https://codeberg.org/acme/shop')!,
        options,
      ),
    begin() {
      gitea.reset();
      gitea.accounts.set(secret, { login: 'zoe', mayPush: true, scope: 'write' });
      gitea.addPull({ requested: ['mei'] });
    },
    requested: () => gitea.pulls[0]!.requested,
    add: (name) => gitea.pulls[0]!.requested.push(name),
    comments: () => ({
      push: (body) => gitea.comments.push({ id: 1, pull: 1, login: 'zoe', body }),
      count: gitea.comments.length,
    }),
  },
];

const answer =
  (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text);
    return true;
  };
const message = (words: string): string => JSON.stringify({ message: words });
const reset: Fault = (_, response) => (response.destroy(), true);
const silence: Fault = () => true;
/** The fault for the first requests, then none. */
const times = (count: number, fault: Fault): Fault => {
  let left = count;
  return (request, response) => {
    left -= 1;
    return left >= 0 && fault(request, response);
  };
};
const on =
  (method: string, fault: Fault): Fault =>
  (request, response) =>
    request.method === method && fault(request, response);

async function failureOf(work: Promise<unknown>): Promise<ForgeFailure> {
  const error: unknown = await work.then(
    () => assert.fail('nothing went wrong'),
    (found: unknown) => found,
  );
  assert.ok(error instanceof ForgeError, inspect(error));
  assert.doesNotMatch(inspect(error, { depth: 9 }) + failureText(error.failure, 'x'), /TheSecret/);
  return error.failure;
}

for (const { name, standIn, client: clientAt, path, begin, requested, add, comments, asks } of cases) {
  describe(`trouble with ${name}`, () => {
    let address: string;
    const client = (timeoutMs = 5_000): ForgeClient => clientAt(address, { secondMs: 2, timeoutMs });
    const search = { from: { remote: parseRemote(`https://codeberg.org/${path}`)!, branch: 'work' }, commit: null };
    before(async () => {
      address = await standIn.start();
    });
    after(() => standIn.stop());
    beforeEach(begin);

    /** Asks people whose handle is their id, and tells what became of each. */
    async function ask(...ids: readonly string[]): Promise<readonly string[]> {
      const asks = (await asksFor(...ids)).map((one) => ({
        ...one,
        person: { ...one.person, handles: new Map([[host, one.person.id]]) },
      }));
      const plan = planRequest(asks, await client().readRequest(1), host);
      const { people } = await carryOut(client(), { number: 1 }, plan, null);
      return people.map(({ handle, result }) => `${handle} ${result}`);
    }

    const statuses: readonly [number, ForgeFailure, number, RegExp][] = [
      [401, { kind: 'sign-in' }, 1, /^h does not accept the token/],
      [403, { kind: 'no-access', words: 'No way' }, 1, /^h gives this account no access: No way$/],
      [404, { kind: 'no-access', words: 'No way' }, 1, /no access: No way$/],
      [409, { kind: 'refused', words: 'No way' }, 1, /^h refuses: No way$/],
      [422, { kind: 'refused', words: 'No way' }, 1, /^h refuses: No way$/],
      [429, { kind: 'rate-limit', until: null }, 1, /^h takes no more requests for now\. Try again later\.$/],
      [500, { kind: 'broken', status: 500 }, 3, /^h has trouble of its own \(500\)/],
      [503, { kind: 'broken', status: 503 }, 3, /trouble/],
    ];
    for (const [status, failure, tries, text] of statuses)
      it(`${status} is ${failure.kind}`, async () => {
        standIn.fault = answer(status, message('No\n\nway'));
        const found = await failureOf(client().findRequests(search));
        assert.deepEqual(found, failure);
        assert.match(failureText(found, 'h'), text);
        assert.equal(standIn.seen.length, tries);
      });

    it('that passes is waited for: 5xx, lost connections, and limits that say how long', async () => {
      for (const fault of [answer(502, '<html>'), reset, answer(429, message('Slow down'), { 'retry-after': '1' })]) {
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
      for (const [text, what] of [
        ['[{"number":', 'it is no JSON'],
        ['<html>Sign in</html>', 'it is no JSON'],
        ['{}', 'what should be a list is none'],
      ] as const) {
        standIn.fault = answer(200, text);
        assert.deepEqual(await failureOf(client().findRequests(search)), { kind: 'malformed', what });
      }
      standIn.fault = answer(200, '[7]');
      assert.match(inspect(await failureOf(client().findRequests(search))), /malformed.*request is not an object/s);
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
      await assert.rejects(client().addReviewers(1, ['ana'], stopped.signal), reason);
      await assert.rejects(client().writeComment(1, at, stopped.signal), reason);
      await assert.rejects(client().mayAsk(stopped.signal), reason);
      assert.equal(standIn.seen.length, seen);
    });

    describe('that leads to another host', () => {
      let other: Server;
      let seen: number;
      before(async () => {
        other = createServer((_, response) => {
          seen += 1;
          response.end('[]');
        });
        await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      });
      after(() => other.close());
      beforeEach(() => (seen = 0));

      it('is not followed', async () => {
        const elsewhere = `127.0.0.1:${(other.address() as AddressInfo).port}`;
        for (const status of [301, 302, 303, 307, 308]) {
          standIn.fault = answer(status, '', { location: `http://${elsewhere}/x` });
          const failure = { kind: 'elsewhere', host: elsewhere };
          assert.deepEqual(await failureOf(client().findRequests(search)), failure);
          assert.deepEqual(await failureOf(client().addReviewers(1, ['ana'])), failure);
        }
        assert.equal(seen, 0);
      });
    });

    it('in the middle of asking loses nobody, and what was done is known', async () => {
      // The answer is lost, and the call was carried out.
      const losing = times(1, (_, response) => (add('ana'), response.destroy(), true));
      standIn.fault = on(asks, losing);
      assert.deepEqual(await ask('ana'), ['ana requested']);
      assert.deepEqual(requested(), ['mei', 'ana']);

      // Nothing was done, and the reason is the answer.
      standIn.fault = on(asks, answer(503, message('Later')));
      assert.deepEqual(await failureOf(ask('ben')), { kind: 'broken', status: 503 });
      standIn.fault = on(asks, answer(409, message('Is locked')));
      // A forge that takes all of a call or nothing refuses the call, the other each person.
      if (asks === 'PUT') assert.deepEqual(await failureOf(ask('ben')), { kind: 'refused', words: 'Is locked' });
      else assert.deepEqual(await ask('ben'), ['ben refused']);
      assert.deepEqual(requested(), ['mei', 'ana']);
    });

    it('leaves one comment where the answer to it is lost', async () => {
      const comment = { marker: '<!-- x -->', text: '<!-- x -->\nhello', closing: '<!-- x -->\nbye' };
      standIn.fault = on('POST', (_, response) => (comments().push(comment.text), response.destroy(), true));
      assert.equal((await failureOf(client().writeComment(1, comment))).kind, 'network');
      standIn.fault = null;
      assert.equal(await client().writeComment(1, comment), 'unchanged');
      assert.equal(comments().count, 1);
    });

    it('is none where a project was renamed on the same host: a question is followed', async () => {
      standIn.fault = times(1, (request, response) => answer(301, '', { location: request.path })(request, response));
      assert.equal((await client().findRequests(search)).length, 1);
    });
  });
}
