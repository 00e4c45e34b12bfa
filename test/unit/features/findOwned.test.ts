import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce, compileRules, filesOfAreas, loadOwnership, treeOfPaths, type TreeAnalysis } from '../../../src/core';
import { choicesOf } from '../../../src/features/findOwned/choices';
import { coverOf, type Cover } from '../../../src/features/findOwned/cover';
import type { Repository } from '../../../src/host/store';
import { memorySource } from '../memorySource';
import { today } from './answerFor';

/** What the search view finds with a cover of plain names. */
function found(all: readonly string[], { includes, excludes }: Cover): string[] {
  const matches = (pattern: string, path: string): boolean =>
    pattern === '**' || pattern === path || (pattern.endsWith('/**') && path.startsWith(pattern.slice(0, -2)));
  return all.filter(
    (path) => includes.some((pattern) => matches(pattern, path)) && !excludes.some((pattern) => matches(pattern, path)),
  );
}

describe('The search patterns for the files of an owner', () => {
  const all = ['README.md', 'pay/a.ts', 'pay/b.ts', 'pay/gen/c.ts', 'pay/gen/d.ts', 'web/x.ts', 'web/y/z.ts'];
  const coverFor = (...wanted: readonly string[]): Cover => coverOf(all, (path) => wanted.includes(path));

  it('are folders where all inside is wanted, and files elsewhere', () => {
    const cover = coverFor('pay/gen/c.ts', 'pay/gen/d.ts', 'web/x.ts');
    assert.deepEqual(cover, { includes: ['pay/gen/**', 'web/x.ts'], excludes: [], isRough: false });
    assert.deepEqual(coverFor(...all).includes, ['**']);
    assert.deepEqual(coverFor().includes, []);
  });

  it('leave out what others own in the midst', () => {
    const wanted = all.filter((path) => path !== 'pay/gen/c.ts');
    assert.deepEqual(coverFor(...wanted), { includes: ['**'], excludes: ['pay/gen/c.ts'], isRough: false });
  });

  it('name exactly the wanted files, whatever the tree', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(fc.tuple(path, fc.boolean()), { maxLength: 40 }), (entries) => {
        // A name is a file or a folder, not both.
        const files = new Map(entries.map(([name, isWanted]) => [`${name}/f`, isWanted]));
        const paths = [...files.keys()];
        const wanted = paths.filter((name) => files.get(name) === true);
        assert.deepEqual(
          found(
            paths,
            coverOf(paths, (name) => files.get(name) === true),
          ),
          wanted,
        );
      }),
    );
  });

  it('escape what the search view would read as more than a name', () => {
    const odd = ['web/[slug]/a,b.ts', 'web/{x}?.ts', 'web/(shop)/*.ts', 'web/other.ts'];
    const cover = coverOf(odd, (path) => path !== 'web/other.ts');
    assert.deepEqual(cover, { includes: ['web/**'], excludes: ['web/other.ts'], isRough: false });
    assert.deepEqual(coverOf(odd, (path) => path === odd[0]).includes, ['web/[[]slug[]]/**']);
    assert.deepEqual(coverOf([...odd, 'web/(shop)/b.ts'], (path) => path === odd[2]).includes, ['web/(shop)/[*].ts']);
    assert.deepEqual(coverOf(odd, (path) => path === odd[1]).includes, ['web/?x??.ts']);
  });

  it('are whole folders where there would be too many', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `lib/f${String(index)}.ts`);
    const cover = coverOf(
      [...many, 'other/x.ts'],
      (path) => path.endsWith('0.ts') || path.endsWith('5.ts') || path.endsWith('2.ts') || path.endsWith('7.ts'),
    );
    assert.deepEqual(cover, { includes: ['lib/**'], excludes: [], isRough: true });
  });
});

describe('Whose files can be asked for', () => {
  const text = `
version: 1
people: { ana: Ana Ruiz <ana@acme.dev>, ben: Ben Okri <ben@acme.dev> }
aors:
  payments: { title: Payments, owner: ben, paths: [pay] }
  search: { title: Search, owner: , paths: [search] }
  web: { title: Web, owner: ana, paths: [web] }
  shop: { title: Shop, owner: ana, paths: [shop] }
  none: { title: None, owner: ana, paths: [none] }
  security: { title: Security, kind: review, owner: ana, paths: ["**"] }
`;

  async function repository(tree: boolean): Promise<Repository> {
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
    assert.ok(loaded.kind === 'loaded');
    const model = { file: loaded.file, index: compileRules(loaded.file) };
    const filesOf = new Map([
      ['payments', 2],
      ['search', 1],
      ['web', 3],
      ['shop', 4],
    ]);
    const counted: unknown = { filesOf };
    return { model, tree: tree ? (counted as TreeAnalysis) : null } as Repository;
  }

  it('are people by name, then areas, with how many files they have', async () => {
    const choices = choicesOf([await repository(true)], today);
    assert.deepEqual(
      choices.map(({ name, detail, count }) => [name, detail, count]),
      [
        ['Ana Ruiz', 'Web, Shop, None', 7],
        ['Ben Okri', 'Payments', 2],
        ['Payments', 'Ben Okri', 2],
        ['Search', 'vacant', 1],
        ['Web', 'Ana Ruiz', 3],
        ['Shop', 'Ana Ruiz', 4],
      ],
    );
    assert.equal(choicesOf([await repository(false)], today).length, 7);
  });

  it('have the files of all their areas, by path', async () => {
    const [ana] = choicesOf([await repository(true)], today);
    const paths = Array.from({ length: 3_000 }, (_, index) => `${index % 2 === 0 ? 'web' : 'pay'}/${String(index)}.ts`);
    const files = atOnce(filesOfAreas(ana!.model.index, treeOfPaths([...paths, 'shop/a.ts']), ana!.areas));
    assert.equal(files.length, 1_501);
    assert.deepEqual(files.slice(0, 3), ['shop/a.ts', 'web/0.ts', 'web/10.ts']);
  });
});
