/** The lines of a `CODEOWNERS` file as an index: of those that match, the last one of each section counts. */
import type { Aor, LostMatch, SharedRule } from '../model';
import { matchingNumbers } from './patternIndex';
import type { Decision, RuleIndex } from './ruleIndex';

/** Compiles lines. The section `null` gives the areas, every other one a review. */
export function compileLines(lines: readonly SharedRule[]): RuleIndex {
  const byPattern = matchingNumbers(lines.map(({ entry }) => entry.glob.patterns));
  const byFunction = lines.flatMap(({ matches }, number) => (matches === null ? [] : [{ number, matches }]));
  const sections = [...new Set(lines.map(({ section }) => section))];

  function matching(path: string): readonly SharedRule[] {
    const found = byFunction.flatMap(({ number, matches }) => (matches(path) ? [number] : []));
    return [...byPattern(path), ...found].sort((a, b) => a - b).flatMap((number) => lines[number] ?? []);
  }

  return {
    decide: (path) => decisionOf(winnerIn(null, matching(path))),
    explain(path) {
      const all = matching(path);
      const winner = winnerIn(null, all);
      const reviews = sections.flatMap((section): readonly Aor[] => {
        const aor = section === null ? null : winnerIn(section, all)?.aor;
        return aor == null ? [] : [aor];
      });
      return { decision: decisionOf(winner), also: losersTo(winner, all), reviews, conditional: [] };
    },
  };
}

function winnerIn(section: string | null, matching: readonly SharedRule[]): SharedRule | undefined {
  const own = matching.filter((line) => line.section === section);
  return own.some(({ excludes }) => excludes) ? undefined : own.at(-1);
}

const decisionOf = (winner: SharedRule | undefined): Decision =>
  winner?.aor == null ? { kind: 'none' } : { kind: 'area', winner: { aor: winner.aor, entry: winner.entry } };

/** The owners of earlier lines, the latest first, each with their last line. */
function losersTo(winner: SharedRule | undefined, matching: readonly SharedRule[]): readonly LostMatch[] {
  if (winner?.aor == null) return [];
  const found = new Map<Aor, LostMatch>();
  for (const { aor, entry, section } of matching.toReversed())
    if (section === null && aor !== null && aor !== winner.aor && !found.has(aor))
      found.set(aor, { aor, entry, lost: { kind: 'order' } });
  return [...found.values()];
}
