/** The folders whose ownership file may answer for a file. */
import { FileType, workspace, type Uri } from 'vscode';
import { folderOf, keyOf, pathBelow } from '../paths';

export interface Bases {
  /**
   * Candidates for a file, best first: the roots of the git work trees around it, innermost first, then the workspace
   * folders around it. Empty: nobody's file. Never rejects.
   */
  of(file: Uri): Promise<readonly Uri[]>;
  /** The same where it is known already. */
  ofNow(file: Uri): readonly Uri[] | undefined;
  /** Folders came or went, a work tree was made or removed. */
  forget(): void;
}

/** Each folder is looked at once: a tree of 100,000 files has far fewer folders, and asks for few of them. */
export function createBases(): Bases {
  const workTrees = new Map<string, Promise<readonly Uri[]>>();
  const known = new Map<string, readonly Uri[]>();
  let generation = 0;

  function workTreesOf(folder: Uri): Promise<readonly Uri[]> {
    const key = keyOf(folder);
    let found = workTrees.get(key);
    if (found === undefined) {
      found = find(folder);
      workTrees.set(key, found);
    }
    return found;
  }

  async function find(folder: Uri): Promise<readonly Uri[]> {
    const above = folderOf(folder);
    const outer = above.path === folder.path ? [] : workTreesOf(above);
    const isRoot = await exists(folder.with({ path: `${folder.path === '/' ? '' : folder.path}/.git` }));
    return isRoot ? [folder, ...(await outer)] : outer;
  }

  return {
    async of(file) {
      const folder = folderOf(file);
      const asked = generation;
      // Only a local disk has work trees; a virtual workspace's folders are roots themselves.
      const roots = file.scheme === 'file' ? await workTreesOf(folder) : [];
      const bases = distinct([...roots, ...workspaceFoldersAround(file)]);
      if (asked === generation) known.set(keyOf(folder), bases);
      return bases;
    },
    ofNow: (file) => known.get(keyOf(folderOf(file))),
    forget() {
      generation++;
      workTrees.clear();
      known.clear();
    },
  };
}

/** Innermost first. */
function workspaceFoldersAround(file: Uri): Uri[] {
  const around = (workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter((uri) => pathBelow(uri, file));
  return around.sort((a, b) => b.path.length - a.path.length);
}

const distinct = (uris: readonly Uri[]): Uri[] => [...new Map(uris.map((uri) => [keyOf(uri), uri])).values()];

/** `.git` is a folder, or a file in linked work trees and submodules. */
async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}
