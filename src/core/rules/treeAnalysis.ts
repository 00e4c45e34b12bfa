import type { Aor, Match, OwnershipFile, PathEntry, Source } from '../model';
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
  /** Of how many of those that it names an exclude beside it takes the path out. For an exclude, 0. */
  readonly takenOut: number;
  /** The files that it names and does not decide, by what decides them, in the order of their first files. */
  readonly lost: readonly Loss[];
}

/** Files that one thing decides; it is told by the first of them. */
export interface Loss {
  readonly path: string;
  readonly to: Decision;
  readonly count: number;
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
  /** The texts it was made for. */
  readonly sources: readonly Source[];
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

/** A tally that is being made; losses by the entry that decides, if any does. */
interface Counting extends Mutable<Omit<EntryTally, 'lost'>> {
  readonly lostTo: Map<PathEntry | undefined, Mutable<Loss>>;
}

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
  const tallies = talliesOf(file);
  const tallyOf = new Map(tallies.map((tally) => [tally.entry, tally]));
  const total = { files: tree.size, owned: 0, exempt: 0, unowned: 0 };
  const filesOf = new Map<string, number>();
  const ties = new Map<string, Mutable<Tie>>();
  for (const { explanation, first, count } of groups) {
    const { decision, also, matching } = explanation;
    const path = filePath(tree, first);
    const matched = matching.flatMap((entry) => tallyOf.get(entry) ?? []);
    const excludes = matched.filter(({ entry }) => entry.glob.exclude);
    for (const tally of matched) {
      add(tally, path, count, decision);
      if (excludes.some((exclude) => takesOutOf(exclude, tally))) tally.takenOut += count;
    }
    if (decision.kind === 'none') total.unowned += count;
    if (decision.kind === 'exempt') total.exempt += count;
    if (decision.kind !== 'area') continue;
    const { winner } = decision;
    total.owned += count;
    filesOf.set(winner.aor.id, (filesOf.get(winner.aor.id) ?? 0) + count);
    for (const loser of also) if (loser.lost.kind === 'id') addTie(ties, { winner, loser, path, count });
  }
  const entries = tallies.map(({ lostTo, ...tally }) => ({ ...tally, lost: [...lostTo.values()] }));
  return { sources: file.sources, ...total, filesOf, entries, ties: [...ties.values()] };
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

function talliesOf(file: OwnershipFile): readonly Counting[] {
  const tallyOf = (entry: PathEntry, aor: Aor | null, base: string) => ({
    ...{ entry, aor, base, matches: 0, decides: 0, takenOut: 0 },
    lostTo: new Map(),
  });
  const aors = [...file.aors.values()].filter(({ kind }) => kind !== 'duty');
  return [
    ...aors.flatMap((aor) => aor.paths.map((entry) => tallyOf(entry, aor, aor.base))),
    ...file.exempt.flatMap(({ base, entries }) => entries.map((entry) => tallyOf(entry, null, base))),
  ];
}

function add(tally: Counting, path: string, count: number, decision: Decision): void {
  tally.matches += count;
  const by = entryOf(decision);
  if (by === tally.entry) {
    tally.decides += count;
    return;
  }
  const loss = tally.lostTo.get(by);
  if (loss === undefined) tally.lostTo.set(by, { path, to: decision, count });
  else loss.count += count;
}

/** An exclude is for the list it stands in: that of an AOR, or the `exempt` of one file. */
const takesOutOf = (exclude: Counting, { entry, aor }: Counting): boolean =>
  !entry.glob.exclude && exclude.aor === aor && exclude.entry.at.file === entry.at.file;

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
