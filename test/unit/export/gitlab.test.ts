import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compileRules,
  exportDialects,
  exportGitlab,
  exportReport,
  loadOwnership,
  ownershipOf,
  proveExport,
  readGitlab,
  type OwnershipFile,
  type ProvenExport,
} from '../../../src/core';
import { memorySource } from '../memorySource';
import { readSections } from './gitlabMatch';
import { fileOf } from './fileOf';

const today = { day: '2026-06-15' };

const head = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@shop.example, handles: { gitlab: anaruiz } }
  ben: { name: Ben Okri, email: ben@shop.example }
  kit: { name: Kit }
teams:
  core: { name: Core, lead: ana, handles: { gitlab: acme/shop/core } }
`;

const exported = async (aors: string): Promise<readonly string[]> =>
  exportGitlab(await fileOf(`${head}${aors}`), 'gitlab.com', today)
    .text.trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/(?<!\\)\s+/g, ' '));

function proven(file: OwnershipFile, paths: readonly string[]): ProvenExport {
  const steps = proveExport(exportDialects.gitlab, {
    file,
    index: compileRules(file),
    host: 'gitlab.com',
    today,
    paths,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('CODEOWNERS for GitLab', () => {
  it('has the areas before the first heading, exempt paths as exclusions, and reviews as sections', async () => {
    assert.deepEqual(
      await exported(`aors:
  all: { title: All, owner: ben, paths: ["**"] }
  pay: { title: Pay, owner: ana, team: core, paths: ["pay/", "lib/*.ts"] }
  sec: { title: Security, kind: review, level: must, owner: ben, paths: ["**/auth/**", "!auth/docs/"] }
  ux: { title: Design, kind: review, owner: ana, paths: ["web/**/*.css"] }
exempt: [vendor/, "*.lock"]
`),
      [
        '* ben@shop.example',
        '/pay/ @anaruiz @acme/shop/core',
        '/lib/*.ts @anaruiz @acme/shop/core',
        '!/vendor/',
        '!/*.lock',
        '',
        '[Security]',
        '/**/auth/ ben@shop.example',
        '!/auth/docs/',
        '',
        '^[Design]',
        '/web/**/*.css @anaruiz',
      ],
    );
  });

  it('writes what stands for a file and for a folder twice: patterns match whole paths there', async () => {
    assert.deepEqual(await exported('aors:\n  a: { title: A, owner: ana, paths: [src] }\n'), [
      '/src @anaruiz',
      '/src/ @anaruiz',
    ]);
  });

  it('names sections so that none ends early, is empty, is one with another or with the entries without one', async () => {
    const review = (id: string, title: string): string =>
      `  ${id}: { title: ${JSON.stringify(title)}, kind: review, owner: ana, paths: [${id}] }\n`;
    const titles = ['Docs', 'docs', 'a [b] c', 'CODEOWNERS', 'Line\nbreak', 'docs (r1)', '] @evil'];
    const file = await fileOf(`${head}aors:\n${titles.map((title, at) => review(`r${at}`, title)).join('')}`);
    const { text } = exportGitlab(file, 'gitlab.com', today);
    const names = readGitlab(text).flatMap(({ name }) => name ?? []);
    assert.deepEqual(names, [
      'Docs',
      'docs (r1)',
      'a (b) c',
      'CODEOWNERS (r3)',
      'Line break',
      'docs (r1) (r5)',
      ') @evil',
    ]);
    assert.deepEqual(
      readSections(text)
        .slice(1)
        .map(({ owners }, at) => owners(`r${at}/x`)),
      titles.map(() => '@anaruiz'),
    );
  });

  it('tells which reviews have no words there, and whom it cannot name', async () => {
    const file = await fileOf(`${head}aors:
  note: { title: Noted, kind: review, level: note, owner: ana, paths: [a] }
  content: { title: Secrets, kind: review, owner: ana, content: "password" }
  big: { title: Big, kind: review, owner: ana, paths: [a], min-lines: 500, changes: [added] }
  kits: { title: Kits, kind: review, owner: kit, paths: [a] }
