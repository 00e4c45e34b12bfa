import type { FileRead, FileSource } from '../core';
import { readBlob, unreadable } from './blob';
import { runGit } from './git';
import { withObjects, type ObjectRead, type Objects } from './objects';
import { treeEntries, treeName, type TreeEntry } from './tree';

/** More than a folder of a million files takes. */
const maximumTreeBytes = 100_000_000;

/**
 * Ownership files as they were at a commit, beneath an absolute folder of a git work tree. Runs git, once for each file
 * unless there are `objects` of that folder to read them from. Fetches nothing.
 */
export function revisionSource(base: string, commit: string, objects?: Objects): FileSource {
  const using = <T>(use: (objects: Objects) => Promise<T>): Promise<T> =>
    objects === undefined ? withObjects(base, {}, use) : use(objects);
  const folders = new Map<string, ReadonlyMap<string, TreeEntry>>();
  return {
    read: (path, maximumBytes) => using((all) => readAt(all, path, maximumBytes)),
    async list() {
      const output = await runGit(base, ['ls-tree', '-r', '-z', '--name-only', commit]);
      return (output ?? '').split('\0').filter((path) => path !== '');
    },
  };

  async function readAt(all: Objects, path: string, maximumBytes: number | undefined): Promise<FileRead> {
    // No folder holds such a name, whatever somebody wrote into a tree.
    if (/(^|\/)\.{0,2}(\/|$)/.test(path)) return { kind: 'missing' };
    let folder = await all.read(`${commit}:./`, maximumTreeBytes);
    // Either the folder was not there at the commit, or git has nothing of it.
    if (folder.kind === 'missing') {
      const root = await all.read(`${commit}^{tree}`, maximumTreeBytes);
      return root.kind === 'object' ? { kind: 'missing' } : unreadable;
    }
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    for (const segment of segments) {
      const entries = entriesOf(folder);
      if (entries === null) return unreadable;
      const entry = entries.get(treeName(segment));
      // A link to a folder is none, and what is in a submodule is not in this repository.
      if (entry?.kind !== 'folder') return { kind: 'missing' };
      folder = await all.read(entry.id, maximumTreeBytes);
    }
    const entries = entriesOf(folder);
    if (entries === null) return unreadable;
    const entry = entries.get(treeName(name));
    if (entry === undefined) return { kind: 'missing' };
    return entry.kind === 'file' ? readBlob(all, entry.id, maximumBytes) : { kind: 'not-a-file' };
  }

  function entriesOf(folder: ObjectRead): ReadonlyMap<string, TreeEntry> | null {
    if (folder.kind !== 'object' || folder.type !== 'tree') return null;
    const known = folders.get(folder.id) ?? treeEntries(folder.bytes, folder.id.length / 2);
    folders.set(folder.id, known);
    return known;
  }
}

/** The full name of the commit that a ref names; `null` if it names none. */
export async function resolveCommit(folder: string, ref: string): Promise<string | null> {
  const output = await runGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return output === null ? null : output.trim();
}
