/** The folders whose ownership file may answer for a file. */
import { Uri, workspace } from 'vscode';
import { workTreesAround } from '../../node/workTree';
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

/** Each folder is looked at once: a tree of 100,000 files has far fewer folders, and few of them are asked about. */
export function createBases(): Bases {
  const found = new Map<string, Promise<readonly Uri[]>>();
  const known = new Map<string, readonly Uri[]>();
  let generation = 0;

  async function find(folder: Uri, key: string): Promise<readonly Uri[]> {
    const asked = generation;
    // Only a local disk has work trees; a virtual workspace's folders are roots themselves.
    const workTrees = folder.scheme === 'file' ? await workTreesAround(folder.fsPath) : [];
    const bases = distinct([...workTrees.map((path) => Uri.file(path)), ...workspaceFoldersAround(folder)]);
    if (asked === generation) known.set(key, bases);
    return bases;
  }

  return {
    of(file) {
      const folder = folderOf(file);
      const key = keyOf(folder);
      let bases = found.get(key);
      if (bases === undefined) {
        bases = find(folder, key);
        found.set(key, bases);
      }
      return bases;
    },
    ofNow: (file) => known.get(keyOf(folderOf(file))),
    forget() {
      generation++;
      found.clear();
      known.clear();
    },
  };
}

/** Innermost first. */
function workspaceFoldersAround(folder: Uri): Uri[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const around = folders.filter((uri) => pathBelow(uri, folder) !== undefined);
  return around.sort((a, b) => b.path.length - a.path.length);
}

const distinct = (uris: readonly Uri[]): Uri[] => [...new Map(uris.map((uri) => [keyOf(uri), uri])).values()];
