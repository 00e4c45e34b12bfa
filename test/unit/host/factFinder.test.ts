/** What is asked of a forge beside the request, and how often. */
import assert from 'node:assert/strict';
import type { ForgeClient, ListedRequest } from '../../../src/forges';
import { createFactFinder } from '../../../src/host/forge/factFinder';
import type { Sight } from '../../../src/host/forge/sight';
import type { ReadyReview } from '../../../src/host/review/review';
import { fileOfText } from '../review/fileOfText';
import { suggestFor, today } from '../review/written';

const remote = { kind: 'github', host: 'github.com', site: 'https://github.com', path: 'acme/shop' } as const;

const request = (number: number) => ({
  ...{ number, title: 'T', url: 'https://github.com/acme/shop/pull/1', author: 'zoe', isDraft: false },
  ...{ from: { project: 'acme/shop', branch: 'work', commit: null }, into: { branch: 'main' } },
});

const one: Sight = {
  ...{ kind: 'one', remote },
  state: { request: request(1), requested: ['ana'], requestedTeams: [], reviews: [] },
};

async function reviewOf(...paths: readonly string[]): Promise<ReadyReview> {
  const file = await fileOfText(`version: 1
people:
  ana: { name: Ana, handles: { github: ana } }
  ben: { name: Ben, handles: { github: ben } }
  cy: { name: Cy, handles: { github: cy } }
aors:
  pay: { title: Payments, owner: ana, backup: ben, paths: [pay] }
  web: { title: Web, owner: cy, paths: [web] }
`);
  const suggestion = await suggestFor(
    file,
    paths.map((path) => ({ status: 'M', path })),
    [],
  );
  return { file, suggestion, input: { authors: new Set<string>(), today } } as unknown as ReadyReview;
}

/** A client that counts what it is asked. */
function countingClient() {
  const asked = { lists: 0, busy: [] as string[] };
  const listed: ListedRequest = { ...request(2), requested: ['ben'], updated: null };
  const client = {
    ...{ kind: 'github', host: 'github.com' },
    openRequests: () => {
      asked.lists++;
      return Promise.resolve([listed]);
    },
    busyAmong: (handles: readonly string[]) => {
      asked.busy.push(handles.join(' '));
      return Promise.resolve(['ben']);
    },
  } as Partial<ForgeClient> as ForgeClient;
  return { asked, client };
}

describe('what a forge says of the people of a change', () => {
  const { signal } = new AbortController();

  it('is who takes part, waits and is busy, asked once for the same people', async () => {
    const { asked, client } = countingClient();
    const finder = createFactFinder();
    const review = await reviewOf('pay/a');
    const facts = await finder.find(client, review, one, signal);
    assert.deepEqual(facts && [[...facts.standing], [...facts.waiting], [...facts.busy], facts.opener], [
      [['ana', 'requested']],
      [['ben', 1]],
      ['ben'],
      null,
    ]);
    await finder.find(client, review, one, signal);
    assert.deepEqual(asked, { lists: 1, busy: ['ana ben'] });
    await finder.find(client, await reviewOf('pay/a', 'web/a'), one, signal);
    assert.deepEqual(asked, { lists: 2, busy: ['ana ben', 'ana ben cy'] });
    finder.forget();
    await finder.find(client, await reviewOf('pay/a', 'web/a'), one, signal);
    assert.equal(asked.lists, 3);
  });

  it('goes on with what is known where somebody has just looked, and asks nobody', async () => {
    const { asked, client } = countingClient();
    const finder = createFactFinder();
    const review = await reviewOf('pay/a');
    assert.deepEqual(finder.known(review, one)?.waiting, new Map());
    await finder.find(client, review, one, signal);
    assert.deepEqual(finder.known(review, one)?.waiting, new Map([['ben', 1]]));
    assert.equal(asked.lists, 1);
  });

  it('is how busy people are before there is a request, and nothing where it is not known which one counts', async () => {
    const { client } = countingClient();
    const finder = createFactFinder();
    const review = await reviewOf('pay/a');
    const none = await finder.find(client, review, { kind: 'none', remote }, signal);
    assert.deepEqual(none && [none.standing.size, [...none.waiting]], [0, [['ben', 1]]]);
    assert.equal(await finder.find(client, review, { kind: 'several', remote, requests: [] }, signal), undefined);
    assert.equal(finder.known(review, { kind: 'signed-out', remote }), undefined);
  });
});
