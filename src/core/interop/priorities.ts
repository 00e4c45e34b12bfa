/** From "the last match wins" to "the most exact glob wins": which globs need a priority so that no file changes hands. */
import { judge, type Claim } from '../rules/precedence';
import type { OrderedRule } from './lastMatch';

export interface HeldRule extends OrderedRule {
  /** What it gives its files to: rules of one holder need no order among themselves. `null`: to nobody. */
  readonly holder: string | null;
}

/** The highest a priority can be. */
export const highestPriority = 9;

/**
 * The least priority of each rule, 0 for most, so that for every file whose matches are given the holder of the last one
 * wins. A rule is only ever raised above earlier ones, so one pass in order finds all. May exceed `highestPriority`:
 * then no priorities can say it.
 */
export function prioritiesFor(
  rules: readonly HeldRule[],
  matchesOfFiles: Iterable<readonly number[]>,
): readonly number[] {
  const contests = rules.map((): Contest[] => []);
  const seen = new Set<string>();
  for (const matches of matchesOfFiles) {
    const key = matches.join();
    const winner = matches.at(-1);
    if (winner === undefined || seen.has(key)) continue;
    seen.add(key);
    const { holder } = rules[winner] ?? { holder: null };
    if (holder === null) continue;
    const allies = matches.filter((number) => rules[number]?.holder === holder && number !== winner);
    for (const rival of matches) {
      const its = rules[rival]?.holder ?? null;
      if (its === null || its === holder) continue;
      const isWon = isMoreExact(rules[winner], rules[rival]);
      const helpers = isWon ? [] : allies.filter((ally) => isMoreExact(rules[ally], rules[rival]));
      contests[winner]?.push({ rival, isWon, helpers });
    }
  }
  const priorities: number[] = [];
  for (const [number, all] of contests.entries()) {
    const needed = all.map(({ rival, isWon, helpers }) => {
      const its = priorities[rival] ?? 0;
      if (isWon) return its;
      return helpers.some((helper) => (priorities[helper] ?? 0) >= its) ? 0 : its + 1;
    });
    priorities[number] = Math.max(0, ...needed);
  }
  return priorities;
}

/** What a rule must win against, where both match. All numbers are of earlier rules. */
interface Contest {
  readonly rival: number;
  /** By its globs alone. */
  readonly isWon: boolean;
  /** Rules of the same holder that match there too and win by theirs. */
  readonly helpers: readonly number[];
}

/** Whether the first wins against the second by its globs alone, whatever their ids. */
export function isMoreExact(one: OrderedRule | undefined, other: OrderedRule | undefined): boolean {
  return (one?.patterns ?? []).some((mine) =>
    (other?.patterns ?? []).every((theirs) => judge(claimOf(mine), claimOf(theirs)).order < 0),
  );
}

const claimOf = (pattern: Claim['pattern']): Claim => ({ entry: noEntry, pattern, id: '', position: 0 });
const noEntry: Claim['entry'] = {
  glob: { text: '', exclude: false, patterns: [] },
  priority: 0,
  at: { file: '', start: 0, end: 0 },
};
