/** The fast reader gives what the `yaml` package gives, or leaves the text to it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readPlainYaml } from '../../../src/core/file/plainYaml';
import { readYaml } from '../../../src/core/file/yaml';
import { damaged, linesOf, plainText } from './yamlTexts';

const ours = ['aor.yaml', 'test/data/shop/services/search/aor.yaml'].map((path) => readFileSync(path, 'utf8'));
const shop = readFileSync('test/data/shop/aor.yaml', 'utf8');

/** Whether the text was read fast. */
function isPlain(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === null) return false;
  assert.deepStrictEqual({ root: plain.root, problems: [] }, readYaml(text), JSON.stringify(text));
  return true;
}

/** How many of the texts were read fast, all of them equal to what `yaml` reads. */
function shareRead(texts: fc.Arbitrary<string>, numRuns: number): number {
  let count = 0;
  fc.assert(
    fc.property(texts, (text) => {
      if (isPlain(text)) count++;
    }),
    { numRuns },
  );
  return count / numRuns;
}

describe('reading plain YAML fast', () => {
  it('reads ownership files as they are written', () => {
    for (const text of ours) {
      assert.ok(isPlain(text));
      assert.ok(isPlain(text.replaceAll('\n', '\r\n')));
    }
  });

  it('reads every text of plain maps and lists', () => {
    assert.equal(shareRead(plainText, 2_000), 1);
  });

  it('reads damaged texts as yaml does, or not at all', () => {
    const some = fc.oneof(plainText, plainText, linesOf(shop), ...ours.map(linesOf));
    const share = shareRead(damaged(some), 6_000);
    assert.ok(share > 0.05 && share < 0.5, `read ${share}`);
  });

  it('reads an empty text and one of comments', () => {
    for (const text of ['', '\n', '# only this', '  # and\n\n  ']) assert.ok(isPlain(text), JSON.stringify(text));
  });

  const left: readonly string[] = [
    'a: &b c',
    'a: *b',
    'a: !b c',
    'a: |\n  b',
    'a: >-\n  b',
    'a: b\n  c',
    'a:\n  b',
    'a: "b\n  c"',
    'a: [b,\n  c]',
    'a: "\\n"',
    'a:\tb',
    'a: b\rc: d',
    '--- a',
    'a: b\n...',
    '... a: b',
    '%YAML 1.2\n---\na: b',
    'a: 1\na: 2',
    'a: { b: 1, b: 2 }',
    'a: 1\n b: 2',
    '  a: 1',
    'a:\n   b: 1\n  c: 2',
    '? a\n: b',
    '[a]: b',
    '{ a: b }',
    '- a',
    'text',
    'a: - b',
    'a: b: c',
    'a: "b" c',
    'a: "b"# c',
    'a: [b] c',
    'a: {b,c}/d',
    'a: [b: c]',
    'a: [, b]',
    'a: [b c',
    'a: { b }',
    'a: { b: }',
    'a: @b',
    'a: %b',
    '<<: { a: b }',
    'a:\n-\n- b',
    'a:\n- - b',
    'a: b\ufeff',
    'a: b\u2028c',
    'a: b\u0085c',
    `${'a'.repeat(1_100)}: b`,
    `a: ${'['.repeat(101)}${']'.repeat(101)}`,
    Array.from({ length: 101 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  ];
  it('leaves the rest to yaml', () => {
    for (const text of left) assert.equal(readPlainYaml(text), null, JSON.stringify(text));
  });
});
