import type { Pattern } from './pattern';
import { matchesInside, splitPattern, type SplitPattern } from './patternMatcher';

interface Indexed<T> {
  readonly split: SplitPattern;
  readonly value: T;
}

/**
 * Finds what goes with the patterns that match a path (from the root, `/`). Patterns are kept by the folder they begin
 * with, so a path is tried only against patterns of the folders above it: for `dir/` rules the depth of the path counts,
 * not the number of rules. A value comes once for each pattern of its own that matches.
 */
export function patternIndex<T>(
  items: Iterable<{ readonly pattern: Pattern; readonly value: T }>,
): (path: string) => readonly T[] {
  const byFolder = new Map<string, Indexed<T>[]>();
  for (const { pattern, value } of items) {
    const split = splitPattern(pattern);
    const indexed = byFolder.get(split.folder);
    if (indexed === undefined) byFolder.set(split.folder, [{ split, value }]);
    else indexed.push({ split, value });
  }
  return (path) => {
    const found: T[] = [];
    const collect = (folder: string, inside: string) => {
      for (const { split, value } of byFolder.get(folder) ?? []) {
        if (matchesInside(split, inside)) found.push(value);
      }
    };
    collect('', path);
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      collect(path.slice(0, slash), path.slice(slash + 1));
    }
    collect(path, '');
    return found;
  };
}

/** Numbers of the lists of patterns that match a path, in order, each once. */
export function matchingNumbers(lists: readonly (readonly Pattern[])[]): (path: string) => readonly number[] {
  const matching = patternIndex(
    lists.flatMap((patterns, number) => patterns.map((pattern) => ({ pattern, value: number }))),
  );
  return (path) => [...new Set(matching(path))].sort((a, b) => a - b);
}
