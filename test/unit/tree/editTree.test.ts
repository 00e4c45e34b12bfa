import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { atOnce, editTree, filePaths, filesAmong, treeOfPaths, type FileTree } from '../../../src/core';

const pathsOf = (tree: FileTree): string[] => [...filePaths(tree)];

const edited = (tree: FileTree, removed: readonly string[], added: readonly string[]): FileTree =>
  atOnce(editTree(tree, { added, removed }));

describe('an edit of a tree', () => {
  const tree = treeOfPaths(['a.ts', 'src/b.ts', 'src/deep/c.ts', 'srcs/d.ts']);

  it('takes out files, and folders with all that is in them', () => {
    assert.deepEqual(pathsOf(edited(tree, ['a.ts'], [])), ['src/b.ts', 'src/deep/c.ts', 'srcs/d.ts']);
    assert.deepEqual(pathsOf(edited(tree, ['src'], [])), ['a.ts', 'srcs/d.ts']);
  });

  it('puts files behind the others, in folders that were there and in new ones', () => {
    const more = edited(tree, [], ['src/deep/é.ts', 'new/x/y.ts', 'new/x/z.ts', 'top']);
    assert.deepEqual(pathsOf(more).slice(4), ['src/deep/é.ts', 'new/x/y.ts', 'new/x/z.ts', 'top']);
    assert.deepEqual(pathsOf(edited(more, ['new/x', 'src/deep/é.ts'], [])), [...pathsOf(tree), 'top']);
  });

  it('is the same tree where nothing changes', () => {
    assert.equal(edited(tree, ['gone.ts', 'src/none'], ['src/b.ts']), tree);
    assert.equal(edited(tree, ['src'], ['src/b.ts', 'src/deep/c.ts']), tree);
  });

  it('has a file where a folder was', () => {
    assert.deepEqual(pathsOf(edited(tree, ['src'], ['src'])), ['a.ts', 'srcs/d.ts', 'src']);
  });

  it('gives what sets of paths would give', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'ü'), { minLength: 1, maxLength: 3 })
      .map((names) => names.map((name, depth) => name + String(depth)).join('/'));
    const file = path.map((folder) => `${folder}/f`);
    const edit = fc.record({ gone: fc.array(fc.oneof(path, file)), come: fc.array(file) });
    fc.assert(
      fc.property(fc.array(file), fc.array(edit, { maxLength: 4 }), (files, edits) => {
        let now = treeOfPaths(new Set(files));
        let paths = new Set(files);
        for (const { gone, come } of edits) {
          now = edited(now, gone, come);
          const isGone = (name: string): boolean => gone.some((one) => name === one || name.startsWith(`${one}/`));
          paths = new Set([...[...paths].filter((name) => !isGone(name)), ...come]);
          assert.deepEqual(pathsOf(now).sort(), [...paths].sort());
          assert.equal(now.size, paths.size);
          const asked = [...gone, ...come];
          assert.deepEqual(atOnce(filesAmong(now, asked)), new Set(asked.filter((name) => paths.has(name))));
        }
      }),
    );
  });

  it('keeps twelve bytes a file beside the names', () => {
    const many = treeOfPaths(Array.from({ length: 10_000 }, (_, at) => `src/${String(at)}.ts`));
    const { folders, starts, ends } = edited(many, ['src/1.ts'], ['src/x.ts', 'src/y.ts']);
    for (const numbers of [folders, starts, ends]) assert.equal(numbers.buffer.byteLength, 4 * 10_001);
  });
});
