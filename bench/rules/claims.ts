/** The rules of a file as a plain list, the strongest first: what a loop over rules has to try. */
import type { Aor, OwnershipFile, PathEntry } from '../../src/core';
import { orderedClaims, type Pattern } from '../../src/core/rules';

export interface PlainClaim {
  readonly entry: PathEntry;
  /** What the entry says between stronger and weaker rules of others: one pattern, or two that stand together. */
  readonly patterns: readonly Pattern[];
  /** Patterns that take paths back out of the list that the entry is in. */
  readonly excludes: readonly Pattern[];
}

/** All claims, the strongest first: the first that matches and is not excluded decides. */
export function claimsBestFirst(file: OwnershipFile): readonly PlainClaim[] {
  const exempt = file.exempt.flatMap(({ entries }) => entries);
  const aor = [...file.aors.values()][0];
  // Within `exempt`, claims are judged as within one area.
  const exemptFile = { ...file, aors: new Map(aor === undefined ? [] : [['', exemptArea(aor, exempt)]]) };
  const excludesOf = new Map<PathEntry, readonly Pattern[]>();
  for (const entries of [
    ...file.exempt.map((list) => list.entries),
    ...[...file.aors.values()].map(({ paths }) => paths),
  ]) {
    const excludes = entries.filter(({ glob }) => glob.exclude).flatMap(({ glob }) => glob.patterns);
    for (const entry of entries) excludesOf.set(entry, excludes);
  }
  const claims: { entry: PathEntry; patterns: Pattern[]; excludes: readonly Pattern[] }[] = [];
  for (const { entry, pattern } of [...orderedClaims(file), ...orderedClaims(exemptFile)].reverse()) {
    const last = claims.at(-1);
    if (last?.entry === entry) last.patterns.push(pattern);
    else claims.push({ entry, patterns: [pattern], excludes: excludesOf.get(entry) ?? [] });
  }
  return claims;
}

const exemptArea = (template: Aor, paths: readonly PathEntry[]): Aor => ({ ...template, id: '', kind: 'area', paths });

/** The loop that everything is held against: with compiled matchers, and over at the first that matches. */
export function loopOver(
  claims: readonly PlainClaim[],
  compile: (patterns: readonly Pattern[]) => (path: string) => boolean,
  numberOf: (entry: PathEntry) => number,
  none: number,
): (path: string) => number {
  const compiled = claims.map(({ entry, patterns, excludes }) => ({
    matches: compile(patterns),
    isExcluded: excludes.length === 0 ? null : compile(excludes),
    number: numberOf(entry),
  }));
  return (path) => {
    for (const { matches, isExcluded, number } of compiled)
      if (matches(path) && (isExcluded === null || !isExcluded(path))) return number;
    return none;
  };
}
