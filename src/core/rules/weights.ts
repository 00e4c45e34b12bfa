/** What the nodes of a trie are worth: so that an answer that is certain is not looked for any further. */
import { filterName, filterWildcard } from './nameFilter';
import { decidesNothing, type RankedPattern } from './ranked';
import { namedChildren, type TrieNode } from './trie';
import { wildcardIndex } from './wildcardIndex';

/** The weight of a node without claims: less than any claim has. */
export const weighsNothing = decidesNothing - 1;

/**
 * Sets what is known about nodes beneath, for every node of a complete trie; children must stand behind their parents.
 * A claim weighs its rank. An exclude weighs as much as the best pattern it can take a path from.
 */
export function weighTrie(nodes: readonly TrieNode[], patterns: readonly RankedPattern[]): void {
  const bestOf = bestRanks(patterns);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at];
    if (node !== undefined) weigh(node, patterns, bestOf);
  }
}

/** List → the best rank in it. */
function bestRanks(patterns: readonly RankedPattern[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { list, rank } of patterns) best.set(list, Math.max(rank, best.get(list) ?? decidesNothing));
  return best;
}

function weigh(node: TrieNode, patterns: readonly RankedPattern[], bestOf: ReadonlyMap<number, number>): void {
  const guards = new Set<ReadonlySet<number>>();
  const own = new Set<number>();
  const rankOf = (claim: number): number => patterns[claim]?.rank ?? decidesNothing;
  if (node.claims.length > 1) node.claims.sort((a, b) => rankOf(b) - rankOf(a));
  node.weight = weighsNothing;
  node.below = weighsNothing;
  node.threat = weighsNothing;
  node.nameWeight = weighsNothing;
  node.wildcardWeight = weighsNothing;
  for (const claim of node.claims) {
    const pattern = patterns[claim];
    if (pattern === undefined) continue;
    const weight = pattern.isExclude ? (bestOf.get(pattern.list) ?? decidesNothing) : pattern.rank;
    node.weight = Math.max(node.weight, weight);
    if (!pattern.isExclude) continue;
    node.threat = Math.max(node.threat, weight);
    own.add(pattern.list);
  }
  if (own.size > 0) guards.add(own);
  const see = (child: TrieNode): void => {
    node.below = Math.max(node.below, child.weight, child.below);
    node.threat = Math.max(node.threat, child.threat);
    if (child.guards !== null) guards.add(child.guards);
  };
  for (const [name, child] of namedChildren(node)) {
    see(child);
    node.nameWeight = Math.max(node.nameWeight, child.weight);
    if (child.weight > weighsNothing) filterName(node, name);
  }
  if (node.star !== null) see(node.star);
  if (node.globstar !== null) see(node.globstar);
  if (node.byWildcard !== null) {
    const children = [...node.byWildcard.values()];
    for (const { wildcard, value } of children) {
      see(value);
      node.wildcardWeight = Math.max(node.wildcardWeight, value.weight);
      node.hasDeepWildcards ||= value.below > weighsNothing;
      if (value.weight > weighsNothing) filterWildcard(node, wildcard);
    }
    node.matching = wildcardIndex(children);
  }
  node.guards = union([...guards]);
}

/** What is the only one is shared: most nodes have no more guards than one child of theirs. */
function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> | null {
  if (sets.length < 2) return sets[0] ?? null;
  const all = new Set<number>();
  for (const set of sets) for (const one of set) all.add(one);
  return all;
}
