/** The lines of a `CODEOWNERS` file as an index: of those that match, the last one of each section counts. */
import type { Aor, LostMatch, SharedRule } from '../model';
import { filePath } from '../tree/fileTree';
import type { Matched } from './collector';
import { createMatcher } from './matcher';
import { decidesNothing } from './ranked';
import type { Decision, Explanation, RuleIndex } from './ruleIndex';
import { decideTree, walkTree } from './treeWalk';

const none: Decision = { kind: 'none' };

/** Compiles lines. The section `null` gives the areas, every other one a review. */
export function compileLines(lines: readonly SharedRule[]): RuleIndex {
  const sections = [...new Set(lines.map(({ section }) => section))];
  const numberOf = new Map(sections.map((section, number) => [section, number]));
  // A line may stand for two patterns, of which it has the rank that its place gives it.
  const numbered = lines.flatMap(({ entry, section, excludes }, line) =>
    entry.glob.patterns.map((pattern) => ({ line, pattern, section, excludes })),
  );
  const { decider, collector } = createMatcher(
    numbered.map(({ pattern, section, excludes }, rank) => ({
      pattern,
      list: numberOf.get(section) ?? 0,
      isExclude: excludes,
      rank: section === null && !excludes ? rank : decidesNothing,
    })),
  );
  const decisions = [none, ...numbered.map(({ line }) => decisionOf(lines[line]))];
  const byFunction = lines.flatMap(({ matches }, line) => (matches === null ? [] : [{ line, matches }]));
  const made = new WeakMap<Matched, Explanation>();

  const linesOf = ({ claims }: Matched): readonly number[] => claims.flatMap((claim) => numbered[claim]?.line ?? []);

  function explained(numbers: readonly number[]): Explanation {
    const matching = [...new Set(numbers)].sort((a, b) => a - b).flatMap((line) => lines[line] ?? []);
    const winner = winnerIn(null, matching);
    const reviews = sections.flatMap((section): readonly Aor[] => {
      const aor = section === null ? null : winnerIn(section, matching)?.aor;
      return aor == null ? [] : [aor];
    });
    return {
      decision: decisionOf(winner),
      also: losersTo(winner, matching),
      reviews,
      conditional: [],
      matching: matching.map(({ entry }) => entry),
    };
  }

  function explainMatched(matched: Matched): Explanation {
    const found = made.get(matched) ?? explained(linesOf(matched));
    made.set(matched, found);
    return found;
  }

  /** Expressions are tried one by one, and what they say is said of one path only. */
  function explain(path: string): Explanation {
    const matched = collector.find(path);
    const found = byFunction.filter(({ matches }) => matches(path)).map(({ line }) => line);
    return found.length === 0 ? explainMatched(matched) : explained([...linesOf(matched), ...found]);
  }

  if (byFunction.length > 0)
    return {
      matcher: null,
      decide: (path) => explain(path).decision,
      explain,
      *decideTree(tree) {
        const all: Decision[] = [];
        const numbers = new Int32Array(tree.size);
        for (let file = 0; file < tree.size; file++) {
          if (file % expressionFiles === 0) yield;
          numbers[file] = all.push(explain(filePath(tree, file)).decision) - 1;
        }
        return { decisions: all, numbers };
      },
      *explainTree(tree, done) {
        for (let file = 0; file < tree.size; file++) {
          if (file % expressionFiles === 0) yield;
          done(file, explain(filePath(tree, file)));
        }
      },
    };
  return {
    matcher: null,
    decide: (path) => decisions[decider.find(path) + 1] ?? none,
    explain,
    decideTree: (tree) => decideTree(decider, tree, decisions),
    explainTree: (tree, done) => walkTree(collector, tree, (file, matched) => done(file, explainMatched(matched))),
  };
}

/** How many files are held against expressions between two chances to do something else. */
const expressionFiles = 100;

function winnerIn(section: string | null, matching: readonly SharedRule[]): SharedRule | undefined {
  const own = matching.filter((line) => line.section === section);
  return own.some(({ excludes }) => excludes) ? undefined : own.at(-1);
}

const decisionOf = (winner: SharedRule | undefined): Decision =>
  winner?.aor == null ? none : { kind: 'area', winner: { aor: winner.aor, entry: winner.entry } };

/** The owners of earlier lines, the latest first, each with their last line. */
function losersTo(winner: SharedRule | undefined, matching: readonly SharedRule[]): readonly LostMatch[] {
  if (winner?.aor == null) return [];
  const found = new Map<Aor, LostMatch>();
  for (const { aor, entry, section } of matching.toReversed())
    if (section === null && aor !== null && aor !== winner.aor && !found.has(aor))
      found.set(aor, { aor, entry, lost: { kind: 'order' } });
  return [...found.values()];
}
