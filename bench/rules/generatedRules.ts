/** Made-up rules for a tree, in the shapes that rules of real repositories have. */
import type { GeneratedTree } from './generatedTree';
import { around, below, pick, type Random } from './random';

export interface GeneratedEntry {
  /** As it is written, an exclude with `!`. */
  readonly glob: string;
  readonly priority: number;
}

export interface GeneratedArea {
  readonly id: string;
  readonly paths: readonly GeneratedEntry[];
}

/** How often a shape comes, out of 100. */
type Mix = readonly (readonly [share: number, make: GlobMaker])[];

type GlobMaker = (tree: GeneratedTree, random: Random) => string;

const mix: Mix = [
  [82, folderGlob],
  [5, (tree, random) => escaped(pick(random, tree.paths))],
  [3, (tree, random) => `${escaped(folderOf(tree, random))}/*.${extensionOf(tree, random)}`],
  [2, (tree, random) => `${escaped(folderOf(tree, random))}/**/*.${extensionOf(tree, random)}`],
  [4, middleGlob],
  [3, unanchoredGlob],
  [1, (tree, random) => `${escaped(folderOf(tree, random))}/{src,test,${innermost(folderOf(tree, random))}}/`],
];

/**
 * Makes `count` globs and deals them out to areas; globs of neighbouring folders often belong together. Excludes come
 * on top. The same numbers of `random` give the same rules.
 */
export function generateAreas(tree: GeneratedTree, count: number, random: Random): readonly GeneratedArea[] {
  const globs = new Set<string>();
  // A small tree has fewer folders than tries: what comes twice is made again.
  for (let tries = 0; globs.size < count - 1 && tries < 50 * count; tries++) globs.add(makeGlob(tree, random));
  const childOf = new Map(tree.folders.map((folder) => [folder.slice(0, folder.lastIndexOf('/')), folder]));
  const sorted = [...globs].sort();
  const areas: GeneratedArea[] = [{ id: 'everything', paths: [{ glob: '**', priority: 0 }] }];
  for (let from = 0; from < sorted.length;) {
    const own = sorted.slice(from, from + around(random, 4));
    from += own.length;
    const paths = own.map((glob) => ({ glob, priority: random() < 0.004 ? 1 + below(random, 9) : 0 }));
    const excludes = own.flatMap((glob) => {
      const child = childOf.get(glob.replace(/\/$/, ''));
      return child === undefined || random() >= 0.04 ? [] : [{ glob: `!${escaped(child)}/`, priority: 0 }];
    });
    areas.push({ id: `area-${areas.length}`, paths: [...paths, ...excludes] });
  }
  return areas;
}

function makeGlob(tree: GeneratedTree, random: Random): string {
  let left = random() * 100;
  for (const [share, make] of mix) {
    left -= share;
    if (left < 0) return make(tree, random);
  }
  return folderGlob(tree, random);
}

/** `dir/` in the ways it is written; now and then one that is no longer there. */
function folderGlob(tree: GeneratedTree, random: Random): string {
  const folder = escaped(folderOf(tree, random)) + (random() < 0.02 ? '-gone' : '');
  const form = random();
  return form < 0.85 ? `${folder}/` : form < 0.95 ? folder : `${folder}/**`;
}

// `packages/*/src/`, `packages/pay*/src/`: the path of a folder with a wildcard for one segment that is not the last.
function middleGlob(tree: GeneratedTree, random: Random): string {
  const segments = folderOf(tree, random).split('/').map(escaped);
  if (segments.length < 3) return folderGlob(tree, random);
  const at = 1 + below(random, segments.length - 2);
  const name = segments[at] ?? '';
  segments[at] = random() < 0.6 || !/^[a-z]{4}/.test(name) ? '*' : `${name.slice(0, 3)}*`;
  return `${segments.join('/')}/`;
}

// `**/*.css`, `**/README.md`, `**/generated/`.
function unanchoredGlob(tree: GeneratedTree, random: Random): string {
  const form = random();
  if (form < 0.05) return `**/*.${extensionOf(tree, random)}`;
  if (form < 0.5) return `**/${escaped(innermost(pick(random, tree.paths)))}`;
  if (form < 0.6) return `**/*${innermost(pick(random, tree.paths)).replace(/^[^-.]*|[^\w.-]/g, '')}`;
  return `**/${escaped(innermost(folderOf(tree, random)))}/`;
}

/** A folder, mostly one that is not deep: those are what people are given. */
function folderOf(tree: GeneratedTree, random: Random): string {
  let folder = pick(random, tree.folders);
  while (random() < 0.35 && folder.split('/').length > 3) folder = folder.slice(0, folder.lastIndexOf('/'));
  return folder;
}

function extensionOf(tree: GeneratedTree, random: Random): string {
  return /\.(\w+)$/.exec(pick(random, tree.paths))?.[1] ?? 'ts';
}

const innermost = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const escaped = (path: string): string => path.replace(/[\\*?{}]/g, '\\$&');
