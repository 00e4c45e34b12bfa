/** Lines that are never used because of one that comes later and says less: most likely they stand too far up. */
import type { MatchedFile } from './exempt';
import { isMoreExact, type HeldRule } from './priorities';

export interface OrderingMistake {
  /** 1-based. */
  readonly line: number;
  readonly laterLine: number;
  /** How many files the line matches, all of which go to later ones. */
  readonly files: number;
}

/** Of each rule that matches files and decides none, the later rule that takes most of them, if its holder is another. */
export function mistakesIn<R extends HeldRule>(
  rules: readonly R[],
  files: readonly MatchedFile[],
  lineOf: (rule: R) => number,
): readonly OrderingMistake[] {
  const takenBy = rules.map(() => new Map<number, number>());
  const decides = new Set<number>();
  for (const { matches } of files) {
    const winner = matches.at(-1);
    if (winner === undefined) continue;
    decides.add(winner);
    for (const number of matches) {
      const taken = takenBy[number];
      if (number !== winner) taken?.set(winner, (taken.get(winner) ?? 0) + 1);
    }
  }
  return rules.flatMap((rule, number): readonly OrderingMistake[] => {
    const taken = [...(takenBy[number] ?? [])].sort(([, a], [, b]) => b - a);
    const [most] = taken;
    const later = rules[most?.[0] ?? -1];
    if (decides.has(number) || later === undefined || later.holder === rule.holder) return [];
    if (!isMoreExact(rule, later)) return [];
    const count = taken.reduce((sum, [, files]) => sum + files, 0);
    return [{ line: lineOf(rule), laterLine: lineOf(later), files: count }];
  });
}
