/** Whatever the text is, reading it gives a model and problems with places inside the text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRules, loadOwnership, ownershipOf, type LoadedOwnership } from '../../../src/core';
import { memorySource } from '../memorySource';

const whole = `version: 1
include: ["*/aor.yaml"]
people:
  ana: { name: Ana Ruiz, email: [ana@shop.example], handles: { github: anaruiz }, away: [{ from: 2026-01-01, cover: ben }] }
  ben: Ben Okri <ben@shop.example>
teams:
  web: { name: Web, lead: ana, members: [ana, ben] }
aors:
  platform: { title: Platform, owner: ana, backup: ben, paths: ["**", "!vendor"] }
  shop:
    title: Shop
    about: |
      Sells things.
    owner: ben
    parent: platform
    paths:
      - web
      - { glob: "**/package.json", priority: 2 }
  security:
    title: Security
    kind: review
    level: must
    content: '(?i)secret'
exempt: ["**/*.lock"]
roles:
  lead: { title: Lead, holders: [ana], duties: { plan: { title: Plan, fit: green } } }
review: { ask-at-most: 3, severities: { no-match: none } }
`;

const odd = [
  '__proto__',
  'constructor',
  'toString',
  '&a',
  '*a',
  '!t',
  '{',
  '}',
  '[',
  ']',
  ':',
  '- ',
  '? ',
  '#',
  '"',
  "'",
  '|',
  '>',
  '%',
  '@',
  '`',
  '\t',
  '\r',
  '\n',
  '\u0000',
  '\u2028',
  '\ufeff',
  '😀',
  '\ud800',
  '<<:',
  '---',
  '...',
  '~',
  'null',
  ',',
];

/** The example with pieces cut, doubled, and odd characters put in. */
const damaged = fc
  .array(
    fc.record({
      at: fc.nat(whole.length),
      cut: fc.nat(12),
      put: fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 4 }), fc.constant('')),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((edits) => edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), whole));

const anyText = fc.oneof(
  damaged,
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...odd, 'aors', 'x', ' ', '  '), { maxLength: 200 }).map((parts) => parts.join('')),
);

async function check(text: string): Promise<LoadedOwnership> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded' || loaded.kind === 'unreadable');
  for (const { at, code } of loaded.problems) {
    assert.ok(
      0 <= at.start && at.start <= at.end && at.end <= text.length,
      `${code} at ${at.start}–${at.end} of ${text.length}`,
    );
  }
  if (loaded.kind === 'loaded') {
    const index = compileRules(loaded.file);
    for (const path of ['web/a.ts', '__proto__', 'constructor/toString', 'é/😀']) {
      const { state } = ownershipOf(loaded.file, index, path, { day: '2026-06-15' });
      assert.ok(['owned', 'vacant', 'exempt', 'unowned'].includes(state));
    }
    assert.equal(Object.getPrototypeOf({}), Object.prototype);
  }
  return loaded;
}

describe('reading any text', () => {
  it('gives a model or says that there is none, with problems inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await check(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses only the broken AOR', async () => {
    const value = fc.constantFrom(
      '[',
      '{ a',
      '"x',
      '*x',
      '!t',
      '1',
      '[[]]',
      '{ title: }',
      '{ title: Y, paths: { a: 1 }, owner: [ana, ben] }',
      "'",
      '- a',
      '? x',
      '@x',
      '{ title: Y, kind: [x, y], status: {}, away: 3 }',
    );
    await fc.assert(
      fc.asyncProperty(value, async (broken) => {
        const text = `version: 1\npeople:\n  ana: Ana <a@shop.example>\naors:\n  good: { title: Good, owner: ana, paths: [good] }\n  bad: ${broken}\n`;
        const loaded = await check(text);
        assert.ok(loaded.kind === 'loaded');
        assert.equal(loaded.file.aors.get('good')?.owner?.id, 'ana');
        assert.equal(loaded.file.people.get('ana')?.name, 'Ana');
        assert.ok(loaded.problems.length > 0);
      }),
    );
  });

  it('reads ids that are names of object properties like others', async () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const text = `version: 1\npeople:\n${ids.map((id) => `  ${id}: Someone <s@shop.example>\n`).join('')}aors:\n${ids.map((id) => `  ${id}: { title: T, owner: ${id}, paths: ["${id}"] }\n`).join('')}`;
    const loaded = await check(text);
    assert.ok(loaded.kind === 'loaded');
    assert.deepEqual([...loaded.file.aors.keys()], ids);
    const index = compileRules(loaded.file);
    for (const id of ids) {
      const found = ownershipOf(loaded.file, index, `${id}/x`, { day: '2026-06-15' });
      assert.ok(found.state === 'owned' && found.aor.id === id && found.owner.id === id);
    }
  });
});
