import type { Aor, Match, OwnershipFile, PathEntry } from '../model';
import { patternIndex } from './patternIndex';
import type { Decision, RuleIndex } from './ruleIndex';

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

/** How many files are looked at between two chances to do something else. */
const sliceLength = 500;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Looks at every file of a tree (paths from the root, `/`). A generator, so that the caller can do it in slices: it
 * stops every 500 files and returns the result at the end.
 */
export function* analyseTree(
  file: OwnershipFile,
  index: RuleIndex,
  paths: Iterable<string>,
): Generator<void, TreeAnalysis> {
  const entries = talliesOf(file);
  const matching = patternIndex(
    entries.flatMap((tally) => tally.entry.glob.patterns.map((pattern) => ({ pattern, value: tally }))),
  );
  const total = { files: 0, owned: 0, exempt: 0, unowned: 0 };
  const filesOf = new Map<string, number>();
  const ties = new Map<string, Mutable<Tie>>();
  for (const path of paths) {
    if (total.files > 0 && total.files % sliceLength === 0) yield;
    total.files++;
    const { decision, also } = index.explain(path);
    for (const tally of new Set(matching(path))) count(tally, path, decision);
    if (decision.kind === 'none') total.unowned++;
    if (decision.kind === 'exempt') total.exempt++;
    if (decision.kind !== 'area') continue;
    const { winner } = decision;
    total.owned++;
    filesOf.set(winner.aor.id, (filesOf.get(winner.aor.id) ?? 0) + 1);
    for (const loser of also.filter(({ lost }) => lost.kind === 'id')) countTie(ties, winner, loser, path);
  }
  return { ...total, filesOf, entries, ties: [...ties.values()] };
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

function count(tally: Mutable<EntryTally>, path: string, decision: Decision): void {
  tally.matches++;
  if (entryOf(decision) === tally.entry) tally.decides++;
  else tally.lost ??= { path, to: decision };
}

/** The entry that decided; `undefined` where nothing did. */
function entryOf(decision: Decision): PathEntry | undefined {
  if (decision.kind === 'area') return decision.winner.entry;
  return decision.kind === 'exempt' ? decision.entry : undefined;
}

function countTie(ties: Map<string, Mutable<Tie>>, winner: Match, loser: Match, path: string): void {
  const pair = `${winner.aor.id} ${loser.aor.id}`;
  const tie = ties.get(pair);
  if (tie === undefined) ties.set(pair, { winner, loser, path, count: 1 });
  else tie.count++;
}
