/** Undoing a request, with a forge that does what a test says. */
import assert from 'node:assert/strict';
import { askedBy, ForgeError, takeBack, type PersonOutcome, type RequestState, type TakenBack } from '../../src/forges';
import { asksFor } from './people';

const request = {
  ...{ number: 1, title: 'Charge once', url: 'https://github.com/acme/shop/pull/1', author: 'zoe', isDraft: false },
  from: { project: 'acme/shop', branch: 'work', commit: 'a' },
  into: { branch: 'main' },
};

const state = (more: Partial<RequestState> = {}): RequestState => ({
  ...{ request, requested: [], requestedTeams: [], reviews: [] },
  ...more,
});

const told = ({ gone, stay, words }: TakenBack) => ({
  gone: gone.map(({ handle }) => handle),
  stay: stay.map(({ handle, as }) => `${handle} ${as}`),
  words,
});

describe('undoing a request', () => {
  it('is about those alone whom it asked', async () => {
    const [ana, ben, kit] = await asksFor('ana', 'ben', 'kit');
    const people: readonly PersonOutcome[] = [
      { ask: ana!, handle: 'ana', result: 'requested', words: null },
      { ask: ben!, handle: 'ben', result: 'already-there', words: 'requested' },
      { ask: kit!, handle: 'kit', result: 'refused', words: 'No' },
    ];
    const asked = askedBy({ people, lost: [], comment: null, commentTrouble: null });
    assert.deepEqual(
      asked.map(({ handle }) => handle),
      ['ana'],
    );
  });

  it('believes the list, not the answer', async () => {
    const [ana, ben] = await asksFor('ana', 'ben');
    const withdrawn: (readonly string[])[] = [];
    const client = {
      host: 'github.com',
      withdraw: (_number: number, handles: readonly string[]) => Promise.resolve(void withdrawn.push(handles)),
      readRequest: () => Promise.resolve(state({ reviews: [{ handle: 'Ben', verdict: 'approved', commit: null }] })),
    };
    const asked = [
      { ask: ana!, handle: 'ana' },
      { ask: ben!, handle: 'ben' },
    ];
    assert.deepEqual(told(await takeBack(client, request, asked)), {
      gone: ['ana'],
      stay: ['ben approved'],
      words: null,
    });
    assert.deepEqual(withdrawn, [['ana', 'ben']]);
  });

  it("tells the forge's words where it keeps somebody, and nothing where all are gone after all", async () => {
    const [ana] = await asksFor('ana');
    const clientWith = (after: RequestState) => ({
      host: 'github.com',
      withdraw: () => Promise.reject(new ForgeError({ kind: 'refused', words: 'Locked' })),
      readRequest: () => Promise.resolve(after),
    });
    const asked = [{ ask: ana!, handle: 'ana' }];
    const kept = await takeBack(clientWith(state({ requested: ['ana'] })), request, asked);
    assert.deepEqual(
      kept.stay.map(({ as }) => as),
      ['requested'],
    );
    assert.match(kept.words ?? '', /Locked/);
    assert.deepEqual(told(await takeBack(clientWith(state()), request, asked)), {
      gone: ['ana'],
      stay: [],
      words: null,
    });
  });
});
