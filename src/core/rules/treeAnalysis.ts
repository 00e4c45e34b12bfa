import type { Aor, Match, OwnershipFile, PathEntry } from '../model';
import { filePath, type FileTree } from '../tree/fileTree';
import type { Decision, Explanation, RuleIndex } from './ruleIndex';

/** What one entry of `paths` or `exempt` does in a tree. */
export interface EntryTally {
  readonly entry: PathEntry;
  /** Whose entry it is; `null`: of an `exempt` list. */
  readonly aor: Aor | null;
  /** Folder the glob is relative to, `''` or `a/b`. */
  readonly base: string;
  /** How many files the glob names; for an exclude, those it would take out. */
  readonly matches: number;
  /** Of how many files it is the glob that decides. */
  readonly decides: number;
  /** The first file that it names and does not decide, and what decided instead. */
  readonly lost: { readonly path: string; readonly to: Decision } | null;
}

/** Two AORs between which only the id decided. */
export interface Tie {
  readonly winner: Match;
  readonly loser: Match;
  /** The first file decided so, and how many there are. The globs are those that met there. */
  readonly path: string;
  readonly count: number;
}

/** What the globs of an ownership file do in a tree. */
export interface TreeAnalysis {
  readonly files: number;
  readonly owned: number;
  readonly exempt: number;
  readonly unowned: number;
  /** AOR id → how many files it owns, vacant or not; AORs that own none are not in it. */
  readonly filesOf: ReadonlyMap<string, number>;
  /** Areas and reviews in order of definition, then `exempt`. */
  readonly entries: readonly EntryTally[];
  /** In the order of the files. */
  readonly ties: readonly Tie[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The files that have one explanation. */
interface Alike {
  readonly explanation: Explanation;
  readonly first: number;
  count: number;
}

/**
 * What the rules do in a tree, in one pass over its files. A generator, so that the caller can do it in slices; it
 * returns the result at the end.
 */
export function* analyseTree(file: OwnershipFile, index: RuleIndex, tree: FileTree): Generator<void, TreeAnalysis> {
  const groups = yield* groupFiles(index, tree);
  const entries = talliesOf(file);
  const tallyOf = new Map(entries.map((tally) => [tally.entry, tally]));
  const total = { files: tree.size, owned: 0, exempt: 0, unowned: 0 };
  const filesOf = new Map<string, number>();
  const ties = new Map<string, Mutable<Tie>>();
  for (const { explanation, first, count } of groups) {
    const { decision, also, matching } = explanation;
    const path = filePath(tree, first);
    for (const entry of matching) {
      const tally = tallyOf.get(entry);
      if (tally !== undefined) add(tally, path, count, decision);
    }
    if (decision.kind === 'none') total.unowned += count;
    if (decision.kind === 'exempt') total.exempt += count;
    if (decision.kind !== 'area') continue;
    const { winner } = decision;
    total.owned += count;
    filesOf.set(winner.aor.id, (filesOf.get(winner.aor.id) ?? 0) + count);
    for (const loser of also) if (loser.lost.kind === 'id') addTie(ties, { winner, loser, path, count });
  }
  return { ...total, filesOf, entries, ties: [...ties.values()] };
}

/** Groups the files by what there is to say about them, in the order of the first of each. */
function* groupFiles(index: RuleIndex, tree: FileTree): Generator<void, readonly Alike[]> {
  const groups = new Map<Explanation, Alike>();
  let last: Alike | undefined;
  yield* index.explainTree(tree, (first, explanation) => {
    // Neighbours are mostly alike.
    if (last?.explanation !== explanation) {
      last = groups.get(explanation);
      if (last === undefined) groups.set(explanation, (last = { explanation, first, count: 0 }));
    }
    last.count++;
  });
  return [...groups.values()];
}

function talliesOf(file: OwnershipFile): readonly Mutable<EntryTally>[] {
  const tallyOf = (entry: PathEntry, aor: Aor | null, base: string) => ({
    ...{ entry, aor, base, matches: 0, decides: 0 },
    lost: null,
  });
  const aors = [...file.aors.values()].filter(({ kind }) => kind !== 'duty');
  return [
    ...aors.flatMap((aor) => aor.paths.map((entry) => tallyOf(entry, aor, aor.base))),
    ...file.exempt.flatMap(({ base, entries }) => entries.map((entry) => tallyOf(entry, null, base))),
  ];
}

function add(tally: Mutable<EntryTally>, path: string, count: number, decision: Decision): void {
  tally.matches += count;
  if (entryOf(decision) === tally.entry) tally.decides += count;
  else tally.lost ??= { path, to: decision };
}

/** The entry that decided; `undefined` where nothing did. */
function entryOf(decision: Decision): PathEntry | undefined {
  if (decision.kind === 'area') return decision.winner.entry;
  return decision.kind === 'exempt' ? decision.entry : undefined;
}

function addTie(ties: Map<string, Mutable<Tie>>, tie: Tie): void {
  const pair = `${tie.winner.aor.id} ${tie.loser.aor.id}`;
  const known = ties.get(pair);
  if (known === undefined) ties.set(pair, tie);
  else known.count += tie.count;
}
