import { fileName, type FileTree } from './fileTree';

/** What came and what went, as paths from the root with `/`. */
export interface TreeEdit {
  /** Files. Those that are there already stay as they are. */
  readonly added: readonly string[];
  /** Files, and folders with all that is beneath. Those that are not there do no harm. */
  readonly removed: readonly string[];
}

/** The tree after an edit; what is removed goes first. New files stand behind the others. Takes one pass over the files. */
export function editTree(tree: FileTree, { added, removed }: TreeEdit): FileTree {
  const folders = openFolders(tree);
  const goneFolders = new Set<number>();
  const goneNames = new Map<number, Set<string>>();
  for (const path of removed) {
    const folder = folders.find(path);
    if (folder !== undefined) goneFolders.add(folder);
    const above = folders.find(folderOf(path));
    if (above !== undefined) namesIn(goneNames, above).add(nameOf(path));
  }
  // A folder stands behind the one it lies in.
  if (goneFolders.size > 0)
    tree.parents.forEach((parent, folder) => {
      if (goneFolders.has(parent)) goneFolders.add(folder);
    });
  const newNames = new Map<number, Set<string>>();
  for (const path of added) namesIn(newNames, folders.make(folderOf(path))).add(nameOf(path));

  const kept: number[] = [];
  for (let file = 0; file < tree.size; file++) {
    const folder = tree.folders[file] ?? 0;
    if (goneFolders.has(folder)) continue;
    const gone = goneNames.get(folder);
    const fresh = newNames.get(folder);
    if (gone !== undefined || fresh !== undefined) {
      const name = fileName(tree, file);
      if (gone?.has(name) === true) continue;
      fresh?.delete(name);
    }
    kept.push(file);
  }
  return { ...folders.all, ...files(tree, kept, newNames) };
}

function files(tree: FileTree, kept: readonly number[], newNames: ReadonlyMap<number, ReadonlySet<string>>) {
  const encoder = new TextEncoder();
  const fresh = [...newNames].flatMap(([folder, names]) =>
    [...names].map((name) => ({ folder, bytes: encoder.encode(name), isAscii: !/[^\0-\x7f]/.test(name) })),
  );
  const size = kept.length + fresh.length;
  const taken = (from: Int32Array): Int32Array => {
    const to = new Int32Array(size);
    kept.forEach((file, at) => (to[at] = from[file] ?? 0));
    return to;
  };
  const of = { folders: taken(tree.folders), starts: taken(tree.starts), ends: taken(tree.ends) };
  const bytes = new Uint8Array(fresh.reduce((length, name) => length + name.bytes.length, tree.bytes.length));
  bytes.set(tree.bytes);
  let start = tree.bytes.length;
  fresh.forEach((name, number) => {
    const at = kept.length + number;
    bytes.set(name.bytes, start);
    of.folders[at] = name.folder;
    of.starts[at] = name.isAscii ? start : ~start;
    start += name.bytes.length;
    of.ends[at] = start;
  });
  return { ...of, size, bytes };
}

/** The folders of a tree by path, and those that are new. */
function openFolders({ parents: oldParents, names: oldNames }: FileTree) {
  const parents = [...oldParents];
  const names = [...oldNames];
  const within = new Map<string, number>();
  const keyOf = (parent: number, name: string): string => `${parent}/${name}`;
  parents.forEach((parent, folder) => within.set(keyOf(parent, names[folder] ?? ''), folder));

  function child(parent: number, name: string): number {
    const key = keyOf(parent, name);
    let folder = within.get(key);
    if (folder === undefined) {
      folder = names.push(name) - 1;
      parents.push(parent);
      within.set(key, folder);
    }
    return folder;
  }

  return {
    all: { parents, names },
    /** `''`: the root. */
    find(path: string): number | undefined {
      let folder: number | undefined = 0;
      for (const name of segments(path)) folder = folder === undefined ? undefined : within.get(keyOf(folder, name));
      return folder;
    },
    make: (path: string): number => segments(path).reduce(child, 0),
  };
}

const segments = (path: string): readonly string[] => (path === '' ? [] : path.split('/'));
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function namesIn(lists: Map<number, Set<string>>, folder: number): Set<string> {
  let names = lists.get(folder);
  if (names === undefined) lists.set(folder, (names = new Set()));
  return names;
}
