/** The small JSON client against a server that answers whatever a test wants. */
import assert from 'node:assert/strict';
import './onlyLoopback';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bindToken, failureText, ForgeError } from '../../src/forges';
import { pathOf, restApi, type RestApi, type RestHabits, type RestOptions } from '../../src/forges/rest';

type Reply = (request: IncomingMessage & { readonly body: string }, response: ServerResponse) => void;

describe('the JSON client', () => {
  let reply: Reply;
  let seen: { method: string; url: string; body: string; token: string | undefined }[];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, body, token: headers.authorization });
      reply(Object.assign(request, { body }), response);
    });
  });
  let address: string;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    seen = [];
    reply = json({});
  });

  const json =
    (data: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply =>
    (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof data === 'string' ? data : JSON.stringify(data));
    };
  /** One reply after the other; the last stays. */
  const inTurn = (...replies: readonly Reply[]): Reply => {
    let at = 0;
    return (...args) => replies[Math.min(at++, replies.length - 1)]!(...args);
  };
  const reset: Reply = (request) => void request.socket.destroy();
  const api = (habits: RestHabits = {}, options: RestOptions = {}): RestApi =>
    restApi(bindToken({ kind: 'gitlab', host: 'git.example', api: `${address}/api/` }, 'secret'), habits, {
      secondMs: 2,
      ...options,
    });
  const failureOf = async (work: Promise<unknown>): Promise<ForgeError['failure']> => {
    const error = await work.then(
      () => assert.fail('it went well'),
      (found: unknown) => found,
    );
    assert.ok(error instanceof ForgeError, String(error));
    assert.doesNotMatch(failureText(error.failure, 'git.example') + String(error.stack), /secret/);
    return error.failure;
  };

  describe('asks', () => {
    it('below the address of the API, with token, question and body', async () => {
      reply = json({ id: 3 }, 201);
      const call = { query: { state: 'opened', page: 2, all: true }, body: { note: 'ä' } };
      assert.deepEqual(await api().request('PUT', pathOf('projects', 'acme/tools/shop', 'notes', 7), call), { id: 3 });
      assert.deepEqual(seen, [
        {
          method: 'PUT',
          url: '/api/projects/acme%2Ftools%2Fshop/notes/7?state=opened&page=2&all=true',
          ...{ body: '{"note":"ä"}', token: 'Bearer secret' },
        },
      ]);
    });

    it('for no path that leads out of its place', () => {
      for (const part of ['..', '.', ''])
        assert.throws(() => pathOf('repos', part, 'shop'), {
          failure: { kind: 'refused', words: `"${part}" is no name` },
        });
      assert.equal(pathOf('a..b', '...'), '/a..b/...');
    });

    it('and takes an empty answer for null, and a prefix off', async () => {
      reply = (_request, response) => response.writeHead(204).end();
      assert.equal(await api().request('DELETE', '/x'), null);
      reply = json(`)]}'\n{"a":1}`);
      assert.deepEqual(await api({ prefix: `)]}'` }).request('GET', '/x'), { a: 1 });
      assert.equal((await failureOf(api().request('GET', '/x'))).kind, 'malformed');
    });
  });

  describe('tells what went wrong', () => {
    const statuses = [
      [400, { kind: 'refused', words: 'no' }],
      [401, { kind: 'sign-in' }],
      [403, { kind: 'no-access', words: 'no' }],
      [404, { kind: 'no-access', words: 'no' }],
      [409, { kind: 'refused', words: 'no' }],
      [422, { kind: 'refused', words: 'no' }],
      [429, { kind: 'rate-limit', until: null }],
      [500, { kind: 'broken', status: 500 }],
      [503, { kind: 'broken', status: 503 }],
    ] as const;
    for (const [status, failure] of statuses)
      it(`with ${status}`, async () => {
        reply = json({ message: 'no' }, status);
        assert.deepEqual(await failureOf(api().request('POST', '/x')), failure);
        assert.equal(seen.length, 1);
      });

    it('in the words of the forge, however it writes them, in one line', async () => {
      const words = async (data: unknown, habits: RestHabits = {}): Promise<string> => {
        reply = json(data, 422);
        const failure = await failureOf(api(habits).request('POST', '/x'));
        return failure.kind === 'refused' ? failure.words : assert.fail(failure.kind);
      };
      assert.equal(
        await words({ message: { title: ['is missing', 'is bad'], base: ['Two are\n too many'] } }),
        'title is missing, is bad, Two are too many',
      );
      assert.equal(await words({ message: ['a', 'b'] }), 'a, b');
      assert.equal(
        await words({ error: 'insufficient_scope', error_description: 'Needs api.' }),
        'insufficient_scope: Needs api.',
      );
      assert.equal(await words('plain words\n'), 'plain words');
      assert.equal(await words('<html>a page</html>'), '');
      assert.equal(await words([1]), '');
      assert.equal(await words({ detail: 'own' }, { wordsOf: (data) => (data as { detail: string }).detail }), 'own');
    });

    it('as the forge means it, even where the status says that all is well', async () => {
      reply = json('<html>Sign in</html>', 203);
      const habits: RestHabits = { failureOf: ({ status }) => (status === 203 ? { kind: 'sign-in' } : null) };
      assert.deepEqual(await failureOf(api(habits).request('GET', '/x')), { kind: 'sign-in' });
    });

    it('where the answer is no JSON', async () => {
      reply = json('{"half":');
      assert.deepEqual(await failureOf(api().request('GET', '/x')), { kind: 'malformed', what: 'it is no JSON' });
      assert.equal(seen.length, 1);
    });

    it('where it takes too long, without another try', async () => {
      reply = () => undefined;
      const failure = await failureOf(api({}, { timeoutMs: 50 }).request('GET', '/x'));
      assert.deepEqual([failure, seen.length], [{ kind: 'network', words: 'it takes too long' }, 1]);
      reply = (_request, response) => void response.writeHead(200).write('{');
      assert.deepEqual(await failureOf(api({}, { timeoutMs: 50 }).request('GET', '/x')), failure);
    });

    it('where it is sent to another host, which hears nothing', async () => {
      for (const status of [302, 307]) {
        reply = json({}, status, { location: 'https://elsewhere.example/api' });
        assert.deepEqual(await failureOf(api().request('GET', '/x')), { kind: 'elsewhere', host: 'elsewhere.example' });
      }
      reply = inTurn(json({}, 307, { location: '/api/y' }), json({ a: 1 }));
      assert.deepEqual(await api().request('PUT', '/x', { body: 1 }), { a: 1 });
      assert.deepEqual(
        seen.slice(-2).map(({ method, url, body }) => [method, url, body]),
        [
          ['PUT', '/api/x', '1'],
          ['PUT', '/api/y', '1'],
        ],
      );
    });
  });

  describe('tries again', () => {
    it('what may happen twice, twice', async () => {
      for (const fault of [reset, json({}, 500), json({}, 502)]) {
        for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
          seen = [];
          reply = inTurn(fault, fault, json({ a: 1 }));
          assert.deepEqual(await api().request(method, '/x'), { a: 1 });
          assert.equal(seen.length, 3);
        }
        seen = [];
        reply = inTurn(fault, fault, fault, json({ a: 1 }));
        assert.match((await failureOf(api().request('GET', '/x'))).kind, /network|broken/);
        assert.equal(seen.length, 3);
      }
    });

    it('nothing that must not happen twice', async () => {
      for (const fault of [reset, json({}, 500), json({}, 429, { 'retry-after': '1' })]) {
        seen = [];
        reply = inTurn(fault, json({ a: 1 }));
        await failureOf(api().request('POST', '/x', { body: {} }));
        assert.equal(seen.length, 1);
        reply = inTurn(fault, json({ a: 1 }));
        assert.deepEqual(await api().request('POST', '/x', { body: {}, mayRepeat: true }), { a: 1 });
      }
    });

    it('after the time that the forge tells, up to a minute', async () => {
      const waited = async (headers: Readonly<Record<string, string>>): Promise<number> => {
        reply = inTurn(json({}, 429, headers), json({ a: 1 }));
        const begin = performance.now();
        assert.deepEqual(await api().request('GET', '/x'), { a: 1 });
        return performance.now() - begin;
      };
      assert.ok((await waited({ 'retry-after': '40' })) >= 79);
      assert.ok((await waited({ 'retry-after': new Date(Date.now() + 40_000).toUTCString() })) >= 70);
      assert.ok((await waited({ 'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 40) })) >= 70);
      assert.ok((await waited({ 'ratelimit-reset': '1000' })) < 70);
    });

    it('not where the time is longer, and says until when', async () => {
      for (const headers of [
        { 'retry-after': '3600' },
        { 'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600) },
      ]) {
        seen = [];
        reply = json({}, 429, headers);
        const failure = await failureOf(api().request('GET', '/x'));
        assert.ok(failure.kind === 'rate-limit' && Math.abs((failure.until ?? 0) - Date.now() - 3_600_000) < 5000);
        assert.equal(seen.length, 1);
      }
    });

    it('until it is stopped, and not before it began', async () => {
      const stop = new AbortController();
      reply = json({}, 429, { 'retry-after': '50' });
      const waiting = api({}, { secondMs: 1000 }).request('GET', '/x', {}, stop.signal);
      setTimeout(() => stop.abort(new Error('enough')), 50);
      await assert.rejects(waiting, /^Error: enough$/);
      await assert.rejects(api().request('GET', '/x', {}, stop.signal), /^Error: enough$/);
      assert.equal(seen.length, 1);
      const during = new AbortController();
      reply = () => during.abort(new Error('now'));
      await assert.rejects(api().request('GET', '/x', {}, during.signal), /^Error: now$/);
    });
  });

  describe('reads lists', () => {
    const page = (values: unknown, headers: Readonly<Record<string, string>> = {}): Reply => json(values, 200, headers);
    const asked = (): string[] => seen.map(({ url }) => url);

    it('to their end, by the link to the next page', async () => {
      reply = inTurn(
        page([1, 2], { link: `<${address}/api/x?a=1&cursor=b%20c>; rel="next", <${address}/api/x?a=1>; rel="first"` }),
        page([3], { link: '</api/x?a=1&cursor=d>; rel=next' }),
        page([4], { link: `<${address}/api/x?a=1>; rel="prev"` }),
      );
      assert.deepEqual(await api().pages('/x', { a: 1 }), [1, 2, 3, 4]);
      assert.deepEqual(asked(), ['/api/x?a=1', '/api/x?a=1&cursor=b+c', '/api/x?a=1&cursor=d']);
    });

    it('by the number of the next page', async () => {
      reply = inTurn(page([1], { 'x-next-page': '2' }), page([2], { 'x-next-page': '' }));
      assert.deepEqual(await api().pages('/x', { a: 1 }), [1, 2]);
      assert.deepEqual(asked(), ['/api/x?a=1', '/api/x?a=1&page=2']);
    });

    it('at the API alone, wherever the link leads', async () => {
      reply = inTurn(page([1], { link: '<https://elsewhere.example/other?page=2>; rel="next"' }), page([2]));
      assert.deepEqual(await api().pages('/x'), [1, 2]);
      assert.deepEqual(asked(), ['/api/x', '/api/x?page=2']);
    });

    it('for fifty pages at most', async () => {
      reply = page([1], { 'x-next-page': '2' });
      assert.equal((await api().pages('/x')).length, 50);
    });

    it('in the form that the forge gives them', async () => {
      reply = inTurn(json({ values: [1], start: 5 }), json({ values: [2] }));
      const habits: RestHabits = {
        pageOf: ({ data }) => {
          const { values, start } = data as { values: unknown[]; start?: number };
          return { values, more: start === undefined ? null : { start } };
        },
      };
      assert.deepEqual(await api(habits).pages('/x'), [1, 2]);
      assert.deepEqual(asked(), ['/api/x', '/api/x?start=5']);
    });

    it('and says where one is none', async () => {
      reply = json({ values: [] });
      assert.deepEqual(await failureOf(api().pages('/x')), {
        kind: 'malformed',
        what: 'what should be a list is none',
      });
    });
  });
});
