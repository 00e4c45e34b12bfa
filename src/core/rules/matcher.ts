/** Ranked patterns, compiled: the engine beneath every index, which knows numbers only. */
import type { Automaton } from './automaton';
import { createCollector, type Matched } from './collector';
import { createDecider } from './decider';
import { areSameRanked, type RankedPattern } from './ranked';
import { buildTrie } from './trie';

export interface Matcher {
  readonly patterns: readonly RankedPattern[];
  /** Which rank decides. */
  readonly decider: Automaton<number>;
  /** Which patterns match. */
  readonly collector: Automaton<Matched>;
}

/** Compiles patterns. `before`: what an earlier list was compiled to, which is taken where the lists are the same. */
export function createMatcher(patterns: readonly RankedPattern[], before?: Matcher): Matcher {
  if (before !== undefined && areSameRanked(before.patterns, patterns)) return before;
  const trie = buildTrie(patterns);
  return { patterns, decider: createDecider(trie, patterns), collector: createCollector(trie) };
}
