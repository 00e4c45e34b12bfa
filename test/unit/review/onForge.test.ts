/** What the forge says of the request of a change, and whom that leaves to be asked. */
import assert from 'node:assert/strict';
import {
  reviewJson,
  whyText,
  type ChoiceMode,
  type ForgeFacts,
  type RequestStanding,
  type SuggestInput,
} from '../../../src/core';
import { fileOfText } from './fileOfText';
import { suggestFor } from './written';

type Standing = Readonly<Record<string, RequestStanding>>;

const facts = (standing: Standing, more: Partial<ForgeFacts> = {}): ForgeFacts => ({
  ...{ standing: new Map(Object.entries(standing)), waiting: new Map(), busy: new Set(), opener: null },
  ...more,
});

const people = `
people:
  ana: { name: Ana }
  ben: { name: Ben }
  cy: { name: Cy }
  dee: { name: Dee }
  eve: { name: Eve, away: [{ from: 2026-06-01, cover: dee }] }
  fay: { name: Fay, away: [{ from: 2026-06-01, until: 2026-06-14, cover: dee }] }
  hal: { name: Hal, away: [{ from: 2026-06-01, until: 2026-06-14, cover: eve }] }
  gus: { name: Gus, away: [{ from: 2026-05-01, until: 2026-06-07, cover: dee }] }
`;

const areaOf = (rungs: string, more = ''): string =>
  `version: 1${people}aors:\n  pay: { title: Payments, ${rungs}, paths: [pay] }\n${more}`;

async function told(
  text: string,
  standing: Standing | ForgeFacts | null,
  mode: ChoiceMode = 'accountable',
  more: Partial<SuggestInput> = {},
): Promise<string> {
  const forge = standing === null ? undefined : isFacts(standing) ? standing : facts(standing);
  const change = ['pay/a', 'web/a'].map((path) => ({ status: 'M', path }));
  const { ask, states } = await suggestFor(await fileOfText(text), change, [], { mode, forge, ...more });
  const asked = ask.map(({ person, warnings }) => [person.id, ...warnings].join('!')).join(' ');
  const far = states?.map(({ state, by }) => `${state}${by === null ? '' : ` by ${by.id}`}`).join(', ');
  return `${asked}${far === undefined ? '' : `: ${far}`}`;
}

const isFacts = (value: Standing | ForgeFacts): value is ForgeFacts => value['standing'] instanceof Map;

