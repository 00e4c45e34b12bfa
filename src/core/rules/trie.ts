import type { RankedPattern } from './ranked';
import type { Segment } from './segment';
import { weighTrie } from './weights';
import { compileWildcard, type Wildcard } from './wildcard';
import type { WildcardIndex } from './wildcardIndex';

/** All patterns, segment by segment: those that begin alike share their way down. */
export interface TrieNode {
  /** Children have higher numbers. */
  readonly number: number;
  /** Reached by `**`: it stays where it is, whatever names follow. */
  readonly isGlobstar: boolean;
  /** The patterns that end here, by number, highest rank first. */
  claims: number[];

  // One child by name is kept without a map, which most nodes then never need.
  onlyName: string | null;
  onlyChild: TrieNode | null;
  byName: Map<string, TrieNode> | null;
  /** By `*`. */
  star: TrieNode | null;
  /** By `**`. */
  globstar: TrieNode | null;
  /** By other segments with wildcards, by their text. */
  byWildcard: Map<string, WildcardChild> | null;
  matching: WildcardIndex<TrieNode> | null;

  // What follows is set once the trie is complete; see `weights.ts`.
  /** The most that a claim of this node can matter. */
  weight: number;
  /** The most that a claim of any node beneath can matter. */
  below: number;
  /** The same as both, of excludes only. */
  threat: number;
  /** The weight of the heaviest child by name, and by wildcard. */
  nameWeight: number;
  wildcardWeight: number;
  /** Whether a child by wildcard has children of its own. */
  hasDeepWildcards: boolean;
  /** The lists that an exclude of this node or beneath takes paths out of. */
  guards: ReadonlySet<number> | null;
  /** Bits for names that children with claims can match; see `nameFilter.ts`. */
  lengths: number;
  firsts: number;
  prefixFirsts: number;
  suffixLasts: number;
}

interface WildcardChild {
  readonly wildcard: Wildcard;
  readonly value: TrieNode;
}

export interface Trie {
  readonly root: TrieNode;
  /** How many nodes there are. */
  readonly size: number;
}

/** Makes the trie of the patterns; their numbers are their places in the list. */
export function buildTrie(patterns: readonly RankedPattern[]): Trie {
  const nodes: TrieNode[] = [];
  const create = (isGlobstar: boolean): TrieNode => {
    const node = newNode(nodes.length, isGlobstar);
    nodes.push(node);
    return node;
  };
  const root = create(false);
  patterns.forEach(({ pattern }, number) => {
    let node = root;
    for (const segment of pattern) node = childOf(node, segment, create);
    if (node.claims === noClaims) node.claims = [number];
    else node.claims.push(number);
  });
  weighTrie(nodes, patterns);
  return { root, size: nodes.length };
}

/** The child by a plain name. */
export function namedChild(node: TrieNode, name: string): TrieNode | null {
  if (node.onlyName === name) return node.onlyChild;
  return node.byName === null ? null : (node.byName.get(name) ?? null);
}

/** All children by plain names, with them. */
export function* namedChildren({ onlyName, onlyChild, byName }: TrieNode): Generator<readonly [string, TrieNode]> {
  if (onlyName !== null && onlyChild !== null) yield [onlyName, onlyChild];
  if (byName !== null) yield* byName;
}

function childOf(node: TrieNode, segment: Segment, create: (isGlobstar: boolean) => TrieNode): TrieNode {
  switch (segment.class) {
    case 'globstar':
      // `**/**` is `**`.
      return node.isGlobstar ? node : (node.globstar ??= create(true));
    case 'star':
      return (node.star ??= create(false));
    case 'plain':
      return childNamed(node, segment.text, create);
    case 'mixed':
    case 'wildcards': {
      const children = (node.byWildcard ??= new Map<string, WildcardChild>());
      const known = children.get(segment.text);
      if (known !== undefined) return known.value;
      const value = create(false);
      children.set(segment.text, { wildcard: compileWildcard(segment), value });
      return value;
    }
  }
}

function childNamed(node: TrieNode, name: string, create: (isGlobstar: boolean) => TrieNode): TrieNode {
  const known = namedChild(node, name);
  if (known !== null) return known;
  const child = create(false);
  if (node.onlyName === null) {
    node.onlyName = name;
    node.onlyChild = child;
  } else (node.byName ??= new Map()).set(name, child);
  return child;
}

/** Most nodes end no pattern, and share this. */
const noClaims: number[] = [];

const newNode = (number: number, isGlobstar: boolean): TrieNode => ({
  number,
  isGlobstar,
  claims: noClaims,
  onlyName: null,
  onlyChild: null,
  byName: null,
  star: null,
  globstar: null,
  byWildcard: null,
  matching: null,
  weight: 0,
  below: 0,
  threat: 0,
  nameWeight: 0,
  wildcardWeight: 0,
  hasDeepWildcards: false,
  guards: null,
  lengths: 0,
  firsts: 0,
  prefixFirsts: 0,
  suffixLasts: 0,
});
