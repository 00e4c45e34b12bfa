import { atOnce } from '../steps';
import { decode, type FileTree } from './fileTree';

const slash = 0x2f;

/** How many files are read between two chances to do something else. */
const stepFiles = 20_000;

/**
 * Reads what `git ls-files -z` prints: paths from the root, as UTF-8, each with a NUL behind it, in any order. A path
 * that follows itself counts once, one that ends in `/` (a repository within) is no file. The bytes are kept.
 */
export function* readTree(bytes: Uint8Array): Generator<void, FileTree> {
  const folders = createFolders();
  let files = emptyFiles(Math.max(1_024, bytes.length >> 5));
  let size = 0;
  /** The folder of the path before, and those around it: by depth, with the length of the path up to each. */
  const around = [0];
  const lengths = [0];
  let depth = 0;
  let before = 0;
  let isSorted = true;
  for (let start = 0; start < bytes.length;) {
    const common = commonLength(bytes, before, start);
    const isRepeated = start > 0 && bytes[start + common] === 0 && bytes[before + common] === 0;
    if (isSorted && start > 0 && (bytes[start + common] ?? 0) < (bytes[before + common] ?? 0)) {
      // From here on a folder may come that was left before.
      isSorted = false;
      folders.remember();
    }
    while ((lengths[depth] ?? 0) > common) depth--;
    let name = start + (lengths[depth] ?? 0);
    let seen = 0;
    let at = name;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 0) break;
      seen |= byte;
      if (byte !== slash) continue;
      around[depth + 1] = folders.within(around[depth] ?? 0, decode(bytes, name, at));
      lengths[++depth] = at + 1 - start;
      name = at + 1;
      seen = 0;
    }
    if (at > name && !isRepeated) {
      if (size === files.starts.length) files = grown(files, size * 2);
      files.folders[size] = around[depth] ?? 0;
      files.starts[size] = seen > 0x7f ? ~name : name;
      files.ends[size] = at;
      if (++size % stepFiles === 0) yield;
    }
    before = start;
    start = at + 1;
  }
  return { ...{ bytes, size }, ...folders.all, ...grown(files, size) };
}

/** The tree of paths that are at hand as strings, from the root with `/`. */
export function treeOfPaths(paths: Iterable<string>): FileTree {
  const list = [...paths];
  return atOnce(readTree(new TextEncoder().encode(list.map((path) => `${path}\0`).join(''))));
}

/** How many bytes two paths have in common, up to the end of the shorter one. */
function commonLength(bytes: Uint8Array, a: number, b: number): number {
  if (a === b) return 0;
  let length = 0;
  while (bytes[a + length] === bytes[b + length] && (bytes[a + length] ?? 0) !== 0) length++;
  return length;
}

type Files = Pick<FileTree, 'folders' | 'starts' | 'ends'>;

const emptyFiles = (length: number): Files => ({
  folders: new Int32Array(length),
  starts: new Int32Array(length),
  ends: new Int32Array(length),
});

/** The same with room for `length`, no more and no less. */
function grown(files: Files, length: number): Files {
  const resized = (from: Int32Array): Int32Array => {
    const to = new Int32Array(length);
    to.set(from.length > length ? from.subarray(0, length) : from);
    return to;
  };
  return { folders: resized(files.folders), starts: resized(files.starts), ends: resized(files.ends) };
}

function createFolders() {
  const parents = [-1];
  const names = [''];
  let known: Map<string, number> | null = null;
  const keyOf = (parent: number, name: string): string => `${parent}/${name}`;
  return {
    all: { parents, names },
    /** Looks for each folder among those that are there, which need not be done while paths come in order. */
    remember() {
      known = new Map(parents.map((parent, folder) => [keyOf(parent, names[folder] ?? ''), folder]));
    },
    within(parent: number, name: string): number {
      const found = known?.get(keyOf(parent, name));
      if (found !== undefined) return found;
      known?.set(keyOf(parent, name), parents.length);
      names.push(name);
      return parents.push(parent) - 1;
    },
  };
}
