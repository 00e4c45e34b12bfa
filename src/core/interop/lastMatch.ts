/** Rules of which the last match decides: what each file of a tree is decided by. */
import type { Pattern } from '../rules';
import { matchingNumbers } from '../rules/matching';

export interface OrderedRule {
  readonly patterns: readonly Pattern[];
}

/** Numbers of the rules that match a path, in order; the last one decides. */
export const matchesIn = (rules: readonly OrderedRule[]): ((path: string) => readonly number[]) =>
  matchingNumbers(rules.map(({ patterns }) => patterns));
