import assert from 'node:assert/strict';
import { compileRules, loadOwnership, treeOfPaths, type OwnershipFile } from '../../../../src/core';
import { complete } from '../../../../src/core/language/completion/complete';
import type { CompletionItem } from '../../../../src/core/language/completion/completionItem';
import { memorySource } from '../../memorySource';

const known = `version: 1
people:
  ana: Ana Ruiz <ana@acme.example>
  ben: Ben Okri <ben@acme.example>
  carl: { name: Carl Berg, left: 2020-01-01 }
teams:
  checkout: { name: Checkout }
aors:
  pay:
    title: Payments
    owner: ana
    paths: [src/pay]
  web: { title: Web }
roles:
  em: { title: Manager, duties: { talks: { title: Talks, fit: green } } }
`;

const files = [
  'src/pay/a.ts',
  'src/pay/b.ts',
  'src/[slug]/page.ts',
  'src/new/x.ts',
  'src/new/deep/y.ts',
  'docs/guide.md',
  'a b/c',
  '!odd/z',
  'README.md',
];

async function read(): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': known }), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

let file: OwnershipFile;
before(async () => (file = await read()));

const at = (marked: string, base = ''): readonly CompletionItem[] =>
  complete(marked.replace('‸', ''), marked.indexOf('‸'), {
    ...{ file, base, index: compileRules(file), tree: treeOfPaths(files), today: '2026-11-21', isEntry: base === '' },
  });

const labels = (marked: string, base = ''): readonly string[] => at(marked, base).map(({ label }) => label);

/** The text after the item with that label was taken. */
function taken(marked: string, label: string, base = ''): string {
  const item = at(marked, base).find((one) => one.label === label);
  assert.ok(item !== undefined, labels(marked, base).join());
  const text = marked.replace('‸', '');
  // What the editor does with a snippet, as far as these go.
  const insert = item.isSnippet ? item.insert.replace(/\$\{\d+:?([^}]*)\}|\$\d/g, '$1') : item.insert;
  return text.slice(0, item.start) + insert + text.slice(item.end);
}

describe('completion of keys', () => {
  for (const [marked, wanted] of [
    ['‸', ['version', 'include', 'people', 'teams', 'aors', 'exempt', 'roles', 'review']],
    ['version: 1\npe‸\naors:\n', ['include', 'people', 'teams', 'exempt', 'roles', 'review']],
    [
      'people:\n  ana:\n    name: A\n    ‸',
      ['email', 'handles', 'chat', 'manager', 'timezone', 'wants', 'away', 'left', 'bot'],
    ],
    [
      'people:\n  ana: { name: A, ‸',
      ['email', 'handles', 'chat', 'manager', 'timezone', 'wants', 'away', 'left', 'bot'],
    ],
    ['people:\n  ana:\n    away:\n      - from: 2026-01-01\n        ‸', ['until', 'cover']],
    ['aors:\n  pay:\n    handover: { ‸', ['to', 'by', 'why']],
    ['aors:\n  pay:\n    past:\n      - owner: ana\n        ‸', ['from', 'until', 'why']],
    ['aors:\n  pay:\n    paths:\n      - { glob: x, pri‸', ['priority']],
    ['\uFEFFaors:\n  pay:\n    handover: { ‸', ['to', 'by', 'why']],
    ['review:\n  ‸\n  base-branch: main\n', ['ask-at-most', 'stale-after-days', 'severities']],
    ['roles:\r\n  em:\r\n    duties:\r\n      talks:\r\n        ‸', ['fit', 'title', 'category', 'group', 'held-by']],
  ] as const) {
    it(`at ${JSON.stringify(marked)}`, () => assert.deepEqual(labels(marked), wanted));
  }

  it('knows which keys a kind has', () => {
    assert.ok(!labels('aors:\n  pay:\n    ‸').includes('level'));
    assert.ok(labels('aors:\n  pay:\n    ‸').includes('paths'));
    assert.ok(labels('aors:\n  pay:\n    kind: review\n    ‸').includes('level'));
    assert.ok(labels('aors:\n  pay:\n    ‸\n    kind: duty\n').includes('category'));
    assert.ok(!labels('aors:\n  pay:\n    kind: duty\n    ‸').includes('paths'));
  });

  it('begins with what is required', () => assert.equal(labels('aors:\n  pay:\n    ‸')[0], 'title'));

  it('leaves out what counts in the entry file only, in an included one', () => {
    assert.ok(!labels('‸', 'services').includes('review'));
    assert.deepEqual(labels('aors:\n  pay:\n    paths:\n      - { glob: x, ‸', 'services'), []);
  });

  it('tells what a key is for, and opens what follows it', () => {
    const [owner] = at('aors:\n  pay:\n    title: P\n    own‸').filter(({ label }) => label === 'owner');
    assert.match(owner?.help ?? '', /The one person who holds it/);
    assert.equal(owner?.detail, 'person');
    assert.equal(taken('aors:\n  pay:\n    pa‸', 'paths'), 'aors:\n  pay:\n    paths:\n  - ');
    assert.equal(taken('aors:\n  pay:\n    ba‸', 'backup'), 'aors:\n  pay:\n    backup: []');
  });

  for (const marked of [
    '# ‸',
    'aors:\n  pay:\n    title: P # no‸',
    'aors:\n  pay:\n    about: |\n      any ‸',
    'aors:\n  pay:\n    about: >-\n\n      any\n\n      ‸',
    'x-own:\n  ‸',
    'aors:\n  pay:\n    onwer: ‸',
    'aors:\n  pay:\n    title: ‸',
    'aors:\n  pay: { title: P } ‸',
  ] as const) {
    it(`offers nothing at ${JSON.stringify(marked)}`, () => assert.deepEqual(labels(marked), []));
  }
});

