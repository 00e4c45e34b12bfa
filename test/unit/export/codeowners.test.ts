import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRules, exportCodeowners, lastMatchOf, loadOwnership, ownershipOf } from '../../../src/core';
import { memorySource } from '../memorySource';
import { lastMatch, linesOf } from './lastMatch';
import { fileOf } from './fileOf';

const today = { day: '2026-06-15' };

const head = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@shop.example, handles: { github: anaruiz } }
  ben: { name: Ben Okri, email: ben@shop.example }
  kit: { name: Kit }
  gil: { name: Gil, email: gil@shop.example, left: 2026-01-01 }
  bot: { name: Bot, bot: true, handles: { github: bot } }
teams:
  core: { name: Core, lead: ana, handles: { github: acme/core } }
`;

const exported = async (aors: string): Promise<readonly string[]> => {
  const { text } = exportCodeowners(await fileOf(`${head}${aors}`), 'github.com', today);
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/\s+/g, ' '));
};

describe('CODEOWNERS of an ownership file', () => {
  it('names the owner, the backups and the team, the weakest line first, exempt ones last', async () => {
    assert.deepEqual(
      await exported(`aors:
  pay: { title: Pay, owner: ana, backup: [gil, bot, ben], team: core, paths: [pay, "lib/*.ts"] }
  all: { title: All, owner: ben, paths: ["**"] }
  docs: { title: Docs, owner: ana, paths: ["docs/", "**/*.md", "a b/c"] }
exempt: [vendor, "*.lock"]
`),
      [
        '* ben@shop.example',
        '/**/*.md @anaruiz',
        '/pay @anaruiz ben@shop.example @acme/core',
        '/docs/ @anaruiz',
        '/lib/*.ts @anaruiz ben@shop.example @acme/core',
        '/a\\ b/c @anaruiz',
        '/vendor',
        '/*.lock',
      ],
    );
  });

  it('gives what is vacant to its team, else to the area above; without either to the next line', async () => {
    const file = await fileOf(`${head}aors:
  top: { title: Top, owner: ben, paths: [top] }
  a: { title: A, owner: gil, parent: top, paths: [a] }
  b: { title: B, owner: , team: core, parent: top, paths: [b] }
  c: { title: C, owner: , paths: [c] }
  d: { title: D, owner: kit, paths: [d] }
`);
    const { text, nameless, unreachable } = exportCodeowners(file, 'github.com', today);
    assert.deepEqual(
      linesOf(text).map(({ pattern, owners }) => [pattern, ...owners]),
      [
        ['/top', 'ben@shop.example'],
        ['/a', 'ben@shop.example'],
        ['/b', '@acme/core'],
      ].sort(([a = ''], [b = '']) => (text.indexOf(`\n${a}`) < text.indexOf(`\n${b}`) ? -1 : 1)),
    );
    assert.deepEqual(nameless.map(({ id }) => id).sort(), ['c', 'd']);
    assert.deepEqual(
      unreachable.map(({ name, aor }) => `${name} ${aor.id}`),
      ['Kit d'],
    );
  });

  it('gives back what an area excludes', async () => {
    const lines = await exported(`aors:
  all: { title: All, owner: ben, paths: ["**"] }
  pay: { title: Pay, owner: ana, paths: [pay, "!pay/generated"] }
  deep: { title: Deep, owner: ben, paths: ["pay/generated/own"] }
`);
    assert.deepEqual(lines, [
      '* ben@shop.example',
      '/pay @anaruiz',
      '/pay/generated ben@shop.example',
      '/pay/generated/own ben@shop.example',
    ]);
  });

  it('says which globs it cannot write, and writes names that need care', async () => {
    const file = await fileOf(`${head}aors:
  a: { title: A, owner: ana, paths: ["a\\\\*b", "app/[slug]/x", "{b,c}/d", "!x"] }
