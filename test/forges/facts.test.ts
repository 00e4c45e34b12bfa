/** What a forge says of people, as facts for the choice. */
import assert from 'node:assert/strict';
import { factsOf, noSurroundings, readSurroundings, ForgeError, type ForgeClient } from '../../src/forges';
import type { ListedRequest, RequestState } from '../../src/forges';
import { suggestionFor } from './people';

const on = { kind: 'github', host: 'github.com' } as const;

const request = (number: number, author: string | null = 'zoe') => ({
  ...{ number, title: 'T', url: 'https://github.com/acme/shop/pull/1', author, isDraft: false },
  ...{ from: { project: 'acme/shop', branch: 'work', commit: null }, into: { branch: 'main' } },
});

const state = (more: Partial<RequestState> = {}): RequestState => ({
  ...{ request: request(7), requested: [], requestedTeams: [], reviews: [] },
  ...more,
});

const listed = (number: number, requested: readonly string[], more: Partial<ListedRequest> = {}): ListedRequest => ({
  ...{ ...request(number), requested, updated: null },
  ...more,
});

const people = async () =>
  (await suggestionFor({ ana: '{ github: "@Ana" }', ben: '{ github: ben }', cy: '{ gitlab: cy }' })).ask.map(
    ({ person }) => person,
  );

describe('what a forge says of people', () => {
  it('tells who takes part, who opened it, and that an approval holds also where somebody is asked again', async () => {
    const review = (handle: string, verdict: 'approved' | 'dismissed') => ({ handle, verdict, commit: null });
    const reviewed = state({ requested: ['ANA'], reviews: [review('ana', 'approved'), review('ben', 'dismissed')] });
    const facts = factsOf(await people(), reviewed, noSurroundings, on);
    assert.deepEqual([...facts.standing], [['ana', 'approved']]);
    const asked = factsOf(await people(), state({ requested: ['ana', 'cy'] }), noSurroundings, on);
    assert.deepEqual([...asked.standing], [['ana', 'requested']]);
    assert.equal(asked.opener, null);
    const own = factsOf(await people(), state({ request: request(7, 'BEN') }), noSurroundings, on);
    assert.equal(own.opener, 'ben');
    assert.deepEqual(factsOf(await people(), null, noSurroundings, on).standing, new Map());
  });

  it('counts the requests that wait for somebody, without this one and drafts, under whatever name', async () => {
    const open = [
      listed(1, ['ana', 'ben']),
      listed(2, ['7'], { aliases: new Map([['ana', '7']]) }),
      listed(3, ['ana'], { isDraft: true }),
      listed(7, ['ana', 'ben']),
    ];
    const waiting = async (of: RequestState | null) =>
      Object.fromEntries(factsOf(await people(), of, { open, busy: new Set() }, on).waiting);
    assert.deepEqual(await waiting(state()), { ana: 2, ben: 1 });
    assert.deepEqual(await waiting(null), { ana: 3, ben: 2 });
  });

  it('is nothing where the forge has trouble with it, and asks by no name that is none of that host', async () => {
    const asked: string[] = [];
    const client = {
      ...on,
      openRequests: () => Promise.reject(new ForgeError({ kind: 'broken', status: 500 })),
      busyAmong: (handles: readonly string[]) => {
        asked.push(...handles);
        return Promise.resolve(['ANA']);
      },
    } as Partial<ForgeClient> as ForgeClient;
    const around = await readSurroundings(client, await people());
    assert.deepEqual(around, { open: [], busy: new Set(['ana']) });
    assert.deepEqual(asked, ['ana', 'ben']);
  });
});
