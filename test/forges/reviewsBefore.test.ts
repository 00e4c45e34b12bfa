/** Past reviews of a forge, as evidence takes them. */
import assert from 'node:assert/strict';
import { personFinder } from '../../src/core';
import { ForgeError, readReviewsBefore, type ForgeClient, type PastReview } from '../../src/forges';
import { suggestionFor } from './people';

const forge = (reviews: () => Promise<readonly PastReview[]>) =>
  ({ kind: 'gitlab', host: 'gitlab.com', pastReviews: reviews }) as Partial<ForgeClient> as ForgeClient;

const review = (reviewers: readonly string[], aliases?: PastReview['aliases']): PastReview => ({
  ...{ commits: ['a'.repeat(40)], author: 'zoe', reviewers },
  ...(aliases === undefined ? {} : { aliases }),
});

describe('past reviews', () => {
  const people = async () =>
    (await suggestionFor({ ana: '{ gitlab: "@Ana" }', ben: '{ github: ben }', cy: '{ gitlab: 12-cy }' })).ask.map(
      ({ person }) => (person.id === 'ana' ? { ...person, emails: ['ana@acme.dev', 'a@home.example'] } : person),
    );

  it('mean people of the ownership file by their handle on that host alone', async () => {
    const known = await people();
    const told = await readReviewsBefore(
      forge(() => Promise.resolve([review(['ANA', 'ben', '12-cy', 'cy'])])),
      known,
      '2026-01-01',
    );
    assert.deepEqual(told[0]?.commits, ['a'.repeat(40)]);
    // Who opened it is told by their account where the file does not name them.
    assert.deepEqual(told[0].author, { name: 'zoe', email: '0+zoe@users.noreply.gitlab.com' });
    const find = personFinder(known.map((person) => ({ ...person, name: person.id.toUpperCase().repeat(2) })));
    assert.deepEqual(told[0].reviewers.map(find), ['ana', null, 'cy', null]);
    assert.equal(told[0].reviewers[0]?.email, 'ana@acme.dev');
  });

  it('mean them by another name that the forge knows them by', async () => {
    const known = await people();
    const told = await readReviewsBefore(
      forge(() => Promise.resolve([review(['7'], new Map([['ana', '7']]))])),
      known,
      '2026-01-01',
    );
    assert.deepEqual(told[0]?.reviewers.map(personFinder(known)), ['ana']);
  });

  it('are none where the forge has trouble, and stopping is no trouble', async () => {
    const failing = forge(() => Promise.reject(new ForgeError({ kind: 'broken', status: 500 })));
    assert.deepEqual(await readReviewsBefore(failing, [], '2026-01-01'), []);
    const stopped = new Error('stopped');
    await assert.rejects(
      readReviewsBefore(
        forge(() => Promise.reject(stopped)),
        [],
        '2026-01-01',
      ),
      stopped,
    );
  });
});
