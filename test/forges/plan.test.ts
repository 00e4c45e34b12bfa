/** Whom a plan would send, on forges that know people by several names. */
import assert from 'node:assert/strict';
import type { Ask } from '../../src/core';
import { isOpenedBy, isSameCommit, planRequest, verdictOf, type RequestState } from '../../src/forges';
import { suggestionFor } from './people';

const host = 'review.example';

describe('planning with several names', () => {
  const state: RequestState = {
    request: {
      ...{ number: 1, title: 'Charge once', url: `https://${host}/1`, author: 'zoe', isDraft: false },
      from: { project: 'acme/shop', branch: 'work', commit: null },
      into: { branch: 'main' },
    },
    ...{ requested: ['ana'], requestedTeams: [] },
    reviews: [{ handle: 'ben', verdict: 'approved', commit: null }],
    aliases: new Map([
      ['ana@home.example', 'ana'],
      ['ben@home.example', 'ben'],
      ['zoe@home.example', 'zoe'],
    ]),
  };
  const mails = (id: string): readonly string[] => [`${id}@acme.example`, `${id}@home.example`];
  async function asks(handles = '{}'): Promise<readonly Ask[]> {
    const { ask } = await suggestionFor({ ana: handles, ben: handles, zoe: handles, kit: handles });
    return ask.map((one) => ({ ...one, person: { ...one.person, emails: mails(one.person.id) } }));
  }

  it('knows people by any of their addresses, and asks by the first', async () => {
    const { send, there, unable } = planRequest(await asks(), state, host, 'gerrit');
    assert.deepEqual(
      [...there, ...send, ...unable].map(({ handle }) => handle),
      ['ana@home.example', 'ben@home.example', 'kit@acme.example', 'zoe@home.example'],
    );
    assert.deepEqual(
      [there.map(({ as }) => as), unable[0]?.words],
      [['requested', 'approved'], 'They opened the request.'],
    );
  });

  it('sends no address where only handles are known, nor where there is one', async () => {
    const without = planRequest(await asks(), state, host, 'gitlab');
    assert.deepEqual(
      [without.send.length, without.unable[0]?.words],
      [0, `The ownership file has no handle of ANA for ${host}.`],
    );
    const { send, there } = planRequest(await asks(`{ ${host}: kim }`), state, host, 'azure');
    assert.deepEqual([send.map(({ handle }) => handle), there], [['kim', 'kim', 'kim', 'kim'], []]);
  });

  it('takes what each forge calls people for a name, and a group for none', async () => {
    const names = [
      'ana',
      'ana@acme.example',
      'ACME\\ana',
      'Ana Ruiz',
      `{${'0'.repeat(36)}}`,
      'acme/checkout',
      '-x',
      '../x',
    ];
    const taken = async (kind: Parameters<typeof planRequest>[3]): Promise<readonly string[]> => {
      const people = await suggestionFor(
        Object.fromEntries(names.map((name, at) => [`p${at}`, `{ ${host}: '${name}' }`])),
      );
      return planRequest(people.ask, { ...state, requested: [] }, host, kind).send.map(({ handle }) => handle);
    };
    assert.deepEqual(await taken('github'), names.slice(0, 1));
    for (const kind of ['gerrit', 'azure', 'bitbucket-server'] as const)
      assert.deepEqual(await taken(kind), names.slice(0, 3));
    assert.deepEqual(await taken('bitbucket'), ['ana', 'Ana Ruiz', `{${'0'.repeat(36)}}`]);
  });

  it('tells who approves, under whatever name', async () => {
    const people = (await asks()).map(({ person }) => person);
    const approving = (kind: 'gerrit' | 'gitlab') =>
      people.filter((one) => verdictOf(one, state, { kind, host }) === 'approved');
    assert.deepEqual(
      approving('gerrit').map(({ id }) => id),
      ['ben'],
    );
    assert.deepEqual(approving('gitlab'), []);
    const again = { ...state, requested: ['ben'] };
    assert.ok(people.some((one) => verdictOf(one, again, { kind: 'gerrit', host }) === 'approved'));
    assert.deepEqual(
      people.filter((one) => isOpenedBy(one, state, { kind: 'azure', host })).map(({ id }) => id),
      ['zoe'],
    );
  });

  it('takes the beginning of a commit for it, and says nothing of one that is not told', () => {
    const cases = [
      ['abc', 'abc'],
      ['abcd', 'abc'],
      ['abc', null],
      [null, null],
      ['abc', 'abcd'],
      [null, 'abc'],
    ] as const;
    assert.deepEqual(
      cases.map(([commit, told]) => isSameCommit(commit, told)),
      [true, true, true, true, false, false],
    );
  });
});
