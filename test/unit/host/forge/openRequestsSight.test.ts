import { strict as assert } from 'node:assert';
import { parseRemote, type Person, type Remote } from '../../../../src/core';
import { ForgeError, type ChangedPaths, type ForgeClient, type ListedRequest } from '../../../../src/forges';
import { authorAmong, isAskedIn } from '../../../../src/host/forge/openRequestsPeople';
import {
  mostRequests,
  seeOpenRequests,
  type KnownPaths,
  type Looking,
  type SeenRequests,
} from '../../../../src/host/forge/openRequestsSight';

const remote = parseRemote('https://github.com/acme/shop')!;

const person = (id: string, handles: Readonly<Record<string, string>>): Person =>
  ({ id, name: id.toUpperCase(), emails: [], handles: new Map(Object.entries(handles)) }) as unknown as Person;
const zoe = person('zoe', { github: '@Zoe' });

const listed = (number: number, more: Partial<ListedRequest> = {}): ListedRequest => ({
  ...{ number, title: 'T', url: 'https://github.com/acme/shop/pull/1', author: 'ben', isDraft: false },
  ...{ from: { project: null, branch: 'b', commit: `${number}`.repeat(40) }, into: { branch: 'main' } },
  ...{ requested: [], updated: '2026-06-15T10:00:00Z' },
  ...more,
});

type Answer = ChangedPaths | ForgeError;

/** A forge that counts what it is asked. */
function forgeWith(requests: readonly ListedRequest[], answer: (number: number) => Answer | Promise<Answer>) {
  const asked: number[] = [];
  let running = 0;
  let most = 0;
  const client = {
    openRequests: (atMost: number) => Promise.resolve(requests.slice(0, atMost)),
    async changedPaths({ number }: ListedRequest) {
      asked.push(number);
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
      const given = await answer(number);
      if (given instanceof ForgeError) throw given;
      return given;
    },
  } as unknown as ForgeClient;
  return { client, asked, most: () => most };
}

const paths = (...all: readonly string[]): ChangedPaths => ({ paths: all, isComplete: true });

const ignore: Looking['listed'] = () => undefined;

async function look(
  client: ForgeClient,
  { known = new Map() as KnownPaths, prefix = '', first = ignore, on = remote } = {},
): Promise<SeenRequests> {
  const { signal } = new AbortController();
  return seeOpenRequests({ client, remote: on, me: zoe, prefix, known, signal, listed: first });
}

const drawn = ({ requests }: SeenRequests) =>
  requests.map(({ request, paths }) => `#${request.number} ${paths?.join(' ') ?? 'unknown'}`);