describe('completion of values', () => {
  for (const [marked, wanted] of [
    ['aors:\n  pay:\n    owner: ‸', ['ana', 'ben', 'carl']],
    ['aors:\n  pay:\n    backup: [ana, ‸]', ['ana', 'ben', 'carl']],
    ['aors:\n  pay:\n    backup:\n      - b‸', ['ana', 'ben', 'carl']],
    ['aors:\n  pay:\n    team: ch‸', ['checkout']],
    ['aors:\n  pay:\n    parent: ‸', ['pay', 'web']],
    ['people:\n  ana: { wants: [ ‸', ['pay', 'web', 'em.talks']],
    ['aors:\n  pay:\n    kind: ‸', ['area', 'review', 'duty']],
    ['aors:\n  pay:\n    changes: [added, ‸', ['added', 'modified', 'deleted', 'renamed']],
    ['people:\n  acme:\n    bot: t‸', ['true', 'false']],
    ['aors:\n  pay:\n    confirmed: ‸', ['2026-11-21', '2026-11-22', '2026-11-28', '2026-12-19', '2026-11-20']],
    ['aors:\n  pay:\n    handover:\n      to: ‸\n      by: 2026-12-01\n', ['ana', 'ben', 'carl']],
    ['aors:\r\n  pay:\r\n    owner: a‸\r\n    paths: []\r\n', ['ana', 'ben', 'carl']],
  ] as const) {
    it(`at ${JSON.stringify(marked)}`, () => assert.deepEqual(labels(marked), wanted));
  }

  it('shows names beside ids, and who has left', () => {
    assert.deepEqual(
      at('aors:\n  pay:\n    owner: ‸').map(({ detail }) => detail),
      ['Ana Ruiz', 'Ben Okri', 'Carl Berg, has left'],
    );
  });

  it('knows time zones', () => assert.ok(labels('people:\n  ana:\n    timezone: Eu‸').includes('Europe/Oslo')));

  it('replaces the whole word', () => {
    assert.equal(taken('aors:\n  pay:\n    owner: a‸nna # yes\n', 'ben'), 'aors:\n  pay:\n    owner: ben # yes\n');
    assert.equal(taken('aors: { pay: { backup: [a‸nna, ben] } }', 'ana'), 'aors: { pay: { backup: [ana, ben] } }');
  });
});

describe('completion of paths in globs', () => {
  const inPaths = (typed: string): string => `aors:\n  pay:\n    paths:\n      - ${typed}`;

  it('offers folders with files that nobody owns first, then other folders, then files', () => {
    assert.deepEqual(
      at(inPaths('‸')).map(({ label, detail }) => [label, detail]),
      [
        ['!odd/', '1 file, unowned'],
        ['a b/', '1 file, unowned'],
        ['docs/', '1 file, unowned'],
        ['src/', '5 files, 3 unowned'],
        ['README.md', ''],
      ],
    );
  });

  for (const [typed, wanted] of [
    ['src/‸', ['[slug]/', 'new/', 'pay/']],
    ['src/n‸', ['[slug]/', 'new/', 'pay/']],
    ['/src/‸', ['[slug]/', 'new/', 'pay/']],
    ['"!src/‸"', ['[slug]/', 'new/', 'pay/']],
    ['src/new/‸', ['deep/', 'x.ts']],
    ['src/none/‸', []],
    ['**/‸', []],
    ['{ glob: src/pay/‸', ['a.ts', 'b.ts']],
  ] as const) {
    it(`at ${typed}`, () => assert.deepEqual(labels(inPaths(typed)), wanted));
  }

  it('starts at the folder of an included file', () => {
    assert.deepEqual(labels(inPaths('‸'), 'src'), ['[slug]/', 'new/', 'pay/']);
    assert.deepEqual(labels(inPaths('new/‸'), 'src'), ['deep/', 'x.ts']);
  });

  it('writes names as the dialect and YAML have them', () => {
    assert.equal(taken(inPaths('s‸'), 'src/'), inPaths('src/'));
    assert.equal(taken(inPaths('‸'), 'a b/'), inPaths('a b/'));
    assert.equal(taken(inPaths('‸'), '!odd/'), inPaths('\\!odd/'));
    assert.equal(taken(inPaths('src/‸'), '[slug]/'), inPaths('src/[slug]/'));
    assert.equal(taken(inPaths('[‸').replace('[', '').replace('src/', ''), 'src/'), inPaths('src/'));
    assert.equal(taken('aors: { pay: { paths: [src/‸] } }', '[slug]/'), 'aors: { pay: { paths: ["src/[slug]/"] } }');
    assert.equal(taken(inPaths('"!src/‸"'), 'new/'), inPaths('"!src/new/"'));
    assert.equal(taken(inPaths("'!src/‸'"), 'new/'), inPaths("'!src/new/'"));
    assert.equal(taken(inPaths('!src/‸'), 'new/'), inPaths('"!src/new/"'));
  });

  it('offers paths for guides, and for what is exempt', () => {
    assert.deepEqual(labels('aors:\n  pay:\n    guide: docs/‸'), ['guide.md']);
    assert.deepEqual(labels('exempt:\n- src/new/‸'), ['deep/', 'x.ts']);
  });
});
