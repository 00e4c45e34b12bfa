/** The globs of an ownership file as lists of claims, and their ranks. */
import type { Aor, OwnershipFile, PathEntry } from '../model';
import { plainSegments } from './segment';
import { everythingBeneath, type Pattern } from './pattern';
import { judge, type Claim } from './precedence';
import { decidesNothing, type RankedPattern } from './ranked';

/** What a list of patterns is for. Its excludes take paths out of this list only. */
export type ClaimList =
  | { readonly kind: 'area'; readonly aor: Aor }
  | { readonly kind: 'review'; readonly aor: Aor }
  | { readonly kind: 'exempt' };

/** One pattern, and for what it stands in the file. */
export interface ListedClaim extends Claim {
  readonly list: number;
}

/** A claim that no entry makes: of a review without `paths`, on all that lies beneath its file's folder. */
interface ImpliedClaim {
  readonly list: number;
  readonly entry: null;
  readonly pattern: Pattern;
}

export interface FileClaims {
  /** In order of definition, `exempt` last. */
  readonly lists: readonly ClaimList[];
  /** In the order of the lists. */
  readonly claims: readonly (ListedClaim | ImpliedClaim)[];
  /** The same, as the index takes them. */
  readonly patterns: readonly RankedPattern[];
  /** Rank → the claim that has it. */
  readonly byRank: readonly ListedClaim[];
}

/** Reads the claims of all areas, reviews and `exempt` lists. */
export function claimsOf(file: OwnershipFile): FileClaims {
  const lists: ClaimList[] = [];
  const claims: (ListedClaim | ImpliedClaim)[] = [];
  function add(list: ClaimList, id: string, earlier: number, entries: readonly PathEntry[]): number {
    const number = lists.push(list) - 1;
    entries.forEach((entry, at) => {
      for (const pattern of entry.glob.patterns)
        claims.push({ entry, pattern, id, position: earlier + at, list: number });
    });
    return number;
  }
  for (const aor of file.aors.values()) {
    if (aor.kind === 'duty') continue;
    const list = add({ kind: aor.kind, aor }, aor.id, 0, aor.paths);
    if (aor.kind === 'review' && !aor.hasPaths)
      claims.push({ list, entry: null, pattern: [...plainSegments(aor.base), everythingBeneath] });
  }
  // The `exempt` lists of all files count as one where the earlier entry is to be named.
  let earlier = 0;
  for (const { entries } of file.exempt) {
    add({ kind: 'exempt' }, '', earlier, entries);
    earlier += entries.length;
  }
  return { lists, claims, ...ranked(lists, claims) };
}

/** `exempt` is asked first, so it has the highest ranks; within it, and among areas, precedence decides. */
function ranked(lists: readonly ClaimList[], claims: FileClaims['claims']): Pick<FileClaims, 'patterns' | 'byRank'> {
  const deciding = (kind: ClaimList['kind']): ListedClaim[] =>
    claims
      .filter((claim) => claim.entry !== null)
      .filter(({ list, entry }) => lists[list]?.kind === kind && !entry.glob.exclude)
      .sort((a, b) => judge(b, a).order);
  const byRank = [...deciding('area'), ...deciding('exempt')];
  const ranks = new Map<ListedClaim | ImpliedClaim, number>(byRank.map((claim, rank) => [claim, rank]));
  const patterns = claims.map((claim) => ({
    pattern: claim.pattern,
    list: claim.list,
    isExclude: claim.entry?.glob.exclude === true,
    rank: ranks.get(claim) ?? decidesNothing,
  }));
  return { patterns, byRank };
}
