import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyReplacements, formatEdits } from '../../../../src/core';
import { readYaml } from '../../../../src/core/file/yaml';
import { ownershipCases } from '../../../ownershipCases';
import { damaged, linesOf, sectionedText } from '../../file/yamlTexts';

const formatted = (text: string): string => applyReplacements(text, formatEdits(text));

const cases: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'blanks at the end of lines and of comments',
    'version: 1  \n# one\t\naors: \n  a: b \n',
    'version: 1\n# one\naors:\n  a: b\n',
  ],
  ['the end of the last line', 'version: 1', 'version: 1\n'],
  ['the end of the last line, as the others', 'a: 1\r\nb: 2', 'a: 1\r\nb: 2\r\n'],
  ['blank lines at the beginning and the end', '\n\nversion: 1\n\n \n', 'version: 1\n'],
  [
    'more than one blank line, and keeps single ones',
    'a: 1\n\n\n  \nb: 2\n\nc: 3\nd: 4\n',
    'a: 1\n\nb: 2\n\nc: 3\nd: 4\n',
  ],
  ['blanks behind a colon', 'version:    1\naors:\n  a:   { b: c }\n', 'version: 1\naors:\n  a: { b: c }\n'],
  [
    'values beneath each other: a table stays',
    'people:\n  ana:    A\n  gareth: G\n  ben:     B\n',
    'people:\n  ana:    A\n  gareth: G\n  ben: B\n',
  ],
  [
    'blanks inside of brackets, as most are',
    'a: {b: c,d: [ e,f ]}\nz: {  g: h }\ny: [i]\n',
    'a: { b: c, d: [e, f] }\nz: { g: h }\ny: [i]\n',
  ],
  [
    'blanks inside of brackets, where the file has none',
    'a: {b: c}\nd: {e: f}\ng: { h: i }\n',
    'a: {b: c}\nd: {e: f}\ng: {h: i}\n',
  ],
  [
    'a table of braces: it stays',
    'a: { b: c,    d: e }\nf: { g: hijk, l: m }\n',
    'a: { b: c,    d: e }\nf: { g: hijk, l: m }\n',
  ],
  [
    "indentation to the file's own step",
    'aors:\n    a:\n        title: A\n    b:\n      title: B\n      paths:\n        - x\n',
    'aors:\n    a:\n        title: A\n    b:\n        title: B\n        paths:\n          - x\n',
  ],
  [
    'comments with what they stand above',
    'aors:\n  a:\n    title: A\n  b:\n     # Why\n     title: B\n# End\n',
    'aors:\n  a:\n    title: A\n  b:\n    # Why\n    title: B\n# End\n',
  ],
  [
    'dashes right below their key: they stay',
    'include:\n- a\n- b\nexempt:\n- c\n',
    'include:\n- a\n- b\nexempt:\n- c\n',
  ],
  ['dashes, as most are', 'a:\n  - b\nc:\n  - d\ne:\n- f\n', 'a:\n  - b\nc:\n  - d\ne:\n  - f\n'],
  [
    'maps in lists',
    'a:\n    -   b: c\n        d: e\nf:\n  g: h\ni:\n    - j\n',
    'a:\n    -   b: c\n        d: e\nf:\n  g: h\ni:\n    - j\n',
  ],
  [
    'texts of several lines: they stay',
    'aors:\n  a:\n    about: |\n      One  \n\n\n      Two \n    title: "a  \n      b"\n',
    'aors:\n  a:\n    about: |\n      One  \n\n\n      Two \n    title: "a  \n      b"\n',
  ],
  ['a text that keeps its line ends', 'a: |+\n  One\n\n\nb: 2\n', 'a: |+\n  One\n\n\nb: 2\n'],
  ['quoted texts and globs', 'a: "x   y"   \nb: [ "a,b", c/**/*.ts ]\n', 'a: "x   y"\nb: [ "a,b", c/**/*.ts ]\n'],
  [
    'what stands before a comment: it stays',
    'a: 1      # one\nbcd: 2    # two \n',
    'a: 1      # one\nbcd: 2    # two\n',
  ],
  ['half-typed text: it stays', 'version: 1  \naors:\n  a: [b  \n', 'version: 1  \naors:\n  a: [b  \n'],
  ['a key that is there twice: it stays', 'a: 1  \na: 2\n', 'a: 1  \na: 2\n'],
  ['an empty text: it stays', '', ''],
  ['comments alone', '# one \n\n\n# two', '# one\n\n# two\n'],
];

/** What it says, and all of it that is no blank. */
const meaning = (text: string) => {
  const { root, problems } = readYaml(text);
  return {
    said: JSON.stringify(root, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
    faults: problems.length,
    seen: text.replace(/\s+/g, ''),
  };
};

describe('formatting takes care of', () => {
  for (const [title, before, after] of cases) it(title, () => assert.equal(formatted(before), after));

  it('an included file with a byte order mark and another line end', () => {
    assert.equal(formatted('aors:\r\n  a:   A \r\n\r\n\r\n  b: B\r\n'), 'aors:\r\n  a: A\r\n\r\n  b: B\r\n');
    assert.deepEqual(meaning(formatted('\uFEFFa:  1 \n')), meaning('\uFEFFa:  1 \n'));
  });

  it('the lines of a range alone', () => {
    const text = 'a:   1 \nb:  2 \nc:    3 \n';
    const range = { start: text.indexOf('b'), end: text.indexOf('c') - 1 };
    assert.equal(applyReplacements(text, formatEdits(text, range)), 'a:   1 \nb: 2\nc:    3 \n');
  });

  it('the sample shop, which is formatted already but for tables', () => {
    for (const path of ['test/data/shop/aor.yaml', 'test/data/shop/services/search/aor.yaml', 'aor.yaml']) {
      const text = readFileSync(path, 'utf8');
      assert.equal(formatted(text), text, path);
    }
  });
});

describe('formatting any text', () => {
  const files = ['test/data/shop/aor.yaml', 'test/data/shop/services/search/aor.yaml'].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const texts = fc.oneof(
    sectionedText,
    damaged(sectionedText),
    damaged(fc.oneof(...files.map(linesOf))),
    fc.constantFrom(...ownershipCases.flatMap(({ files: all }) => Object.values(all))),
  );

  it('changes no value and no character but blanks, and is done at once', () => {
    let changed = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const after = formatted(text);
        assert.deepEqual(meaning(after), meaning(text), JSON.stringify(text));
        assert.equal(formatted(after), after, JSON.stringify(text));
        if (after !== text) changed++;
      }),
      { numRuns: 1_000 },
    );
    assert.ok(changed > 100, `${changed} texts`);
  });

  it('likewise in any range', () => {
    fc.assert(
      fc.property(texts, fc.nat(1_000_000), fc.nat(200), (text, place, length) => {
        const start = place % (text.length + 1);
        const edits = formatEdits(text, { start, end: start + length });
        assert.ok(edits.every((edit) => start <= edit.start && edit.end <= start + length));
        assert.deepEqual(meaning(applyReplacements(text, edits)), meaning(text), JSON.stringify(text));
      }),
      { numRuns: 500 },
    );
  });
});
