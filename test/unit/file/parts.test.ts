/** Texts read in parts give the tree that they give as a whole. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { moved } from '../../../src/core/file/moved';
import { readParts, type PartedText, type Parts } from '../../../src/core/file/parts';
import type { PlainEntry } from '../../../src/core/file/plainTree';
import { readYaml } from '../../../src/core/file/yaml';
import { atOnce } from '../../../src/core/steps';
import { damaged, linesOf, sectionedText } from './yamlTexts';

const files = ['aor.yaml', 'test/data/shop/aor.yaml', 'test/data/shop/services/search/aor.yaml'].map((path) =>
  readFileSync(path, 'utf8'),
);

const atItsPlace = ({ key, value, by = 0 }: PlainEntry): PlainEntry => moved({ key, value }, by);

/** The tree with everything where it stands. */
function treeOf({ root }: PartedText): unknown {
  return (
    root && {
      ...root,
      entries: root.entries.map(({ key, value }) => ({
        key,
        value: value?.kind === 'map' ? { ...value, entries: value.entries.map(atItsPlace) } : value,
      })),
    }
  );
}

/** The parts of the text, with `known` at hand; `null`: it does not fall into any. */
function partsOf(text: string, known: Parts = new Map()): Parts | null {
  const parted = atOnce(readParts(text, known));
  if (parted === null) return null;
  assert.deepStrictEqual({ root: treeOf(parted), problems: [] }, readYaml(text), JSON.stringify(text));
  return parted.parts;
}

describe('reading a text in parts', () => {
  it('takes ownership files apart, also where they have texts of several lines', () => {
    assert.deepEqual(
      files.map((text) => [...(partsOf(text)?.keys() ?? [])]),
      [['people', 'aors'], ['people', 'teams', 'aors', 'roles'], ['aors']],
    );
    assert.ok(files.some((text) => / \|\n/.test(text)));
  });

  it('gives the tree of the whole, and gives it again after an edit', () => {
    let read = 0;
    let readAgain = 0;
    const texts = fc.oneof(sectionedText, damaged(sectionedText), damaged(fc.oneof(...files.map(linesOf))));
    const put = fc.constantFrom('\n', ' ', '  ', '#', 'a', ' - b', '\n  z: 1\n', '\n# c\n', '\n    # c\n', '\n- a', '');
    fc.assert(
      fc.property(texts, fc.nat(1_000_000), fc.nat(3), put, (text, place, cut, piece) => {
        const parts = partsOf(text);
        if (parts === null) return;
        read++;
        const at = place % (text.length + 1);
        if (partsOf(text.slice(0, at) + piece + text.slice(at + cut), parts) !== null) readAgain++;
      }),
      { numRuns: 1_500 },
    );
    assert.ok(read > 250 && readAgain > 75, `${read}, ${readAgain}`);
  });

  it('reads again only what has changed', () => {
    const text = 'version: 1\naors:\n  a:\n    title: A\n  # on b\n  b: { title: B }\n  c:\n    about: |\n      C\n';
    const known = partsOf(text);
    assert.ok(known !== null);
    const again = partsOf(`# first\n${text.replace('title: B', 'title: D')}`, known);
    const parts = [...(again?.get('aors') ?? [])];
    const same = parts.filter(([id, part]) => known.get('aors')?.get(id) === part).map(([id]) => id);
    assert.deepEqual(same, ['a', 'c']);
  });

  it('reads a part again that goes on', () => {
    for (const [before, after] of [
      ['aors:\n  a: 1', 'aors:\n  a: 12'],
      ['aors:\n  a:\n    b: 1\n', 'aors:\n  a:\n    b: 1\n    c: 2\n'],
      ['aors:\n  a:\n    b: 1\n', 'aors:\n  a:\n    b: 1\n    # on b\n'],
      ['aors:\n  a:\n', 'aors:\n  a:\n  - b\n'],
      ['aors:\n  a: 1\n  b: 2\n', 'aors:\n  a: 1\n\n  b: 2\n'],
    ] as const) {
      const known = partsOf(before);
      assert.ok(known !== null);
      assert.ok(partsOf(after, known) !== null, after);
    }
  });

  it('leaves a text to be read as a whole that has a problem, or whose parts lines do not tell', () => {
    for (const text of [
      'aors:\n  a: &b c\n',
      'aors:\n  a: 1\n  a: 2\n',
      'aors:\n  a: 1\naors:\n  b: 2\n',
      'aors:\n    a: 1\n  b: 2\n',
      'aors:\n  a: "b\n  c: d"\n',
      'aors:\n\n    a: b\nc\n',
      ' aors:\n  a: 1\n',
      'x:\n\n# x\n    g\nit: []\n',
      '- a\n',
      '---\naors:\n  a: 1\n',
      'aors:\n  a: b\rc: d\n',
      '\ufeffaors:\n  a: 1\n',
      'aors:\n  a: 1\n  a\t: 2\n',
      'a: 1\na\t: 2\n',
    ])
      assert.equal(partsOf(text), null, JSON.stringify(text));
  });
});