`);
    const { left, lines } = exportCodeowners(file, 'github.com', today);
    assert.deepEqual(
      left.map(({ glob }) => glob),
      ['a\\*b'],
    );
    assert.deepEqual(lines.map(({ pattern }) => pattern).sort(), ['/app/[slug]/x', '/b/d', '/c/d']);
  });

  it('is read as GitHub says it reads it', () => {
    const cases: readonly (readonly [pattern: string, matches: string, not: string])[] = [
      ['*', 'a.ts a/b.ts', ''],
      ['*.js', 'a.js a/b.js a.js/b', 'a.jsx'],
      ['/build/logs/', 'build/logs/a build/logs/a/b', 'build/logs x/build/logs/a'],
      ['docs/*', 'docs/getting-started.md', 'docs/build-app/troubleshooting.md'],
      ['/*', 'a', 'a/b'],
      ['apps/', 'apps/a x/apps/a/b', 'apps'],
      ['/apps', 'apps apps/a', 'x/apps'],
      ['**/logs', 'logs build/logs scripts/logs/a deeply/nested/logs', 'logs2'],
      ['/apps/*/x?.md', 'apps/a/x1.md', 'apps/x1.md apps/a/b/x1.md apps/a/x.md'],
      ['/a/**/b/', 'a/b/c a/x/y/b/c', 'a/b a/x/y/b'],
      ['/a\\ b', 'a b', 'a'],
      ['/app/[slug]/x', 'app/[slug]/x', 'app/s/x'],
    ];
    const words = (text: string): readonly string[] => (text === '' ? [] : text === 'a b' ? [text] : text.split(' '));
    for (const [pattern, matches, not] of cases) {
      const [ours, other] = [lastMatchOf([{ pattern }]), lastMatch([{ pattern, owners: [] }])];
      for (const path of words(matches)) assert.ok(ours(path) && other(path), `${pattern} ${path}`);
      for (const path of words(not)) assert.ok(!ours(path) && !other(path), `${pattern} ${path}`);
    }
  });

  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const segment = fc.oneof({ weight: 4, arbitrary: name }, fc.constantFrom('*', '**'));
  const glob = fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/', '/*.ts', '/{a,b}'))
    .map(([segments, end]) => segments.join('/').replace(/\*\*(\/\*\*)+/g, '**') + end);
  const path = fc
    .tuple(fc.array(name, { maxLength: 4 }), fc.constantFrom('a', 'b', 'x.ts', 'y.md'))
    .map(([folders, last]) => [...folders, last].join('/'));
  const area = fc.record({
    globs: fc.array(fc.record({ glob, priority: fc.constantFrom(0, 0, 0, 1) }), { minLength: 1, maxLength: 3 }),
  });

  it('has our answer for every path, whatever the globs: the last match is the winner', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(area, { minLength: 1, maxLength: 5 }),
        fc.array(glob, { maxLength: 2 }),
        fc.array(path, { minLength: 1, maxLength: 20 }),
        async (areas, exempt, paths) => {
          const aors = areas.map(
            ({ globs }, at) =>
              `  r${at}: { title: R${at}, owner: p${at}, paths: [${globs.map((one) => `{ glob: ${JSON.stringify(one.glob)}, priority: ${one.priority} }`).join(', ')}] }`,
          );
          const people = areas.map((_, at) => `  p${at}: { name: P${at}, handles: { github: p${at} } }`);
          const text = `version: 1\npeople:\n${people.join('\n')}\naors:\n${aors.join('\n')}\nexempt: ${JSON.stringify(exempt)}\n`;
          const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
          assert.ok(loaded.kind === 'loaded');
          fc.pre(loaded.problems.every(({ severity }) => severity !== 'error'));
          const rules = compileRules(loaded.file);
          const { text: written, lines } = exportCodeowners(loaded.file, 'github.com', today);
          const answer = lastMatch(linesOf(written));
          const ownAnswer = lastMatchOf(lines);
          for (const one of paths) {
            const ours = ownershipOf(loaded.file, rules, one, today);
            const expected = ours.state === 'owned' ? [`@${ours.owner.id}`] : [];
            assert.deepEqual(answer(one)?.owners ?? [], expected, `${one}\n${text}`);
            assert.equal(ownAnswer(one)?.pattern, answer(one)?.pattern, `${one}\n${written}`);
          }
        },
      ),
      { numRuns: 500 },
    ));
});
