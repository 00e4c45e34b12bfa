/** The files of a repository, many at little cost: three numbers a file, and a string only where somebody asks. */

/** Folders and files by number. A folder comes after the one it lies in; files have the order they were given in. */
export interface FileTree {
  /** How many files there are. */
  readonly size: number;
  /** Folder → the folder it lies in. Folder 0 is the root; it lies in -1. */
  readonly parents: readonly number[];
  /** Folder → its name; the root's is `''`. */
  readonly names: readonly string[];
  /** Where the names of files stand, as UTF-8. */
  readonly bytes: Uint8Array;
  /** File → its folder. */
  readonly folders: Int32Array;
  /** File → the byte its name starts at; `~` of it where the name is not ASCII alone, so that bytes are not its characters. */
  readonly starts: Int32Array;
  /** File → the byte behind its name. */
  readonly ends: Int32Array;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text between two bytes. */
export const decode = (bytes: Uint8Array, start: number, end: number): string =>
  decoder.decode(bytes.subarray(start, end));

/** The name of a file. */
export function fileName({ bytes, starts, ends }: FileTree, file: number): string {
  const start = starts[file] ?? 0;
  return decode(bytes, start < 0 ? ~start : start, ends[file] ?? 0);
}

/** The path of a file from the root, with `/`. */
export function filePath(tree: FileTree, file: number): string {
  return folderPath(tree, tree.folders[file] ?? 0) + fileName(tree, file);
}

/** The path of a folder from the root, with a `/` behind each name; `''` for the root. */
export function folderPath({ parents, names }: FileTree, folder: number): string {
  let path = '';
  for (let at = folder; at > 0; at = parents[at] ?? 0) path = `${names[at] ?? ''}/${path}`;
  return path;
}

/** The paths of all files, in their order. */
export function* filePaths(tree: FileTree): Generator<string, void> {
  let folder = -1;
  let above = '';
  for (let file = 0; file < tree.size; file++) {
    const own = tree.folders[file] ?? 0;
    if (own !== folder) above = folderPath(tree, (folder = own));
    yield above + fileName(tree, file);
  }
}
