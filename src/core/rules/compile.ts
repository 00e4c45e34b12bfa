import type { OwnershipFile } from '../model';
import { claimsOf } from './claims';
import { explainer } from './explain';
import { compileLines } from './lines';
import { createMatcher } from './matcher';
import type { Decision, RuleIndex } from './ruleIndex';
import { decideTree, walkTree } from './treeWalk';

/**
 * Compiles every glob of the file. Never throws. `before`: the index of an earlier version of the file; where all globs
 * stand as they stood, for whatever people and titles, nothing is compiled again.
 */
export function compileRules(file: OwnershipFile, before?: RuleIndex): RuleIndex {
  if (file.codeowners !== null) return compileLines(file.codeowners);
  const claims = claimsOf(file);
  const matcher = createMatcher(claims.patterns, before?.matcher ?? undefined);
  const { decider, collector } = matcher;
  const explain = explainer(claims);
  const none: Decision = { kind: 'none' };
  /** Decisions by rank, behind that of no rank at all. */
  const decisions = [
    none,
    ...claims.byRank.map(({ entry, list }): Decision => {
      const of = claims.lists[list];
      return of?.kind === 'area' ? { kind: 'area', winner: { aor: of.aor, entry } } : { kind: 'exempt', entry };
    }),
  ];
  return {
    matcher,
    decide: (path) => decisions[decider.find(path) + 1] ?? none,
    explain: (path) => explain(collector.find(path)),
    decideTree: (tree) => decideTree(decider, tree, decisions),
    explainTree: (tree, explained) => walkTree(collector, tree, (file, matched) => explained(file, explain(matched))),
  };
}
