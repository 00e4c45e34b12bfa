import type { Aor, ConditionalReview, OwnershipFile, ReviewNeed } from '../model';
import { claimsIndex, listsOf } from './claims';
import { pathInside } from './patternMatcher';

/** The review AORs that a path brings in, in order of definition. */
export interface ReviewsOfPath {
  /** Those that apply by path alone. */
  readonly reviews: readonly Aor[];
  /** Those that look at the change as well. */
  readonly conditional: readonly ConditionalReview[];
}

/** Compiles the review AORs to: path (from the root, `/`) → those that concern it. One with a broken condition applies to nothing. */
export function compileReviews(file: OwnershipFile): (path: string) => ReviewsOfPath {
  const all = [...file.aors.values()].filter(({ kind, broken }) => kind === 'review' && broken.length === 0);
  const claims = claimsIndex(listsOf(all));
  return (path) => {
    const named = new Set(claims(path).map(({ holder }) => holder));
    const concerned = all.filter((aor) => (aor.hasPaths ? named.has(aor) : isBeneath(aor.base, path)));
    return {
      reviews: concerned.filter((aor) => needsOf(aor).length === 0),
      conditional: concerned.map((aor) => ({ aor, needs: needsOf(aor) })).filter(({ needs }) => needs.length > 0),
    };
  };
}

function isBeneath(folder: string, path: string): boolean {
  const inside = pathInside(folder, path);
  return inside !== undefined && inside !== '';
}

/** What a review AOR looks at beside the path; empty: it applies by path alone. */
export function needsOf(aor: Aor): readonly ReviewNeed[] {
  const needs: readonly (ReviewNeed | null)[] = [
    aor.content === null ? null : 'content',
    aor.minLines === null ? null : 'min-lines',
    aor.changes === null ? null : 'changes',
  ];
  return needs.filter((need) => need !== null);
}
