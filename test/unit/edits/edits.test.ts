import assert from 'node:assert/strict';
import {
  addBeside,
  addItem,
  applyReplacements,
  edited,
  orderEntries,
  removeItem,
  removeKey,
  renameKey,
  setValue,
  type Edit,
} from '../../../src/core/edits';

type Row = readonly [name: string, before: string, edit: Edit, after: string | null];

const pay = ['aors', 'pay'];
const block = 'aors:\n  pay:\n    title: Pay # its name\n    # who\n    paths: [a]\n';

const rows: readonly Row[] = [
  ['a value, with its comment', block, setValue([...pay, 'title'], 'Payments'), block.replace(': Pay ', ': Payments ')],
  ['double quotes stay', 'a: "x" # y\n', setValue(['a'], 'z'), 'a: "z" # y\n'],
  ['single quotes stay', "a: 'x'\n", setValue(['a'], "it's"), "a: 'it''s'\n"],
  [
    'an empty value',
    'aors:\n  pay:\n    owner:   # vacant\n',
    setValue([...pay, 'owner'], 'ana'),
    'aors:\n  pay:\n    owner: ana   # vacant\n',
  ],
  ['a null', 'aors: { pay: { owner: ~ } }\n', setValue([...pay, 'owner'], 'ana'), 'aors: { pay: { owner: ana } }\n'],
  ['an alias is not written over', 'aors:\n  pay:\n    owner: *x\n', setValue([...pay, 'owner'], 'ana'), null],
  [
    'a key in its place',
    block,
    setValue([...pay, 'owner'], 'ana'),
    block.replace('    # who', '    owner: ana\n    # who'),
  ],
  [
    'a key before all others',
    'aors:\n  pay:\n    # who\n    owner: ana\n',
    setValue([...pay, 'title'], 'P'),
    'aors:\n  pay:\n    title: P\n    # who\n    owner: ana\n',
  ],
  [
    'a key behind lines of text',
    'aors:\n  pay:\n    about: |\n      x\n\n    owner: ana\n',
    setValue([...pay, 'kind'], 'area'),
    'aors:\n  pay:\n    about: |\n      x\n    kind: area\n\n    owner: ana\n',
  ],
  [
    'a key in brackets',
    'aors: { pay: { title: P, paths: [a] } }\n',
    setValue([...pay, 'owner'], 'ana'),
    'aors: { pay: { title: P, owner: ana, paths: [a] } }\n',
  ],
  [
    'a key in brackets over lines',
    'x: {\n  a: 1, # one\n  b: 2 # two\n}\n',
    setValue(['x', 'c'], '3'),
    'x: {\n  a: 1, # one\n  b: 2, # two\n  c: 3\n}\n',
  ],
  [
    'no final line end',
    'version: 1\npeople:\n  ana: Ana',
    setValue(['people', 'ben'], 'Ben'),
    'version: 1\npeople:\n  ana: Ana\n  ben: Ben',
  ],
  [
    'CRLF',
    'people:\r\n  ana: Ana\r\naors: {}\r\n',
    setValue(['people', 'ben'], 'Ben'),
    'people:\r\n  ana: Ana\r\n  ben: Ben\r\naors: {}\r\n',
  ],
  [
    'a section that is missing',
    'version: 1\naors:\n    x: { title: X }\n',
    setValue(['people', 'ana'], { name: 'Ana' }),
    'version: 1\npeople:\n    ana: { name: Ana }\naors:\n    x: { title: X }\n',
  ],
  [
    'a section in an empty file',
    '# nothing yet',
    setValue(['people', 'ana'], 'Ana'),
    '# nothing yet\npeople:\n  ana: Ana\n',
  ],
  [
    'an empty section',
    'people:\n  # nobody yet\naors: {}\n',
    setValue(['people', 'ana'], 'Ana'),
    'people:\n  # nobody yet\n  ana: Ana\naors: {}\n',
  ],
  [
    'the first key beneath the head',
    '# head\npeople: {}\n',
    setValue(['version'], '1'),
    '# head\nversion: 1\npeople: {}\n',
  ],
  [
    'an AOR like those beside it',
    `${block}\n  ship:\n    title: Ship\nx-a: 1\n`,
    setValue(['aors', 'new'], { title: 'N', paths: ['**/x'] }),
    `${block}\n  ship:\n    title: Ship\n\n  new:\n    title: N\n    paths: ["**/x"]\nx-a: 1\n`,
  ],
  [
    'lists of maps',
    'aors:\n  pay:\n    title: P\n',
    addItem([...pay, 'past'], { owner: 'ana', until: '2026-01-01' }),
    'aors:\n  pay:\n    title: P\n    past:\n      - { owner: ana, until: 2026-01-01 }\n',
  ],
  ['an item in brackets', 'exempt: [a, b]\n', addItem(['exempt'], 'c, d'), 'exempt: [a, b, "c, d"]\n'],
  ['an item in empty brackets', 'exempt: []\n', addItem(['exempt'], 'c'), 'exempt: [c]\n'],
  ['an item behind a last comma', 'exempt: [a, b,]\n', addItem(['exempt'], 'c'), 'exempt: [a, b, c,]\n'],
  [
    'an item on its own line in brackets',
    'exempt: [\n  a, # one\n  b # two\n]\n',
    addItem(['exempt'], 'c'),
    'exempt: [\n  a, # one\n  b, # two\n  c\n]\n',
  ],
  [
    'an item behind a dash',
    'exempt:\n- a # one\n  # more\n- b\n# end\n',
    addItem(['exempt'], '*.c', 1),
    'exempt:\n- a # one\n  # more\n- "*.c"\n- b\n# end\n',
  ],
  [
    'a first item behind a dash',
    'exempt:\n  # one\n  - a\n',
    addItem(['exempt'], 'c', 0),
    'exempt:\n  - c\n  # one\n  - a\n',
  ],
  ['one value becomes a list', 'backup: ben # why\n', addItem(['backup'], 'mei'), 'backup: [ben, mei] # why\n'],
  [
    'one value becomes the second of a list',
    'backup: "ben"\n',
    addItem(['backup'], 'mei', 0),
    'backup: [mei, "ben"]\n',
  ],
  [
    'one value that has to be quoted in brackets',
    'exempt: a{b,c}\n',
    addItem(['exempt'], 'd'),
    'exempt: ["a{b,c}", d]\n',
  ],
  ['text over lines is no list', 'exempt: |\n  a\n', addItem(['exempt'], 'd'), null],
  ['without an item in brackets', 'exempt: [a, b, c]\n', removeItem(['exempt'], 1), 'exempt: [a, c]\n'],
  ['without the last in brackets', 'exempt: [ a, b ]\n', removeItem(['exempt'], 1), 'exempt: [ a ]\n'],
  ['without the only one in brackets', 'exempt: [ a ]\n', removeItem(['exempt'], 0), 'exempt: []\n'],
  [
    'without an own line in brackets',
    'exempt: [\n  a, # one\n  # of b\n  b # two\n]\n',
    removeItem(['exempt'], 1),
    'exempt: [\n  a # one\n]\n',
  ],
  [
    'without an item behind a dash',
    'exempt:\n  - a\n  # of b\n  - b # two\n  - c\n',
    removeItem(['exempt'], 1),
    'exempt:\n  - a\n  - c\n',
  ],
  [
    'without an entry and its comments',
    'people:\n  # first\n\n  # of ana\n  ana: Ana # A\n    # more\n  ben: Ben\n',
    removeKey(['people', 'ana']),
    'people:\n  # first\n\n  ben: Ben\n',
  ],
  [
    'of empty lines around an entry one is left',
    'aors:\n  a:\n    title: A\n\n  b:\n    title: B\n\n  c:\n    title: C\n',
    removeKey(['aors', 'b']),
    'aors:\n  a:\n    title: A\n\n  c:\n    title: C\n',
  ],
  ['without the last line and no final line end', 'a: 1\r\nb: 2', removeKey(['b']), 'a: 1'],
  [
    'without a key in brackets',
    'aors: { pay: { title: P, level: must, owner: ana } }\n',
    removeKey([...pay, 'level']),
    'aors: { pay: { title: P, owner: ana } }\n',
  ],
  [
    'another name',
    'aors:\n  "Pay": { tilte: P }\n',
    renameKey(['aors', 'Pay', 'tilte'], 'title'),
    'aors:\n  "Pay": { title: P }\n',
  ],
  ['no name that is taken', 'a: 1\nb: 2\n', renameKey(['a'], 'b'), null],
  [
    'in order, with comments',
    'people:\n  # of ben\n  ben: Ben # B\n\n  # apart\n\n  ana:\n    name: Ana',
    orderEntries(['people'], (keys) => [...keys].sort()),
    'people:\n  ana:\n    name: Ana\n\n  # apart\n\n  # of ben\n  ben: Ben # B',
  ],
  [
    'in order, in brackets',
    'people: { ben: Ben, ana: { name: Ana } }\n',
    orderEntries(['people'], (keys) => [...keys].sort()),
    'people: { ana: { name: Ana }, ben: Ben }\n',
  ],
  [
    'no order where a key is written twice',
    'people:\n  b: 1\n  a: 1\n  b: 2\n  c: 1\n',
    orderEntries(['people'], (keys) => [...keys].sort()),
    null,
  ],
  [
    'an entry beside another one over lines',
    'aors:\n  pay:\n      title: Pay\n      paths:\n      - a # its\n      # behind\n\n  # Of web.\n  web: {}\n',
    addBeside(['aors', 'new'], { title: 'New', paths: ['b', '*'] }, 'pay'),
    'aors:\n  pay:\n      title: Pay\n      paths:\n      - a # its\n      # behind\n\n  new:\n      title: New\n      paths:\n      - b\n      - "*"\n\n  # Of web.\n  web: {}\n',
  ],
  [
    'an entry beside one on a line',
    'aors:\r\n  pay: { title: Pay } # its\r\n  web:\r\n    title: Web\r\n',
    addBeside(['aors', 'new'], { title: 'New', owner: undefined, paths: ['b', 'c'] }, 'pay'),
    'aors:\r\n  pay: { title: Pay } # its\r\n  new: { title: New, paths: [b, c] }\r\n  web:\r\n    title: Web\r\n',
  ],
  [
    'an entry beside another one in brackets',
    'aors: { pay: { title: Pay }, web: {} }\n',
    addBeside(['aors', 'new'], { title: 'New' }, 'pay'),
    'aors: { pay: { title: Pay }, new: { title: New }, web: {} }\n',
  ],
  [
    'an entry at the end of a text without a line end',
    'aors:\n  pay:\n    title: Pay',
    addBeside(['aors', 'new'], { title: 'New' }, 'pay'),
    'aors:\n  pay:\n    title: Pay\n  new:\n    title: New',
  ],
  ['no entry beside nothing', block, addBeside(['aors', 'new'], { title: 'New' }, 'web'), null],
  ['no entry twice', block, addBeside(['aors', 'pay'], { title: 'New' }, 'pay'), null],
];

describe('edits of an ownership file', () => {
  for (const [name, before, edit, after] of rows)
    it(name, () => {
      const replacements = edited(before, [edit]);
      assert.equal(replacements === null ? null : applyReplacements(before, replacements), after);
    });

  it('follow each other and change only their own places', () => {
    const before = 'aors:\n  pay:\n    title: P\n    owner: ana # since May\n    backup: [ben, mei]\n';
    const replacements = edited(before, [
      setValue([...pay, 'owner'], 'ben'),
      removeItem([...pay, 'backup'], 0),
      setValue([...pay, 'confirmed'], '2026-06-15'),
      removeKey([...pay, 'title']),
    ])!;
    assert.equal(
      applyReplacements(before, replacements),
      'aors:\n  pay:\n    owner: ben # since May\n    backup: [mei]\n    confirmed: 2026-06-15\n',
    );
    assert.deepEqual(
      replacements.map(({ start, end }) => before.slice(start, end)),
      ['    title: P\n', 'ana', 'ben, ', ''],
    );
  });
});