describe('whom to ask once the forge has been asked', () => {
  const usual = areaOf('owner: ana, backup: [ben, cy]');
  const away = areaOf('owner: eve, backup: [ben, cy]');

  const cases: readonly (readonly [
    title: string,
    text: string,
    standing: Standing,
    accountable: string,
    lean?: string,
  ])[] = [
    ['nobody is there', usual, {}, 'ana: open'],
    ['the owner is asked', usual, { ana: 'requested' }, 'ana: requested by ana'],
    ['the owner has commented', usual, { ana: 'commented' }, 'ana: reviewed by ana'],
    ['the owner wants changes', usual, { ana: 'changes-requested' }, 'ana: reviewed by ana'],
    ['the owner has approved', usual, { ana: 'approved' }, 'ana: approved by ana'],
    ['a backup is asked by hand', usual, { ben: 'requested' }, 'ana: open', 'ben: requested by ben'],
    ['a backup has commented', usual, { ben: 'commented' }, 'ana: open', 'ben: reviewed by ben'],
    ['a backup wants changes', usual, { ben: 'changes-requested' }, 'ben: reviewed by ben'],
    ['a backup has approved', usual, { ben: 'approved' }, 'ben: approved by ben'],
    ['the last backup has approved', usual, { cy: 'approved' }, 'cy: approved by cy'],
    ['two backups have reviewed', usual, { ben: 'changes-requested', cy: 'approved' }, 'ben: reviewed by ben'],
    [
      'the owner wants changes, a backup approves',
      usual,
      { ana: 'changes-requested', ben: 'approved' },
      'ana: reviewed by ana',
    ],
    ['the owner is asked, a backup has approved', usual, { ana: 'requested', ben: 'approved' }, 'ana: approved by ben'],
    ['somebody else has approved', usual, { dee: 'approved' }, 'ana: open'],
    ['the owner is away, nobody is there', away, {}, 'dee: open'],
    ['the owner is away, a later rung is asked', away, { cy: 'requested' }, 'cy: requested by cy'],
    ['the owner was asked and is away now', away, { eve: 'requested' }, 'dee: open'],
    ['the owner has approved and is away now', away, { eve: 'approved' }, 'eve: approved by eve'],
    ['an owner is just back, the cover is asked', areaOf('owner: fay'), { dee: 'requested' }, 'dee: requested by dee'],
    [
      'an owner is just back, the cover has approved',
      areaOf('owner: fay'),
      { dee: 'approved' },
      'dee: approved by dee',
    ],
    ['an owner is just back, the cover is asked and away', areaOf('owner: hal'), { eve: 'requested' }, 'hal: open'],
    ['an owner is just back, nobody is there', areaOf('owner: fay'), {}, 'fay: open'],
    [
      'an owner is just back, a backup was asked and is away now',
      areaOf('owner: fay, backup: eve'),
      { eve: 'requested' },
      'fay: open',
    ],
    ['an owner is back for long, the cover is asked', areaOf('owner: gus'), { dee: 'requested' }, 'gus: open'],
  ];

  for (const [title, text, standing, accountable, lean = accountable] of cases)
    it(title, async () => {
      assert.deepEqual([await told(text, standing), await told(text, standing, 'lean')], [accountable, lean]);
    });

  it('counts those above who are asked while nobody below is free', async () => {
    const text = areaOf('owner: eve, parent: top', '  top: { title: Top, owner: ana }\n').replace(', cover: dee', '');
    assert.equal(await told(text, {}), 'ana: open');
    assert.equal(await told(text, { ana: 'requested' }), 'ana: requested by ana');
    assert.equal(await told(text, { ana: 'approved' }), 'ana: approved by ana');
  });

  it('takes somebody who is there for more than one, at the price of nobody further', async () => {
    const both = areaOf(
      'owner: eve, backup: [ben, cy]',
      '  web: { title: Web, owner: eve, backup: cy, paths: [web] }\n',
    ).replace('cover: dee', 'cover: eve');
    assert.equal(await told(both, null), 'cy');
    const apart = areaOf('owner: eve, backup: [ben, ana]', '  web: { title: Web, owner: cy, paths: [web] }\n').replace(
      'cover: dee',
      'cover: eve',
    );
    assert.equal(await told(apart, null), 'ben cy');
    assert.equal(await told(apart, { ana: 'requested' }), 'ana cy: requested by ana, open');
  });

  it('passes over those who say that they are busy, unless they are there or nobody else is free', async () => {
    const busy = (...ids: readonly string[]) => facts({}, { busy: new Set(ids) });
    assert.equal(await told(usual, busy('ana')), 'ben: open');
    assert.equal(await told(usual, busy('ana', 'ben', 'cy')), 'ana!busy: open');
    const since = (standing: Standing) => facts(standing, { busy: new Set(['ana']) });
    assert.equal(await told(usual, since({ ana: 'requested' })), 'ana: requested by ana');
    assert.equal(await told(usual, since({ ana: 'requested', ben: 'requested' })), 'ben: requested by ben');
  });

  it('asks nobody to review a request that they opened', async () => {
    assert.equal(await told(usual, facts({}, { opener: 'ana' })), 'ben: open');
    // Git knew it before the request was opened.
    assert.equal(
      await told(usual, facts({}, { opener: 'ana' }), 'accountable', { authors: new Set(['ana']) }),
      'ben: open',
    );
  });

  it('gives those who are there the places there are, and lets nobody go who has one', async () => {
    const three = `version: 1${people}aors:
  pay: { title: Payments, owner: ana, paths: [pay] }
  web: { title: Web, owner: ben, paths: [web] }
  docs: { title: Docs, owner: cy, paths: [web/docs] }
review: { ask-at-most: 1 }
`;
    const first = (await told(three, null)).split(' ');
    assert.equal(first.length, 1);
    const other = first[0] === 'ana' ? 'ben' : 'ana';
    assert.match(await told(three, { [other]: 'requested' }), new RegExp(`^${other}: `));
    assert.match(await told(three, { ana: 'approved', ben: 'requested' }), /^(ana ben|ben ana): /);
  });

  it('says how far each is, in words and as data, and nothing where no forge was asked', async () => {
    const change = [{ status: 'M', path: 'pay/a' }];
    const file = await fileOfText(usual);
    const wordsOf = async (forge?: ForgeFacts) => {
      const suggestion = await suggestFor(file, change, [], { forge });
      const why = suggestion.ask.flatMap((one) => one.for.map((covered) => whyText(covered, 'others')));
      return [...why, reviewJson(suggestion, null).states];
    };
    const plain = 'owner of Payments: 1 file';
    assert.deepEqual(await wordsOf(), [plain, undefined]);
    assert.ok(!('states' in reviewJson(await suggestFor(file, change, []), null)));
    assert.deepEqual(await wordsOf(facts({})), [plain, [{ aor: 'pay', state: 'open', by: null }]]);
    assert.deepEqual(await wordsOf(facts({ ana: 'requested' })), [
      `${plain}, asked`,
      [{ aor: 'pay', state: 'requested', by: 'ana' }],
    ]);
    assert.deepEqual(await wordsOf(facts({ ben: 'approved' })), [
      'backup of Payments: 1 file, approved by Ben',
      [{ aor: 'pay', state: 'approved', by: 'ben' }],
    ]);
  });
});
