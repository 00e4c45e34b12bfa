/** A made-up repository: folders that grow beneath folders, and files in them. */
import { areaFolders, extensions, fileNames, innerFolders, topFolders, unusualFolders, wholeFileNames } from './names';
import { around, below, pick, type Random } from './random';

export interface TreeSize {
  readonly files: number;
  /** How many files a folder that has files has on average. */
  readonly filesPerFolder: number;
}

export interface GeneratedTree {
  /** In the order of git: by bytes. */
  readonly paths: readonly string[];
  /** Without the root, no `/` at the end. */
  readonly folders: readonly string[];
}

/** So many segments a path of a folder has at most; a file has one more. */
const deepest = 9;

/** Makes the tree. The same numbers of `random` give the same tree. */
export function generateTree({ files, filesPerFolder }: TreeSize, random: Random): GeneratedTree {
  const folders = generateFolders(Math.max(4, Math.round(files / filesPerFolder)), random);
  const paths: string[] = [];
  const taken = new Set<string>();
  const add = (path: string): void => {
    if (taken.has(path)) return;
    taken.add(path);
    paths.push(path);
  };
  for (const name of ['README.md', 'LICENSE', 'package.json']) add(name);
  while (paths.length < files) {
    for (const folder of folders) {
      const count = Math.min(around(random, filesPerFolder), files - paths.length);
      const extension = pick(random, extensions);
      for (let at = 0; at < count; at++) add(`${folder}/${fileName(extension, random)}`);
    }
  }
  // Code units sort like UTF-8 here: no name has a character beyond 0xFFFF.
  return { paths: paths.sort(), folders };
}

function generateFolders(count: number, random: Random): readonly string[] {
  const folders: { readonly path: string; readonly depth: number }[] = topFolders.map((path) => ({ path, depth: 1 }));
  const taken = new Set(topFolders);
  while (folders.length < count) {
    // The shallower of two, mostly: folders of real repositories are more broad than deep.
    const [one, other] = [pick(random, folders), pick(random, folders)];
    const parent = one.depth <= other.depth || random() < 0.25 ? one : other;
    if (parent.depth >= deepest) continue;
    const path = `${parent.path}/${folderName(parent.depth, random)}`;
    if (taken.has(path)) continue;
    taken.add(path);
    folders.push({ path, depth: parent.depth + 1 });
  }
  return folders.map(({ path }) => path);
}

function folderName(depth: number, random: Random): string {
  if (random() < 0.01) return pick(random, unusualFolders);
  if (depth > 2 && random() < 0.6) return pick(random, innerFolders);
  const area = pick(random, areaFolders);
  return random() < 0.3 ? area : `${area}-${pick(random, areaFolders)}${below(random, 40)}`;
}

function fileName(extension: string, random: Random): string {
  if (random() < 0.06) return pick(random, wholeFileNames);
  const stem = `${pick(random, fileNames)}-${pick(random, areaFolders)}${below(random, 100)}`;
  return `${stem}.${random() < 0.8 ? extension : pick(random, extensions)}`;
}
