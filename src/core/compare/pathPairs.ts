import { compareText } from '../review/order';
import type { PathPair } from './compareOwnership';

/**
 * The paths of both sides, sorted. `renames`: new paths with the paths before. A path that was moved away and written
 * anew is compared with what was moved there.
 */
export function pathPairs(
  before: readonly string[],
  after: readonly string[],
  renames: ReadonlyMap<string, string>,
): readonly PathPair[] {
  const known = new Set(before);
  return after
    .map((path) => ({ path, from: renames.get(path) ?? path }))
    .filter(({ from }) => known.has(from))
    .sort((a, b) => compareText(a.path, b.path));
}
