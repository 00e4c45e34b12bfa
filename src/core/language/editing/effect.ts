/** What other globs would change: which files an AOR would get, from whom, and which would stay with others. */
import type { Aor, Decider, PathEntry } from '../../model';
import type { Decision, Explanation, RuleIndex } from '../../rules';
import { filePaths, type FileTree } from '../../tree/fileTree';
import { matchesGlob } from '../../rules/glob';
import { isWithin, probeOf, type Target } from './globFor';

/** The paths that an effect is about. */
export interface Reach {
  readonly has: (path: string) => boolean;
  /** Names to ask about where no file is there. */
  readonly probes: readonly string[];
}

/** All that lies beneath some folders, and some files. */
export const reachOf = (targets: readonly Target[]): Reach => ({
  has: (path) => targets.some((target) => (target.isFolder ? isWithin(path, target.path) : path === target.path)),
  probes: targets.map(probeOf),
});

/** What the entries of an AOR match, less what they take out. */
export const reachOfGlobs = (entries: readonly PathEntry[]): Reach => ({
  has: (path) =>
    entries.some(({ glob }) => !glob.exclude && matchesGlob(glob, path)) &&
    !entries.some(({ glob }) => glob.exclude && matchesGlob(glob, path)),
  probes: [],
});

/** Files that do not go to the AOR, and what keeps them. */
export interface Stays {
  /** Who has them instead; `null`: nobody needs to, they are exempt. */
  readonly aor: Aor | null;
  /** The glob that decides: of the other AOR, of `exempt`, or the AOR's own exclude. */
  readonly entry: PathEntry | null;
  /** `null`: not by rank, the path is exempt or excluded. */
  readonly by: Decider | null;
  readonly files: number;
}

export interface Effect {
  /** How many there are; 0 where none is there yet, and the probes were asked about instead. */
  readonly files: number;
  /** How many the AOR gets that it did not have, and from whom (`null`: from nobody). */
  readonly gained: readonly { readonly from: Aor | null; readonly files: number }[];
  /** How many it had before, and keeps. */
  readonly kept: number;
  readonly stays: readonly Stays[];
}

/** How many paths are looked at between two chances to do something else. */
const sliceLength = 500;

/**
 * What an AOR, as it is after a change, has of the paths, compared with before. A generator, so that the caller can do
 * it in slices. `tree`: `null` where the files are not known; then the probes are asked about.
 */
export function* effectOf(
  before: RuleIndex,
  after: RuleIndex,
  aor: Aor,
  reach: Reach,
  tree: FileTree | null,
): Generator<void, Effect> {
  const paths: string[] = [];
  let seen = 0;
  for (const path of tree === null ? [] : filePaths(tree)) {
    if (++seen % sliceLength === 0) yield;
    if (reach.has(path)) paths.push(path);
  }
  const files = paths.length;
  const gained = new Map<string, { from: Aor | null; files: number }>();
  const stays = new Map<string, Stays>();
  let kept = 0;
  for (const [at, path] of (files === 0 ? reach.probes : paths).entries()) {
    if (at % sliceLength === 0) yield;
    const had = areaOf(before.decide(path));
    const explanation = after.explain(path);
    if (areaOf(explanation.decision)?.id !== aor.id) {
      const stay = stayOf(explanation, aor);
      const key = `${stay.aor?.id ?? ''} ${stay.entry?.at.file ?? ''} ${stay.entry?.at.start ?? ''}`;
      stays.set(key, { ...stay, files: (stays.get(key)?.files ?? 0) + 1 });
    } else if (had?.id === aor.id) kept++;
    else {
      const key = had?.id ?? '';
      gained.set(key, { from: had, files: (gained.get(key)?.files ?? 0) + 1 });
    }
  }
  const byCount = (a: { readonly files: number }, b: { readonly files: number }): number => b.files - a.files;
  return { files, gained: [...gained.values()].sort(byCount), kept, stays: [...stays.values()].sort(byCount) };
}

const areaOf = (decision: Decision): Aor | null => (decision.kind === 'area' ? decision.winner.aor : null);

function stayOf({ decision, also, matching }: Explanation, { id, paths }: Aor): Omit<Stays, 'files'> {
  if (decision.kind === 'exempt') return { aor: null, entry: decision.entry, by: null };
  const lost = also.find(({ aor }) => aor.id === id);
  // It matches, and did not even lose: an exclude of its own takes the path out.
  if (decision.kind === 'area' && lost !== undefined)
    return { aor: decision.winner.aor, entry: decision.winner.entry, by: lost.lost };
  return {
    aor: areaOf(decision),
    entry: matching.find((entry) => entry.glob.exclude && paths.includes(entry)) ?? null,
    by: null,
  };
}
