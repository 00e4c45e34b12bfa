/** A file that is read again after an edit gives what it gives when it is read anew, and keeps what has not changed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { emptyMemory, type FileMemory } from '../../../src/core/file/definitions';
import { readFileInParts, readWholeFile, type FileContent } from '../../../src/core/file/readFile';
import { readYaml } from '../../../src/core/file/yaml';
import { atOnce } from '../../../src/core/steps';

const shop = readFileSync('test/data/shop/aor.yaml', 'utf8');

/** Every kind of problem that a definition can have, next to the shop, which has every key. */
const slips = `
  slip-1: { titel: X, owner: [nia, kofi], paths: [ok, a//b, { glob: c, priority: 12 }, { glb: d }, [e]] }
  Slip_2:
    title: "  "
    kind: duty
    paths: [x]
    since: 2026-02-30
    past: [{ owner: nia }, { why: gone }]
  no:
    title: T
    kind: review
    content: '(('
    min-lines: many
    changes: [added, moved]
    paths:
      - docs #tight
      - a: b
      - "{a,b}/{c,d}"
  slip-4: text
  slip-5:
`;

const withSlips = shop.replace(/^aors:.*\n/m, (line) => `${line}${slips.slice(1)}`);

const read = (text: string, memory: FileMemory, isEntry = true, base = ''): FileContent => {
  const source = { path: 'aor.yaml', base, text };
  const problemOf = (expression: string): string | null => (expression.includes('((') ? 'open' : null);
  const anew = atOnce(readWholeFile(source, isEntry, problemOf, readYaml(text)));
  const again = atOnce(readFileInParts(source, isEntry, problemOf, memory));
  if (again !== null) assert.deepStrictEqual(again, anew);
  return again ?? anew;
};

const pieces = [
  'x',
  ' ',
  '\n',
  '  ',
  '#',
  '"',
  ': ',
  'é',
  '{a,b}',
  '\n  new-id: { title: New, owner: nia, paths: [new] }\n',
];

/** An edit of a line, by its number: cut, doubled, moved, or something put in. */
const edit = fc.record({
  line: fc.nat(1_000),
  what: fc.oneof(
    fc.constantFrom('cut', 'double', 'indent', 'swap').map((kind) => ({ kind, at: 0, piece: '' })),
    fc.record({ kind: fc.constant('put'), at: fc.nat(80), piece: fc.constantFrom(...pieces) }),
    fc.record({ kind: fc.constant('put'), at: fc.nat(80), piece: fc.constantFrom(...pieces) }),
  ),
});

function edited(text: string, { line, what }: typeof edit extends fc.Arbitrary<infer T> ? T : never): string {
  const lines = text.split('\n');
  const index = line % lines.length;
  const here = lines[index] ?? '';
  const at = Math.min(what.at, here.length);
  switch (what.kind) {
    case 'cut':
      return lines.toSpliced(index, 1).join('\n');
    case 'double':
      return lines.toSpliced(index, 0, here).join('\n');
    case 'indent':
      return lines.with(index, `  ${here}`).join('\n');
    case 'swap':
      return lines
        .toSpliced(index, 1)
        .toSpliced(index + 1, 0, here)
        .join('\n');
    default:
      return lines.with(index, here.slice(0, at) + what.piece + here.slice(at)).join('\n');
  }
}

describe('reading a file again', () => {
  it('gives what reading it anew gives, after every edit', () => {
    assert.ok(read(withSlips, emptyMemory()).problems.length > 15);
    let count = 0;
    let known = 0;
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 2, maxLength: 6 }),
        fc.boolean(),
        fc.constantFrom('', 'a/b'),
        (edits, isEntry, base) => {
          const memory = emptyMemory();
          let text = withSlips;
          read(text, memory, isEntry, base);
          for (const one of edits) {
            // What cannot be read in parts is taken back, as a writer would.
            const { parts } = memory;
            const next = edited(text, one);
            read(next, memory, isEntry, base);
            count++;
            if (memory.parts !== parts) {
              known++;
              text = next;
            }
          }
        },
      ),
      { numRuns: 20 },
    );
    // About two thirds of random edits can be read in parts.
    assert.ok(known > count / 4, `${known} of ${count}`);
  });

  it('gives the same objects for what stands where it stood', () => {
    const memory = emptyMemory();
    const before = read(shop, memory);
    const after = read(shop.replace('title: Storefront', 'title: Shop front'), memory);
    const index = after.aors.findIndex(({ title }) => title === 'Shop front');
    assert.ok(index > 0);
    assert.ok(before.aors.slice(0, index).every((aor, at) => aor === after.aors[at]));
    assert.ok(before.people.every((person, at) => person === after.people[at]));
  });

  it('keeps the globs of AORs, whatever else is edited', () => {
    const memory = emptyMemory();
    const before = read(shop, memory);
    const globs = (content: FileContent) => content.aors.flatMap(({ paths }) => paths.map(({ glob }) => glob));
    for (const [from, to] of [
      ['name: Rahul Sethi', 'name: Rahul S.'],
      ['title: Storefront', 'title: Shop front'],
      ['version: 1\n', 'version: 1\n\n# a note\n'],
    ] as const) {
      assert.ok(shop.includes(from));
      const after = read(shop.replace(from, to), memory);
      assert.ok(globs(before).length > 10);
      assert.deepEqual(globs(after), globs(before));
      for (const [index, glob] of globs(before).entries()) assert.equal(globs(after)[index], glob);
    }
  });

  it('counts alternatives as they are counted anew', () => {
    const many = '{a,b,c,d,e,f,g,h,i,j}{a,b,c,d,e,f,g,h,i,j}{a,b,c,d,e,f,g,h,i}';
    const aor = (id: number, count: number) =>
      `  a${id}: { title: A, paths: [${Array.from({ length: count }, (_, at) => `"${at}-${many}"`).join(', ')}] }\n`;
    const text = (first: number) =>
      `version: 1\naors:\n${aor(0, first)}${aor(1, 20)}${aor(2, 20)}${aor(3, 1)}exempt: ["{a,b}"]\n`;
    const memory = emptyMemory();
    const counts = [10, 17, 15].map((first) => read(text(first), memory).problems.length);
    assert.deepEqual(counts, [0, 3, 1]);
  });

  it('forgets what is no longer there', () => {
    const memory = emptyMemory();
    read('aors:\n  a: { title: A }\n  b: { title: B }\n', memory);
    read('aors:\n  b: { title: B }\n', memory);
    assert.deepEqual([...(memory.parts.get('aors')?.keys() ?? [])], ['b']);
    assert.deepEqual([...(memory.said.get('aors')?.keys() ?? [])], ['b']);
  });
});
