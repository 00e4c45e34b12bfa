import assert from 'node:assert/strict';
import { selectionAt } from '../../../../src/core';
import { marked, type MarkedTexts } from './marked';

/** What is selected by and by, up to but without the file. */
function selections(texts: MarkedTexts | string): string[] {
  const { file, offset } = marked(texts);
  const ranges = selectionAt(file, offset);
  const [last] = ranges.slice(-1);
  assert.deepEqual(last, { start: 0, end: file.text.length });
  ranges.reduce((inner, outer) => {
    assert.ok(outer.start <= inner.start && inner.end <= outer.end, 'each is wider than the one before');
    return outer;
  });
  return ranges.slice(0, -1).map(({ start, end }) => file.text.slice(start, end));
}

const cases: readonly (readonly [title: string, texts: MarkedTexts | string, expected: readonly string[]])[] = [
  [
    'a word of a glob',
    'x: 1\naors: { p: { paths: ["src/ap‸p/*.ts"] } }',
    [
      'app',
      'src/app/*.ts',
      '"src/app/*.ts"',
      '["src/app/*.ts"]',
      'paths: ["src/app/*.ts"]',
      '{ paths: ["src/app/*.ts"] }',
      'p: { paths: ["src/app/*.ts"] }',
      '{ p: { paths: ["src/app/*.ts"] } }',
      'aors: { p: { paths: ["src/app/*.ts"] } }',
    ],
  ],
  [
    'a key',
    'version: 1\npeople:\n  an‸a: Ana Ruiz\n',
    ['ana', 'ana: Ana Ruiz', 'people:\n  ana: Ana Ruiz', 'version: 1\npeople:\n  ana: Ana Ruiz'],
  ],
  [
    'a value of two words',
    'people:\n  ana: Ana R‸uiz\n',
    ['Ruiz', 'Ana Ruiz', 'ana: Ana Ruiz', 'people:\n  ana: Ana Ruiz'],
  ],
  [
    'an entry among others',
    'people:\n  ana: A‸na\n  ben: Ben\n',
    ['Ana', 'ana: Ana', 'ana: Ana\n  ben: Ben', 'people:\n  ana: Ana\n  ben: Ben'],
  ],
  [
    'letters that are not ASCII',
    'people:\r\n  ana: "É‸va 日本"\r\n',
    ['Éva', 'Éva 日本', '"Éva 日本"', 'ana: "Éva 日本"', 'people:\r\n  ana: "Éva 日本"'],
  ],
  ['a comment', '# some wo‸rds\nversion: 1\n', ['words']],
  ['an included file', { 'aor.yaml': '', 'a/aor.yaml': 'exempt: [vend‸or, x]' }, ['vendor', '[vendor, x]']],
  [
    'half-typed text',
    'aors:\n  p:\n    owner: [an‸a\n  q: {}\n',
    [
      'ana',
      '[ana',
      'owner: [ana',
      'p:\n    owner: [ana',
      'p:\n    owner: [ana\n  q: {}',
      'aors:\n  p:\n    owner: [ana\n  q: {}',
    ],
  ],
  ['nothing', '‸', []],
];

describe('a selection grows from', () => {
  for (const [title, texts, expected] of cases) it(title, () => assert.deepEqual(selections(texts), expected));
});
