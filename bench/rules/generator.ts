/** Whole repositories, made up from a seed: a list of files and rules for them. */
import { generateAreas, type GeneratedArea } from './generatedRules';
import { generateTree, type GeneratedTree, type TreeSize } from './generatedTree';
import { seeded } from './random';

export interface RepositorySize extends TreeSize {
  /** How it is asked for. */
  readonly key: string;
  readonly name: string;
  readonly globs: number;
}

export interface GeneratedRepository extends GeneratedTree {
  readonly areas: readonly GeneratedArea[];
}

/** The sizes that real repositories have; the last one is out of reach of all of them. */
export const sizes: readonly RepositorySize[] = [
  { key: '300', name: '300 × 5 k', globs: 300, files: 5_000, filesPerFolder: 5 },
  { key: '1k', name: '1 k × 20 k', globs: 1_000, files: 20_000, filesPerFolder: 7 },
  { key: '7k', name: '7 k × 80 k', globs: 7_000, files: 80_000, filesPerFolder: 8 },
  { key: '100k', name: '100 k × 1 M', globs: 100_000, files: 1_000_000, filesPerFolder: 7 },
];

/** Makes a repository of a size. The same seed gives the same repository. */
export function generateRepository(size: RepositorySize, seed: number): GeneratedRepository {
  const random = seeded(seed);
  const tree = generateTree(size, random);
  return { ...tree, areas: generateAreas(tree, size.globs, random) };
}
