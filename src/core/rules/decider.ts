/** Which rank decides: the automaton that looks no further than it has to. */
import { createAutomaton, type Automaton, type Reading } from './automaton';
import { decidesNothing, type RankedPattern } from './ranked';
import type { Trie, TrieNode } from './trie';

/** The rank that decides each path; `decidesNothing` where no pattern gives it to anyone. */
export function createDecider(trie: Trie, patterns: readonly RankedPattern[]): Automaton<number> {
  const reading: Reading<number> = {
    certain: (nodes) => certainRank(nodes, patterns),
    plain(nodes, claims, certain) {
      const answer = bestRank(claims, patterns);
      // While an exclude is in reach that may take the best away, the next best must stay in sight.
      const isContested = nodes.some(({ threat }) => threat > certain);
      return { answer, enough: isContested ? certain : answer, isContested };
    },
    hit({ answer, claims, isContested }, nodes) {
      if (isContested) return bestRank([...claims, ...nodes.flatMap((node) => node.claims)], patterns);
      let best = answer;
      for (const { weight } of nodes) if (weight > best) best = weight;
      return best;
    },
  };
  return createAutomaton(trie, reading);
}

/** The best rank that every path beneath has: of a `**` that is reached, in a list of which no exclude is in reach. */
function certainRank(nodes: readonly TrieNode[], patterns: readonly RankedPattern[]): number {
  let best = decidesNothing;
  for (const { isGlobstar, weight, claims } of nodes) {
    if (!isGlobstar || weight <= best) continue;
    for (const claim of claims) {
      const pattern = patterns[claim];
      if (pattern === undefined || pattern.isExclude || pattern.rank <= best) continue;
      if (nodes.some(({ guards }) => guards?.has(pattern.list) === true)) continue;
      best = pattern.rank;
    }
  }
  return best;
}

/** The best rank among claims that all match, less those whose list has an exclude among them. */
function bestRank(claims: readonly number[], patterns: readonly RankedPattern[]): number {
  let excluded: Set<number> | null = null;
  for (const claim of claims) {
    const pattern = patterns[claim];
    if (pattern?.isExclude === true) (excluded ??= new Set()).add(pattern.list);
  }
  let best = decidesNothing;
  for (const claim of claims) {
    const pattern = patterns[claim];
    if (pattern === undefined || pattern.isExclude || pattern.rank <= best) continue;
    if (excluded?.has(pattern.list) !== true) best = pattern.rank;
  }
  return best;
}
