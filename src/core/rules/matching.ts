import { createMatcher } from './matcher';
import type { Pattern } from './pattern';
import { decidesNothing } from './ranked';

/** Numbers of the lists of patterns that match a path (from the root, `/`), in order, each once. */
export function matchingNumbers(lists: readonly (readonly Pattern[])[]): (path: string) => readonly number[] {
  const numbered = lists.flatMap((patterns, list) => patterns.map((pattern) => ({ pattern, list })));
  const { collector } = createMatcher(numbered.map((one) => ({ ...one, isExclude: false, rank: decidesNothing })));
  // Patterns are in the order of their lists, so their numbers are too.
  return (path) => [...new Set(collector.find(path).claims.flatMap((claim) => numbered[claim]?.list ?? []))];
}
