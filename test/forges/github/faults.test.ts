/** What goes wrong between us and a forge: each has its sentence, and the token goes nowhere else. */
import assert from 'node:assert/strict';
import '../onlyLoopback';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { parseRemote } from '../../../src/core';
import { bindToken, carryOut, failureText, ForgeError, githubClient, planRequest } from '../../../src/forges';
import type { ForgeClient, ForgeFailure } from '../../../src/forges';
import { asksFor } from '../people';
import type { Fault } from '../standInServer';
import { answer as answerText, failureOf as failureWith, reset, silence, times } from '../troubles';
import { StandIn } from './standIn';

const remote = parseRemote('https://github.com/acme/shop')!;
const search = { from: { remote, branch: 'work' }, commit: null };

describe('trouble with GitHub', () => {
  const standIn = new StandIn();
  let address: string;
  /** `host`: with `github.com` GitHub's limits are waited for, a second being 5 ms. */
  const client = (host = 'github.example', timeoutMs = 5_000): ForgeClient =>
    githubClient(bindToken({ kind: 'github', host, api: address }, 'good'), remote, { secondMs: 5, timeoutMs });

  before(async () => {
    address = await standIn.start();
  });
  after(() => standIn.stop());
  beforeEach(() => {
    standIn.reset();
    standIn.publicAddress = address;
    standIn.addPull();
  });

  const answer = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Fault =>
    answerText(status, JSON.stringify({ message }), headers);
  const failureOf = (work: Promise<unknown>): Promise<ForgeFailure> => failureWith(work, 'good');

  const sso = 'required; url=https://github.com/orgs/acme/sso?authorization_request=A';
  const resetAt = String(Math.floor(Date.now() / 1000) + 3_000);
  /** Status, headers → failure, how often it is tried, what people read. */
  const cases: readonly [number, string, Record<string, string>, Partial<ForgeFailure>, number, RegExp][] = [
    [401, 'Bad credentials', {}, { kind: 'sign-in' }, 1, /^h does not accept the token: it is wrong, has expired/],
    [
      403,
      'Resource protected',
      { 'x-github-sso': sso },
      { kind: 'sso', page: sso.slice(14) },
      1,
      /single sign-on: https:/,
    ],
    [403, 'Not yours', {}, { kind: 'no-access', words: 'Not yours' }, 1, /^h gives this account no access: Not yours$/],
    [404, 'Not Found', {}, { kind: 'no-access', words: 'Not Found' }, 1, /no access: Not Found$/],
    [409, 'Is empty', {}, { kind: 'refused', words: 'Is empty' }, 1, /^h refuses: Is empty$/],
    [422, 'No\n\nway', {}, { kind: 'refused', words: 'No way' }, 1, /^h refuses: No way$/],
    [
      429,
      'Slow down',
      { 'retry-after': '3000' },
      { kind: 'rate-limit' },
      1,
      /^h takes no more .* at \d\d:\d\d:\d\d UTC\.$/,
    ],
    [
      403,
      'API rate limit exceeded',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetAt },
      { kind: 'rate-limit', until: Number(resetAt) * 1000 },
      1,
      /no more requests/,
    ],
    [403, 'You have exceeded a secondary rate limit', {}, { kind: 'rate-limit', until: null }, 1, /Try again later/],
    [500, 'Oops', {}, { kind: 'broken', status: 500 }, 3, /^h has trouble of its own \(500\)/],
    [503, 'Unicorn', {}, { kind: 'broken', status: 503 }, 3, /trouble/],
  ];
  for (const [status, message, headers, failure, tries, text] of cases) {
    it(`${status} ${message.replace(/\s+/g, ' ')} is ${failure.kind}`, async () => {
      standIn.fault = answer(status, message, headers);
      const found = await failureOf(client().readRequest(1));
      assert.deepEqual({ ...found, ...failure }, found);
      assert.match(failureText(found, 'h'), text);
      assert.equal(standIn.seen.length, tries);
    });
  }

  it('that passes is waited for: 5xx, lost connections, and limits that say how long', async () => {
    standIn.fault = times(2, answer(502, 'Bad gateway'));
    assert.equal((await client().findRequests(search)).length, 1);
    standIn.fault = times(2, reset);
    assert.equal((await client().findRequests(search)).length, 1);
    const limit = 'You have exceeded a secondary rate limit';
    standIn.fault = times(2, answer(429, limit, { 'retry-after': '1' }));
    assert.equal((await client('github.com').findRequests(search)).length, 1);
    standIn.fault = times(1, answer(403, limit, { 'retry-after': '60' }));
    assert.equal((await client('github.com').findRequests(search)).length, 1);
  });

  it('is not waited for where it lasts: the time is told', async () => {
    const limit = 'You have exceeded a secondary rate limit';
    standIn.fault = answer(429, limit, { 'retry-after': '61' });
    const began = Date.now();
    const failure = await failureOf(client('github.com').findRequests(search));
    assert.ok(failure.kind === 'rate-limit' && failure.until! >= began + 61_000 && failure.until! < began + 70_000);
    assert.equal(standIn.seen.length, 1);
    standIn.fault = answer(429, limit, { 'retry-after': '1' });
    await failureOf(client('github.com').findRequests(search));
    assert.equal(standIn.seen.length, 1 + 3);
  });

  it('is told where there is no answer: reset, refused, too slow', async () => {
    standIn.fault = reset;
    assert.equal((await failureOf(client().findRequests(search))).kind, 'network');
    standIn.fault = silence;
    assert.deepEqual(await failureOf(client('h', 30).findRequests(search)), {
      kind: 'network',
      words: 'it takes too long',
    });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const api = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
    closed.close();
    const nobody = githubClient(bindToken({ kind: 'github', host: 'h', api }, 'good'), remote, { secondMs: 1 });
    const failure = await failureOf(nobody.findRequests(search));
    assert.match(failureText(failure, 'h'), /^h gives no answer: connect ECONNREFUSED/);
  });

  it('is told where an answer stops in the middle, or is none', async () => {
    const start: Fault = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('[{"number":');
      setTimeout(() => response.destroy(), 5);
      return true;
    };
    const says = (text: string): Fault => answerText(200, text);
    for (const fault of [
      start,
      says('[{]'),
      says(''),
      answerText(200, '<html>', { 'content-type': 'text/html' }),
      says('null'),
      says('7'),
    ]) {
      standIn.fault = fault;
      const failure = await failureOf(client().findRequests(search));
      assert.deepEqual(failure, { kind: 'malformed', what: 'it is no JSON' });
    }
    for (const [text, what] of [
      ['[{}]', 'head of the request is not an object'],
      ['[[]]', 'the request is not an object'],
      ['{"number":1}', 'it is no list'],
      ['[{"head":{"ref":"work","sha":"x"},"number":"1"}]', 'number of the request is not a number'],
    ] as const) {
      standIn.fault = says(text);
      assert.deepEqual(await failureOf(client().findRequests(search)), { kind: 'malformed', what });
    }
    assert.equal(
      failureText({ kind: 'malformed', what: 'x is not y' }, 'h'),
      'h answers with something else than it documents: x is not y.',
    );
  });

  it('ends at once when it is cancelled, also while it waits', async () => {
    const reason = new Error('enough');
    const stopped = new AbortController();
    standIn.fault = silence;
    const slow = client().findRequests(search, stopped.signal);
    setTimeout(() => stopped.abort(reason), 20);
    await assert.rejects(slow, reason);
    const waiting = new AbortController();
    standIn.fault = answer(500, 'Oops');
    const patient = githubClient(bindToken({ kind: 'github', host: 'h', api: address }, 'good'), remote);
    const began = Date.now();
    const later = patient.findRequests(search, waiting.signal);
    setTimeout(() => waiting.abort(reason), 100);
    await assert.rejects(later, reason);
    assert.ok(Date.now() - began < 900);
    await assert.rejects(client().findRequests(search, stopped.signal), reason);
  });

  describe('that leads to another host', () => {
    let other: Server;
    let seen: string[];
    let elsewhere: string;
    before(async () => {
      other = createServer((request, response) => {
        seen.push(`${request.url} ${request.headers.authorization ?? 'no token'}`);
        response.end('[]');
      });
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      elsewhere = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    });
    after(() => other.close());
    beforeEach(() => (seen = []));
    afterEach(() => assert.deepEqual(seen, []));

    for (const status of [301, 302, 303, 307, 308]) {
      it(`is not followed (${status})`, async () => {
        standIn.fault = answer(status, 'Moved', { location: `http://${elsewhere}/repos/x/y/pulls` });
        const failure = await failureOf(client().findRequests(search));
        assert.deepEqual(failure, { kind: 'elsewhere', host: elsewhere });
        assert.match(failureText(failure, 'h'), /^h sends on to 127\..*, where the token is not shown\./);
        assert.equal(standIn.seen.length, 1);
      });
    }

    it('is not followed as the next page', async () => {
      standIn.publicAddress = `http://${elsewhere}`;
      standIn.pageSize = 1;
      standIn.addPull();
      assert.deepEqual(await failureOf(client().findRequests(search)), { kind: 'elsewhere', host: elsewhere });
    });
  });

  it('is none where a project was renamed on the same host: that is followed', async () => {
    const moved = (status: number): Fault =>
      times(1, answer(status, 'Moved', { location: '/repos/acme/shop/pulls?state=open&head=acme:work' }));
    standIn.fault = moved(301);
    assert.equal((await client().findRequests(search)).length, 1);
    standIn.fault = times(
      1,
      answer(307, 'Moved', { location: `${address}/repos/acme/shop/pulls/1/requested_reviewers` }),
    );
    assert.deepEqual(await client().addReviewers(1, ['ana']), []);
    assert.deepEqual(standIn.pulls[0]?.requested, ['ana']);
    // What was meant to change something must not become a question.
    standIn.fault = moved(302);
    assert.equal((await failureOf(client().addReviewers(1, ['ben']))).kind, 'elsewhere');
    // Nor for ever.
    standIn.fault = answer(302, 'Moved', { location: '/repos/acme/shop/pulls' });
    const before = standIn.seen.length;
    assert.equal((await failureOf(client().findRequests(search))).kind, 'elsewhere');
    assert.equal(standIn.seen.length - before, 4);
  });

  it('in the middle of asking is told of each, and what was done is known', async () => {
    const plan = async (...ids: string[]) =>
      planRequest(await asksFor(...ids), await client().readRequest(1), 'github.com');
    const told = async (...ids: string[]) =>
      (await carryOut(client(), { number: 1 }, await plan(...ids), null)).people.map(
        ({ handle, result, words }) => `${handle} ${result}${words === null ? '' : ` (${words})`}`,
      );
    // The answer to the call is lost, and the call was carried out: it is, for it only adds, sent again and changes nothing.
    let isLost = false;
    standIn.loses = ({ method }) => method === 'POST' && !isLost && (isLost = true);
    assert.deepEqual(await told('ana'), ['ana requested']);
    assert.ok(isLost);

    // One name is bad, and the limit is reached on the way.
    let posts = 0;
    standIn.fault = (request, response) => {
      if (request.method !== 'POST') return false;
      posts += 1;
      return posts === 3 && answer(429, 'Slow down')(request, response);
    };
    standIn.collaborators.add('kit');
    assert.deepEqual(await told('ben', 'kit', 'nobody'), [
      'ben requested',
      'kit refused (github.example takes no more requests for now. Try again later.)',
      'nobody refused (Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the acme/shop repository.)',
    ]);

    // Nothing was done, and the reason is the answer.
    standIn.fault = (request, response) => request.method === 'POST' && answer(503, 'Unicorn')(request, response);
    const lost = carryOut(client(), { number: 1 }, await plan('mei'), null);
    assert.deepEqual(await failureOf(lost), { kind: 'broken', status: 503 });
  });

  it('leaves one comment where the answer to it is lost', async () => {
    const comment = { marker: '<!-- x -->', text: '<!-- x -->\nhello', closing: '<!-- x -->\nbye' };
    standIn.loses = ({ method }) => method === 'POST';
    assert.equal((await failureOf(client().writeComment(1, comment))).kind, 'network');
    standIn.loses = null;
    assert.equal(await client().writeComment(1, comment), 'unchanged');
    assert.equal(standIn.comments.length, 1);
  });
});