describe('what is seen of the open requests of a project', () => {
  it('is the list at once, then with the paths, without the user’s own', async () => {
    const { client, asked } = forgeWith([listed(3), listed(2, { author: 'ZOE' }), listed(1)], (n) => paths(`f${n}`));
    const firsts: string[][] = [];
    const seen = await look(client, { first: (first) => void firsts.push(drawn(first)) });
    assert.deepEqual(firsts, [['#3 unknown', '#1 unknown']]);
    assert.deepEqual(drawn(seen), ['#3 f3', '#1 f1']);
    assert.deepEqual(asked.toSorted(), [1, 3]);
    assert.equal(seen.trouble, null);
    assert.equal(seen.isCut, false);
  });

  it('asks for the paths of a request again only once it has another commit or target', async () => {
    const known: KnownPaths = new Map();
    const all = [listed(1), listed(2), listed(3)];
    await look(forgeWith(all, () => paths('a')).client, { known });
    const pushed = { ...all[0]!, from: { ...all[0]!.from, commit: 'f'.repeat(40) } };
    const commented = { ...all[1]!, updated: '2026-06-16T10:00:00Z' };
    const retargeted = { ...all[2]!, into: { branch: 'next' } };
    const again = forgeWith([pushed, commented, retargeted], () => paths('b'));
    assert.deepEqual(drawn(await look(again.client, { known })), ['#1 b', '#2 a', '#3 b']);
    assert.deepEqual(again.asked.toSorted(), [1, 3]);
    // What is closed is forgotten.
    assert.equal(known.size, 3);
  });

  it('goes by the day of the last change where no commit is told', async () => {
    const known: KnownPaths = new Map();
    const from = { project: null, branch: 'b', commit: null };
    await look(forgeWith([listed(1, { from })], () => paths('a')).client, { known });
    const same = forgeWith([listed(1, { from })], () => paths('b'));
    assert.deepEqual(drawn(await look(same.client, { known })), ['#1 a']);
    const changed = forgeWith([listed(1, { from, updated: '2026-06-16T10:00:00Z' })], () => paths('b'));
    assert.deepEqual(drawn(await look(changed.client, { known })), ['#1 b']);
  });

  it('asks for no more than four at once, and for no more than fifty', async () => {
    const many = Array.from({ length: 80 }, (_, at) => listed(at + 1));
    const { client, asked, most } = forgeWith(many, () => paths('a'));
    const seen = await look(client);
    assert.equal(most(), 4);
    assert.equal(asked.length, mostRequests);
    assert.equal(seen.requests.length, mostRequests);
    assert.equal(seen.isCut, true);
  });

  it('goes on past one that cannot be read, and stops where nothing can', async () => {
    const all = Array.from({ length: 12 }, (_, at) => listed(at + 1));
    const refused = new ForgeError({ kind: 'refused', words: 'no diff' });
    const one = forgeWith(all, (n) => (n === 2 ? refused : paths('a')));
    const seen = await look(one.client);
    assert.equal(one.asked.length, 12);
    assert.deepEqual(drawn(seen).slice(0, 3), ['#1 a', '#2 unknown', '#3 a']);
    assert.equal(seen.trouble, 'github.com refuses: no diff');
    const limited = forgeWith(all, (n) => (n === 2 ? new ForgeError({ kind: 'rate-limit', until: null }) : paths('a')));
    const known: KnownPaths = new Map();
    const half = await look(limited.client, { known });
    assert.ok(limited.asked.length < 12, String(limited.asked.length));
    assert.match(half.trouble ?? '', /takes no more requests/);
    // What was read is not read again.
    const rest = forgeWith(all, () => paths('a'));
    assert.equal((await look(rest.client, { known })).trouble, null);
    assert.equal(known.size, 12);
    assert.ok(!rest.asked.includes(1) && rest.asked.includes(2), String(rest.asked));
  });

  it('takes paths beneath the folder of the ownership file, relative to it', async () => {
    const { client } = forgeWith([listed(1)], () => paths('app/a', 'app/b/c', 'application/d', 'e'));
    assert.deepEqual(drawn(await look(client, { prefix: 'app/' })), ['#1 a b/c']);
  });

  it('reads one by one who still waits where the list names whoever was asked', async () => {
    const requests = [listed(1, { requested: ['zoe'] }), listed(2, { requested: ['zoe', 'ana'] }), listed(3)];
    const readOf = (kind: string) => {
      const read: number[] = [];
      const readRequest = (number: number) => {
        read.push(number);
        return Promise.resolve({ requested: number === 1 ? [] : ['zoe'] });
      };
      const client = { ...forgeWith(requests, () => paths('a')).client, readRequest } as unknown as ForgeClient;
      return { read, seen: look(client, { on: { ...remote, kind } as Remote }) };
    };
    const gitlab = readOf('gitlab');
    const asked = (await gitlab.seen).requests.map(({ request }) => request.requested);
    assert.deepEqual(asked, [[], ['zoe'], []]);
    assert.deepEqual(gitlab.read, [1, 2]);
    const github = readOf('github');
    await github.seen;
    assert.deepEqual(github.read, []);
  });

  it('rejects where the list cannot be had, and when it is stopped', async () => {
    const failing = { openRequests: () => Promise.reject(new ForgeError({ kind: 'sign-in' })) };
    await assert.rejects(look(failing as unknown as ForgeClient), ForgeError);
    const stopped = forgeWith([listed(1)], () => Promise.reject(new DOMException('stopped', 'AbortError')));
    await assert.rejects(look(stopped.client), { name: 'AbortError' });
  });
});

describe('somebody in an open request', () => {
  it('is asked by their handle, whatever its case, and by what else they are called', () => {
    assert.equal(isAskedIn(zoe, listed(1, { requested: ['ana', 'zOE'] }), remote), true);
    assert.equal(isAskedIn(zoe, listed(1, { requested: ['ana'] }), remote), false);
    const aliases = new Map([['zoe', '4711']]);
    assert.equal(isAskedIn(zoe, listed(1, { requested: ['4711'], aliases }), remote), true);
    assert.equal(isAskedIn(person('eve', {}), listed(1, { requested: ['eve'] }), remote), false);
  });

  it('is known as its author by that name', () => {
    const people = [person('ana', { github: 'ana-r' }), zoe];
    assert.equal(authorAmong(people, listed(1, { author: 'Ana-R' }), remote)?.id, 'ana');
    assert.equal(authorAmong(people, listed(1, { author: 'mei' }), remote), null);
    assert.equal(authorAmong(people, listed(1, { author: null }), remote), null);
  });
});
