/** What rules and trees look like, in figures that can be held against real repositories. */

export type Shape = 'folder' | 'file' | 'names in a folder' | 'beneath a folder' | 'middle wildcard' | 'unanchored';

export interface Shapes {
  /** How many of 100 globs have the shape; excludes and the glob for everything are not counted. */
  readonly globs: Readonly<Record<Shape, number>>;
  /** Segments of a file's path: the 5th percentile, the median, the 95th. */
  readonly depth: readonly [low: number, median: number, high: number];
  /** Files that a folder with files has on average. */
  readonly filesPerFolder: number;
}

/** Measured on 14 real repositories with their complete lists of files; `null`: not measured. */
export const realBounds: {
  readonly globs: Readonly<Record<Shape, readonly [number, number] | null>>;
  readonly depth: readonly [number, number];
  readonly filesPerFolder: readonly [number, number];
} = {
  globs: {
    /** Of 9 of the 14. */
    folder: [75, 100],
    file: null,
    'names in a folder': null,
    'beneath a folder': null,
    'middle wildcard': [0, 14],
    unanchored: [0, 9],
  },
  depth: [3, 10],
  filesPerFolder: [3, 18],
};

/** The shapes of globs (as written) and of a list of files. */
export function shapesOf(globs: readonly string[], paths: readonly string[]): Shapes {
  const counts: Record<Shape, number> = {
    folder: 0,
    file: 0,
    'names in a folder': 0,
    'beneath a folder': 0,
    'middle wildcard': 0,
    unanchored: 0,
  };
  const files = new Set(paths);
  const counted = globs.filter((glob) => !glob.startsWith('!') && glob !== '**');
  for (const glob of counted) counts[shapeOf(glob, files)]++;
  const shares = Object.fromEntries(
    Object.entries(counts).map(([shape, count]) => [shape, (100 * count) / Math.max(1, counted.length)]),
  ) as Record<Shape, number>;
  const depths = paths.map((path) => path.split('/').length).sort((a, b) => a - b);
  const at = (share: number): number => depths[Math.floor(share * (depths.length - 1))] ?? 0;
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  return {
    globs: shares,
    depth: [at(0.05), at(0.5), at(0.95)],
    filesPerFolder: paths.length / Math.max(1, folders.size),
  };
}

function shapeOf(glob: string, files: ReadonlySet<string>): Shape {
  const bare = glob.replace(/^\//, '');
  if (bare.startsWith('**/')) return 'unanchored';
  const segments = bare.replace(/\/(\*\*)?$/, '').split('/');
  const isWild = (segment: string): boolean => /(?<!\\)[*?{]/.test(segment);
  const wild = segments.findIndex(isWild);
  if (wild < 0) return files.has(bare.replace(/\\(.)/g, '$1')) ? 'file' : 'folder';
  // Alternatives of the last segment are folders or names too.
  if (wild === segments.length - 1) return bare.endsWith('/') ? 'folder' : 'names in a folder';
  return segments[wild] === '**' && wild === segments.length - 2 ? 'beneath a folder' : 'middle wildcard';
}