describe('a token', () => {
  it('is in nothing that could be printed', () => {
    const token = bindToken({ kind: 'github', host: 'github.com', api: 'https://api.github.com/' }, 'hunter2');
    assert.doesNotMatch(inspect(token, { showHidden: true, depth: 9 }) + JSON.stringify(token), /hunter2/);
    assert.equal(token.api, 'https://api.github.com');
  });

  it('goes to its own API only: scheme, host and port', () => {
    const token = bindToken({ kind: 'github', host: 'github.com', api: 'https://api.github.com' }, 'hunter2');
    const headers = new Headers();
    for (const address of [
      ...['https://api.github.com.evil.example/', 'http://api.github.com/', 'https://api.github.com:8443/'],
      ...['https://api.github.com@evil.example/', 'https://evil.example/https://api.github.com', 'https://github.com/'],
    ])
      assert.throws(() => token.authorise(new URL(address), headers), ForgeError, address);
    assert.equal(headers.get('authorization'), null);
    token.authorise(new URL('https://api.github.com:443/repos'), headers);
    assert.equal(headers.get('authorization'), 'Bearer hunter2');
  });

  it('does not travel in the clear, but on this machine', () => {
    const bind = (api: string) => bindToken({ kind: 'github', host: 'h', api }, 'hunter2');
    assert.throws(() => bind('http://ghe.acme.example/api/v3'), { failure: { kind: 'insecure' } });
    assert.throws(() => bind('http://127.0.0.1.evil.example'), { failure: { kind: 'insecure' } });
    for (const api of ['http://127.0.0.1:8080', 'http://[::1]:8080', 'http://localhost/api/v3']) bind(api);
  });
});

describe('the tests of forges', () => {
  it('leave this machine nowhere', async () => {
    for (const address of ['http://192.0.2.1/', 'https://api.github.com/'])
      await assert.rejects(fetch(address), (error: Error) => /leave this machine/.test(String(error.cause)));
  });
});
