import { letsThrough, type NameFilter } from './nameFilter';
import { namedChild, type Trie, type TrieNode } from './trie';
import { weighsNothing } from './weights';

/** How the claims that match a path become its answer. */
export interface Reading<A> {
  /**
   * What is certain for every path beneath a folder where these nodes are reached: nothing of that weight or less needs
   * to be looked at there. `weighsNothing`: nothing is.
   */
  certain(nodes: readonly TrieNode[]): number;
  /** The answer for the claims that match any name here. */
  plain(nodes: readonly TrieNode[], claims: readonly number[], certain: number): Plain<A>;
  /** The answer where the name of the file reaches these nodes too, at least one. */
  hit(state: State<A>, nodes: readonly TrieNode[]): A;
}

/** The answer for files whose names reach nothing of their own. */
export interface Plain<A> {
  readonly answer: A;
  /** The weight above which a claim that matches as well may change it. */
  readonly enough: number;
  /** An exclude is in reach that may take the answer away. */
  readonly isContested: boolean;
}

/** Where a folder stands in all patterns at once: the nodes of the trie that are reached and can still matter. */
export interface State<A> extends Readonly<NameFilter>, Plain<A> {
  readonly nodes: readonly TrieNode[];
  /** The claims that match whatever name a file here has. */
  readonly claims: readonly number[];
  /** The same answer for every path beneath. */
  readonly isFinal: boolean;
  /** The same answer for every file of this folder. */
  readonly isFlat: boolean;
  /** Where a file's name is looked for. */
  readonly named: readonly TrieNode[];
  readonly wildcards: readonly TrieNode[];
  /** Steps by folder names that are spelled out somewhere, and by all others. */
  steps: Map<string, State<A>> | null;
  otherwise: State<A> | null;
  readonly mayStepByWildcard: boolean;
}

/**
 * A deterministic automaton over the names of folders, made as it is walked: the cost of a path is the number of its
 * segments, not that of the patterns.
 */
export interface Automaton<A> {
  /** The root folder. */
  start(): State<A>;
  /** The folder of that name in a folder. */
  step(from: State<A>, name: string): State<A>;
  /** The answer for a file of that name. */
  leaf(state: State<A>, name: string): A;
  /** The answer for a path. */
  find(path: string): A;
}

/**
 * What is remembered is forgotten at this many nodes and steps, and at more where there are many globs; it takes hostile
 * globs to get there.
 */
const roomForStates = { least: 200_000, forNode: 8 };

export function createAutomaton<A>({ root, size }: Trie, reading: Reading<A>): Automaton<A> {
  const states = new Map<string, State<A>>();
  const wholeRoom = Math.max(roomForStates.least, roomForStates.forNode * size);
  let room = wholeRoom;
  let begin: State<A> | null = null;
  /** Paths tend to come folder by folder. */
  let lastFolder = '';
  let lastState: State<A> | null = null;
  const hits: TrieNode[] = [];

  function takeRoom(count: number): void {
    room -= count;
    if (room > 0) return;
    room = wholeRoom;
    states.clear();
    begin = null;
    lastState = null;
  }

  function stateOf(reached: readonly TrieNode[]): State<A> {
    const all = withGlobstars(reached);
    const certain = reading.certain(all);
    const nodes = all.filter((node) => mattersBeneath(node, certain)).sort((a, b) => a.number - b.number);
    let key = '';
    for (const node of nodes) key += `${node.number},`;
    const known = states.get(key);
    if (known !== undefined) return known;
    const state = createState(nodes, certain, reading);
    takeRoom(nodes.length + 1);
    states.set(key, state);
    return state;
  }

  function start(): State<A> {
    return (begin ??= stateOf([root]));
  }

  function step(from: State<A>, name: string): State<A> {
    const known = from.steps?.get(name);
    if (known !== undefined) return known;
    if (from.otherwise !== null && !from.mayStepByWildcard && !isSpelledOut(from, name)) return from.otherwise;
    const reached: TrieNode[] = [];
    let isOwn = false;
    for (const node of from.nodes) {
      if (node.isGlobstar) reached.push(node);
      if (node.star !== null) reached.push(node.star);
      const before = reached.length;
      const child = namedChild(node, name);
      if (child !== null) reached.push(child);
      if (node.hasDeepWildcards) node.matching?.(name, reached);
      isOwn ||= reached.length > before;
    }
    if (!isOwn) return (from.otherwise ??= stateOf(reached));
    const to = stateOf(reached);
    takeRoom(1);
    (from.steps ??= new Map<string, State<A>>()).set(name, to);
    return to;
  }

  function leaf(state: State<A>, name: string): A {
    hits.length = 0;
    for (const node of state.named) {
      const child = namedChild(node, name);
      if (child !== null && child.weight > weighsNothing) hits.push(child);
    }
    for (const node of state.wildcards) node.matching?.(name, hits);
    return hits.length === 0 ? state.answer : reading.hit(state, hits);
  }

  function folder(path: string, length: number): State<A> {
    let state = start();
    for (let at = 0; at < length && !state.isFinal;) {
      const slash = path.indexOf('/', at);
      state = step(state, path.slice(at, slash));
      at = slash + 1;
    }
    return state;
  }

  return {
    start,
    step,
    leaf,
    find(path) {
      const name = path.lastIndexOf('/') + 1;
      if (lastState === null || name !== lastFolder.length || !path.startsWith(lastFolder)) {
        lastState = folder(path, name);
        lastFolder = path.slice(0, name);
      }
      const state = lastState;
      if (state.isFlat) return state.answer;
      const { length } = path;
      return letsThrough(state, length - name, path.charCodeAt(name), path.charCodeAt(length - 1))
        ? leaf(state, path.slice(name))
        : state.answer;
    },
  };
}

