import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../src/core/steps';
import { filePath, filePaths, folderPath, type FileTree } from '../../../src/core/tree/fileTree';
import { readTree, treeOfPaths } from '../../../src/core/tree/readTree';
import { path } from '../rules/arbitraries';

const read = (text: string): FileTree => atOnce(readTree(new TextEncoder().encode(text)));
const pathsOf = (tree: FileTree): string[] => [...filePaths(tree)];

/** No file is a folder of another file. */
function withoutFilesAsFolders(paths: readonly string[]): string[] {
  const distinct = [...new Set(paths)];
  return distinct.filter((one) => !distinct.some((other) => other.startsWith(`${one}/`)));
}

const paths = fc.array(path, { maxLength: 30 }).map(withoutFilesAsFolders);

describe('a tree of files', () => {
  it('gives back the paths it was read from, in their order', () => {
    fc.assert(
      fc.property(paths, (paths) => {
        const tree = treeOfPaths(paths);
        assert.deepEqual(pathsOf(tree), paths);
        assert.deepEqual(
          Array.from({ length: tree.size }, (_, file) => filePath(tree, file)),
          paths,
        );
      }),
    );
  });

  it('has each folder once, behind the one it lies in, whatever the order of the paths', () => {
    fc.assert(
      fc.property(paths, (paths) => {
        const { parents, names, ...tree } = treeOfPaths(paths);
        const folders = names.map((_, folder) => folderPath({ parents, names, ...tree }, folder));
        const expected = new Set(
          paths.flatMap((one) => [...one.matchAll(/\//g)].map(({ index }) => one.slice(0, index + 1))),
        );
        assert.deepEqual(new Set(folders), expected.add(''));
        assert.equal(folders.length, expected.size);
        parents.forEach((parent, folder) => assert.ok(parent < folder));
      }),
    );
  });

  it('has a file that follows itself once, and none for a repository within', () => {
    assert.deepEqual(pathsOf(read('a/x\0a/x\0a/x\0b/\0c\0')), ['a/x', 'c']);
  });

  it('takes the last path without a NUL behind it, and an empty list', () => {
    assert.deepEqual(pathsOf(read('a\0b/c')), ['a', 'b/c']);
    assert.deepEqual(pathsOf(read('')), []);
  });

  it('reads on in steps', () => {
    const steps = readTree(new TextEncoder().encode(Array.from({ length: 50_000 }, (_, at) => `d/f${at}\0`).join('')));
    assert.equal(steps.next().done, false);
    assert.equal(atOnce(steps).size, 50_000);
  });

  it('needs 32 bytes a file at most, beside the names', () => {
    const { folders, starts, ends, size } = treeOfPaths(Array.from({ length: 5_000 }, (_, at) => `d/f${at}`));
    assert.ok((folders.byteLength + starts.byteLength + ends.byteLength) / size <= 32);
  });
});
