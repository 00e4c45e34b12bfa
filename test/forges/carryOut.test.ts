/** What a plan becomes, with a forge that does what a test says. */
import assert from 'node:assert/strict';
import { carryOut, planRequest, refusedByForge, type AskingClient, type RequestState } from '../../src/forges';
import { asksFor } from './people';

describe('carrying out a plan', () => {
  const state = (...requested: readonly string[]): RequestState => ({
    request: {
      ...{ number: 1, title: 'Charge once', url: 'https://github.com/acme/shop/pull/1', author: 'zoe', isDraft: false },
      from: { project: 'acme/shop', branch: 'work', commit: 'a' },
      into: { branch: 'main' },
    },
    ...{ requested, requestedTeams: [], reviews: [] },
  });

  it('tells whom the forge took off the list to make room', async () => {
    const client: AskingClient = {
      host: 'github.com',
      readRequest: () => Promise.resolve(state('ana', 'mei')),
      addReviewers: () =>
        Promise.resolve(['kit', 'mei', 'ben'].map((handle) => ({ handle, words: `${handle} does not fit` }))),
      writeComment: () => Promise.resolve('unchanged'),
    };
    const plan = planRequest(await asksFor('ana', 'ben'), state('kit', 'mei'), 'github.com');
    const { people, lost } = await carryOut(client, { number: 1 }, plan, null);
    assert.deepEqual(
      people.map(({ handle, result, words }) => [handle, result, words]),
      [
        ['ana', 'requested', null],
        ['ben', 'refused', 'ben does not fit'],
      ],
    );
    assert.deepEqual(lost, [{ handle: 'kit', words: 'kit does not fit' }]);
    assert.deepEqual(
      refusedByForge(plan, people).map(({ person }) => person.id),
      ['ben'],
    );
  });

  it('takes for refused by the forge only whom it was asked for', async () => {
    const plan = planRequest(await asksFor('ana', 'zoe'), state(), 'github.com');
    const people = [...plan.send.map((one) => ({ ...one, words: 'No' })), ...plan.unable].map(
      (one) => ({ ...one, result: 'refused' }) as const,
    );
    assert.deepEqual(
      people.map(({ handle }) => handle),
      ['ana', 'zoe'],
    );
    assert.deepEqual(
      refusedByForge(plan, people).map(({ person }) => person.id),
      ['ana'],
    );
  });
});
