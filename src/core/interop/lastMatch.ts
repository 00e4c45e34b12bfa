/** Rules of which the last match decides: what each file of a tree is decided by. */
import type { Pattern } from '../rules';
import { patternIndex } from '../rules/patternIndex';

export interface OrderedRule {
  readonly patterns: readonly Pattern[];
}

/** Numbers of the rules that match a path, in order; the last one decides. */
export function matchesIn(rules: readonly OrderedRule[]): (path: string) => readonly number[] {
  const matching = patternIndex(
    rules.flatMap(({ patterns }, number) => patterns.map((pattern) => ({ pattern, value: number }))),
  );
  return (path) => [...new Set(matching(path))].sort((a, b) => a - b);
}