`);
    const made = proven(file, ['a/b']);
    assert.deepEqual(exportReport(exportDialects.gitlab, made, 'gitlab.com'), [
      '0 lines; 0 of 1 file would have another owner.',
      'Noted cannot be written there: it asks nobody.',
      'Secrets cannot be written there: it depends on content, there on paths alone.',
      'Big cannot be written there: it depends on min-lines and changes, there on paths alone.',
      'Kit has neither a handle on gitlab.com nor an e-mail address, and is left out.',
      'Kits has nobody who can be named: it is left out.',
    ]);
    assert.doesNotMatch(made.exported.text, /\[/);
  });

  it('does not exclude what comes back: those files are listed, and the list is told', async () => {
    const file = await fileOf(`${head}aors:
  all: { title: All, owner: ben, paths: ["**"] }
exempt: [gen/, "!gen/own/"]
`);
    const made = proven(file, ['gen/a.ts', 'gen/own/b.ts', 'c.ts']);
    const [first] = readSections(made.exported.text);
    assert.deepEqual(
      ['gen/a.ts', 'gen/own/b.ts', 'c.ts'].map((path) => first!.owners(path)),
      [null, 'ben@shop.example', 'ben@shop.example'],
    );
    assert.deepEqual(made.wrong, []);
    assert.deepEqual(exportReport(exportDialects.gitlab, made, 'gitlab.com').slice(1), [
      '1 file listed one by one: patterns cannot tell them apart.',
      'gen/ of exempt cannot be written there.',
    ]);
  });

  it('writes names with characters that mean something there', async () => {
    const names = ['app/[slug]/x', 'a b/c d', '#x', '!y', 'a*b', 'w?', '{c,d}', 'back\\slash', 'b\\ c'];
    const globs = names.map((name) => JSON.stringify(name.replace(/[\\*?[\]{},!]/g, '\\$&')));
    const file = await fileOf(`${head}aors:\n  a: { title: A, owner: ana, paths: [${globs.join(', ')}] }\n`);
    const { text, left } = exportGitlab(file, 'gitlab.com', today);
    assert.deepEqual(left, []);
    const [first] = readSections(text);
    const [own] = readGitlab(text);
    for (const name of names) {
      assert.equal(first!.owners(name), '@anaruiz', `${name}\n${text}`);
      assert.deepEqual(own!.ownersOf(name), ['@anaruiz'], name);
    }
    for (const other of ['app/s/x', 'axb', 'wx', 'c', 'backslash']) assert.equal(first!.owners(other), null, other);
  });

  it('is read as GitLab says it reads it', () => {
    const cases: readonly (readonly [text: string, path: string, owners: readonly (string | null)[]])[] = [
      ['* @d', 'a/.b/.c', ['@d']],
      ['* @multiple @code\t@owners', 'a', ['@multiple @code @owners']],
      ['*.rb @r', 'a/b.rb', ['@r']],
      ['\\#file.rb @o', '#file.rb', ['@o']],
      ['# x @o', '# x', [null]],
      ['/docs/ @all\n/docs/* @root\n/docs/**/*.md @md', 'docs/a/b.txt', ['@all']],
      ['/docs/ @all\n/docs/* @root\n/docs/**/*.md @md', 'docs/b.txt', ['@root']],
      ['/docs/ @all\n/docs/* @root\n/docs/**/*.md @md', 'docs/b.md', ['@md']],
      ['lib/ @l', 'a/lib/b/c', ['@l']],
      ['/config/ @c', 'a/config/b', [null]],
      ['path\\ with\\ spaces/ @s', 'path with spaces/a', ['@s']],
      ['/docs @d', 'docs/a', [null]],
      ['/docs/index.* @d', 'docs/index.html', ['@d']],
      ['/docs/*/README.md @d', 'docs/api/README.md', ['@d']],
      ['/docs/*/README.md @d', 'docs/README.md', [null]],
      ['/docs/**/index.md @d', 'docs/index.md', ['@d']],
      ['internal/README.md @i', 'docs/internal/README.md', ['@i']],
      ['/x[a-c].md @r', 'xb.md', ['@r']],
      ['/x[^a-c].md @r', 'xb.md', [null]],
      ['* @admin\n[README Owners]\nREADME.md @u1 @u2\ninternal/README.md @u4', 'internal/README.md', ['@admin', '@u4']],
      ['[Documentation] @docs\ndocs/\nREADME.md @me', 'docs/a', [null, '@docs']],
      ['^[Go][2] @go\n*.go', 'a.go', [null, '@go']],
      ['* @d\n!pom.xml\n[Ruby]\n*.rb @ruby\n!/config/**/*.rb', 'a/pom.xml', [null, null]],
      ['* @d\n!pom.xml\n[Ruby]\n*.rb @ruby\n!/config/**/*.rb', 'config/a/b.rb', ['@d', null]],
      ['* @d\n!*.rb\n/special/*.rb @r', 'special/a.rb', [null]],
      ['/a/ @x\n* @y\n/a/ @z', 'a/b', ['@y']],
    ];
    for (const [text, path, owners] of cases) {
      const ours = readGitlab(text).map(({ ownersOf }) => ownersOf(path)?.join(' ') ?? null);
      assert.deepEqual(ours, owners, `${text}: ${path}`);
      assert.deepEqual(
        readSections(text).map((section) => section.owners(path)),
        owners,
        `independent, ${text}: ${path}`,
      );
    }
    const merged = readGitlab('[Docs]\na @a\n^[DOCS]\nb @b\n^[Go]\n*.go @g');
    assert.deepEqual(
      merged.map(({ name, isOptional }) => [name, isOptional]),
      [[null, false], ['Docs', false], ['Go', true]], // prettier-ignore
    );
    assert.deepEqual(merged[1]?.ownersOf('b'), ['@b']);
  });

  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const segment = fc.oneof({ weight: 4, arbitrary: name }, fc.constantFrom('*', '**', 'a*'));
  const glob = fc
    .tuple(
      fc.constantFrom('', '', '', '!'),
      fc.array(segment, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '/', '/*.ts', '/{a,b}'),
    )
    .map(([not, segments, end]) => not + segments.join('/').replace(/\*\*(\/\*\*)+/g, '**') + end);
  const path = fc
    .tuple(fc.array(name, { maxLength: 4 }), fc.constantFrom('a', 'b', 'x.ts', '.y.md'))
    .map(([folders, last]) => [...folders, last].join('/'));
  const aor = fc.record({
    kind: fc.constantFrom('area', 'area', 'review'),
    level: fc.constantFrom('must', 'offer'),
    globs: fc.array(glob, { minLength: 1, maxLength: 3 }),
  });

  it('has our owner and our reviews for every path that was tried, whatever the globs', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(aor, { minLength: 1, maxLength: 5 }),
        fc.array(glob, { maxLength: 3 }),
        fc.uniqueArray(path, { minLength: 1, maxLength: 20 }),
        async (all, exempt, paths) => {
          const aors = all.map(
            ({ kind, level, globs }, at) =>
              `  r${at}: { title: R${at}, kind: ${kind}, ${kind === 'review' ? `level: ${level}, ` : ''}owner: p${at}, paths: ${JSON.stringify(globs)} }`,
          );
          const people = all.map((_, at) => `  p${at}: { name: P${at}, handles: { gitlab: p${at} } }`);
          const text = `version: 1\npeople:\n${people.join('\n')}\naors:\n${aors.join('\n')}\nexempt: ${JSON.stringify(exempt)}\n`;
          const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
          assert.ok(loaded.kind === 'loaded');
          fc.pre(loaded.problems.every(({ severity }) => severity !== 'error'));
          const rules = compileRules(loaded.file);
          const made = proven(loaded.file, paths);
          assert.deepEqual(made.wrong, []);
          const sections = readSections(made.exported.text);
          const own = readGitlab(made.exported.text);
          for (const one of [...paths, 'new', 'a/new.ts', 'b/c/new.ts']) {
            const ours = ownershipOf(loaded.file, rules, one, today);
            const read = sections.map(({ owners }) => owners(one));
            assert.deepEqual(
              own.map(({ ownersOf }) => ownersOf(one)?.join(' ') ?? null),
              read,
            );
            assert.deepEqual(
              sections.flatMap(({ heading, owners }) => (heading !== '' && owners(one) !== null ? [heading] : [])),
              ours.reviews.map(({ title, level }) => `${level === 'offer' ? '^' : ''}[${title}]`),
              `${one}\n${text}\n${made.exported.text}`,
            );
            if (!paths.includes(one)) continue;
            assert.equal(read[0], ours.state === 'owned' ? `@${ours.owner.id}` : null, `${one}\n${text}`);
          }
        },
      ),
      { numRuns: 500 },
    ));
});
