/** A text that is being written is read part by part, as it would be as a whole. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { writtenFile } from '../../../../src/core';
import { moved } from '../../../../src/core/file/moved';
import { readParts } from '../../../../src/core/file/parts';
import { readYaml } from '../../../../src/core/file/yaml';
import { emptyRoughMemory, roughTree } from '../../../../src/core/language/file/roughTree';
import { atOnce } from '../../../../src/core/steps';
import { damaged, linesOf, sectionedText } from '../../file/yamlTexts';

const files = ['test/data/shop/aor.yaml', 'test/data/shop/services/search/aor.yaml'].map((path) =>
  readFileSync(path, 'utf8'),
);
const texts = fc.oneof(sectionedText, damaged(sectionedText), damaged(fc.oneof(...files.map(linesOf))));

/** Without the places of maps themselves: where they end behind what is in them is told by that. */
const entriesOf = (root: ReturnType<typeof roughTree>): unknown =>
  root?.entries.map(({ key, value }) => [key, value?.kind === 'map' ? value.entries : value]);

describe('the rough tree of a text', () => {
  it('is that of the whole where nothing is wrong with it', () => {
    let compared = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const parted = atOnce(readParts(text, new Map()));
        const rough = roughTree(text, emptyRoughMemory());
        if (parted === null || rough === undefined) return;
        const { root } = readYaml(text);
        assert.ok(root?.kind === 'map');
        assert.deepEqual(entriesOf(rough), entriesOf(root), JSON.stringify(text));
        compared++;
      }),
      { numRuns: 500 },
    );
    assert.ok(compared > 50, `${compared} texts`);
  });

  it('is the same with an earlier text at hand', () => {
    const pieces = fc.constantFrom(
      '\n',
      ' ',
      '  own\n',
      '#',
      '[',
      '"',
      '\n  z: 1\n',
      '\n    paths: [a\n',
      '- a',
      '}',
      '',
    );
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(3), pieces), { maxLength: 4 }), (first, edits) => {
        const memory = emptyRoughMemory();
        roughTree(first, memory);
        edits.reduce((text, [place, cut, piece]) => {
          const at = place % (text.length + 1);
          const next = text.slice(0, at) + piece + text.slice(at + cut);
          assert.deepEqual(roughTree(next, memory), roughTree(next, emptyRoughMemory()), JSON.stringify(next));
          return next;
        }, first);
      }),
      { numRuns: 300 },
    );
  });

  it('loses only what is broken', () => {
    const text = files[0]!;
    const before = writtenFile({ path: 'aor.yaml', base: '', text }).ids.filter(({ isDefinition }) => isDefinition);
    for (const [from, to] of [
      ['    owner: omar\n', '    own\n'],
      ['    manager: rahul\n', '    manager: [rahul\n'],
      ['    members: [kofi', '    members: "kofi'],
      ['  payments:\n', '  pay\n'],
    ] as const) {
      assert.ok(text.includes(from), from);
      const { ids } = writtenFile({ path: 'aor.yaml', base: '', text: text.replace(from, to) });
      const left = ids.filter(({ isDefinition }) => isDefinition);
      assert.ok(left.length >= before.length - 1, `${from}: ${left.length} of ${before.length}`);
    }
  });

  it('moves with the text above it', () => {
    const memory = emptyRoughMemory();
    const before = roughTree('aors:\n  a: { owner: [b\n  c: { title: C }\n', memory)!;
    const after = roughTree('# x\naors:\n  a: { owner: [b\n  c: { title: C }\n', memory)!;
    assert.deepEqual(after.entries, moved(before.entries, 4));
  });
});
