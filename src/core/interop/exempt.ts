/** What nobody owns by the last match, as one `exempt` list. */
import { globsOf } from './globText';
import type { HeldRule } from './priorities';

/** A file of a tree with the numbers of the rules that match it, in order. */
export interface MatchedFile {
  readonly path: string;
  readonly matches: readonly number[];
}

export interface Exemptions {
  readonly globs: readonly string[];
  /** Files that no list can say it of: whoever matches them has to exclude them. */
  readonly single: readonly MatchedFile[];
}

/** The globs of the rules that give to nobody, less those of later rules that give some of it away again. */
export function exemptionsOf(
  rules: readonly HeldRule[],
  files: readonly MatchedFile[],
  tree: readonly string[],
): Exemptions {
  const cleared = new Set(rules.flatMap(({ holder }, number) => (holder === null ? [number] : [])));
  const touched = files.filter(({ matches }) => matches.some((number) => cleared.has(number)));
  const isCleared = ({ matches }: MatchedFile): boolean => cleared.has(matches.at(-1) ?? -1);
  const back = new Set(touched.filter((file) => !isCleared(file)).flatMap(({ matches }) => matches.at(-1) ?? []));
  const globsOfRules = (numbers: Iterable<number>): readonly string[] =>
    [...numbers].flatMap((number) => globsOf(rules[number]?.patterns ?? [], tree) ?? []);
  return {
    globs: [...new Set([...globsOfRules(cleared), ...globsOfRules(back).map((glob) => `!${glob}`)])],
    single: touched.filter((file) => isCleared(file) && file.matches.some((number) => back.has(number))),
  };
}
