/** Everything that matches a path: the same automaton with nothing pruned. */
import { createAutomaton, type Automaton } from './automaton';
import type { Trie, TrieNode } from './trie';
import { weighsNothing } from './weights';

/** All patterns that match a path. The same object for paths that the same patterns match, as long as it is remembered. */
export interface Matched {
  /** Numbers of patterns, ascending. */
  readonly claims: readonly number[];
}

interface Extensible extends Matched {
  /** The same with the claims of one node more. */
  readonly more: Map<TrieNode, Extensible>;
}

/** What is remembered is forgotten at this many: it takes hostile globs to get there. */
const roomForMatched = 50_000;

export function createCollector(trie: Trie): Automaton<Matched> {
  const known = new Map<string, Extensible>();

  function matched(claims: readonly number[]): Extensible {
    const sorted = [...claims].sort((a, b) => a - b);
    const key = sorted.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= roomForMatched) known.clear();
    const created = { claims: sorted, more: new Map<TrieNode, Extensible>() };
    known.set(key, created);
    return created;
  }

  function extended(from: Extensible, node: TrieNode): Extensible {
    let found = from.more.get(node);
    if (found === undefined) {
      found = matched([...from.claims, ...node.claims]);
      from.more.set(node, found);
    }
    return found;
  }

  return createAutomaton<Extensible>(trie, {
    certain: () => weighsNothing,
    plain: (_, claims) => ({ answer: matched(claims), enough: weighsNothing, isContested: false }),
    hit: ({ answer }, nodes) => nodes.reduce(extended, answer),
  });
}