/** A `**` that is reached stands for no segment too, so what it leads to is reached as well. Each node comes once. */
function withGlobstars(reached: readonly TrieNode[]): TrieNode[] {
  const all = new Set<TrieNode>();
  for (const node of reached) {
    all.add(node);
    if (node.globstar !== null) all.add(node.globstar);
  }
  return [...all];
}

/**
 * The pruning: whether a node can give another answer than the one that is certain, here or beneath. What gives the
 * certain one stays.
 */
const mattersBeneath = ({ isGlobstar, weight, below }: TrieNode, certain: number): boolean =>
  below > certain || (isGlobstar && weight > weighsNothing && weight >= certain);

/** Written field by field, for there is a state for nearly every folder that a pattern names. */
function createState<A>(nodes: readonly TrieNode[], certain: number, reading: Reading<A>): State<A> {
  let isFinal = true;
  for (const { below } of nodes) if (below > certain) isFinal = false;
  const claims: number[] = [];
  for (const { isGlobstar, star, claims: own } of nodes) {
    if (isGlobstar) for (const claim of own) claims.push(claim);
    if (star !== null && !isFinal) for (const claim of star.claims) claims.push(claim);
  }
  const { answer, enough, isContested } = reading.plain(nodes, claims, certain);
  const named = isFinal ? noNodes : nodes.filter(({ nameWeight }) => nameWeight > enough);
  const wildcards = isFinal ? noNodes : nodes.filter(({ wildcardWeight }) => wildcardWeight > enough);
  const state = {
    nodes,
    claims,
    isFinal,
    isFlat: named.length === 0 && wildcards.length === 0,
    answer,
    enough,
    isContested,
    named,
    wildcards,
    lengths: 0,
    firsts: 0,
    prefixFirsts: 0,
    suffixLasts: 0,
    steps: null,
    otherwise: null,
    mayStepByWildcard: !isFinal && nodes.some(({ hasDeepWildcards }) => hasDeepWildcards),
  };
  for (const { lengths, firsts } of named) {
    state.lengths |= lengths;
    state.firsts |= firsts;
  }
  for (const { prefixFirsts, suffixLasts } of wildcards) {
    state.prefixFirsts |= prefixFirsts;
    state.suffixLasts |= suffixLasts;
  }
  return state;
}

const noNodes: readonly TrieNode[] = [];

const isSpelledOut = ({ nodes }: { readonly nodes: readonly TrieNode[] }, name: string): boolean =>
  nodes.some((node) => namedChild(node, name) !== null);
