import type { Aor, PathEntry } from '../model';
import { patternIndex } from './patternIndex';
import type { Claim } from './precedence';

/** A list of path entries and whose it is. Its excludes take paths out of this list only. */
export interface EntryList<H> {
  readonly holder: H;
  /** The id of the holder, where holders with equal globs are told apart by it. */
  readonly id: string;
  /** How many entries with the same id stand in earlier lists. */
  readonly earlier: number;
  readonly entries: readonly PathEntry[];
}

/** A pattern that matches, with whose it is. */
export interface HeldClaim<H> extends Claim {
  readonly holder: H;
}

/** Compiles lists of entries to: path (from the root, `/`) → the claims on it that no exclude of the same list takes back. */
export function claimsIndex<H>(lists: readonly EntryList<H>[]): (path: string) => readonly HeldClaim<H>[] {
  const matching = patternIndex(lists.flatMap(patternsOf));
  return (path) => {
    const claims = matching(path);
    const withdrawn = new Set(claims.filter(isExclude).map(({ list }) => list));
    return withdrawn.size === 0 ? claims : claims.filter(({ list }) => !withdrawn.has(list));
  };
}

interface ListedClaim<H> extends HeldClaim<H> {
  readonly list: EntryList<H>;
}

function patternsOf<H>(list: EntryList<H>) {
  const { holder, id, earlier } = list;
  return list.entries.flatMap((entry, at) =>
    entry.glob.patterns.map((pattern) => {
      const value: ListedClaim<H> = { holder, id, list, entry, pattern, position: earlier + at };
      return { pattern, value };
    }),
  );
}

function isExclude({ entry }: Claim): boolean {
  return entry.glob.exclude;
}

/** The `paths` of AORs as lists of their own. */
export function listsOf(aors: readonly Aor[]): readonly EntryList<Aor>[] {
  return aors.map((aor) => ({ holder: aor, id: aor.id, earlier: 0, entries: aor.paths }));
}
