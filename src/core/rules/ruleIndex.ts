import type { Aor, ConditionalReview, LostMatch, Match, PathEntry } from '../model';

/** The area's side of one answer, as short as can be: for counting whole trees. */
export type Decision =
  | { readonly kind: 'area'; readonly winner: Match }
  | { readonly kind: 'exempt'; readonly entry: PathEntry }
  | { readonly kind: 'none' };

/** Everything about one path that does not depend on the day. */
export interface Explanation {
  readonly decision: Decision;
  /** Area AORs whose globs match and lost, best first. */
  readonly also: readonly LostMatch[];
  readonly reviews: readonly Aor[];
  readonly conditional: readonly ConditionalReview[];
}

/** Compiled globs of one ownership file. Paths are base-relative with `/`, files or not. */
export interface RuleIndex {
  /** Which area has the path. */
  decide(path: string): Decision;
  /** The same with everything that matched and lost, and the review AORs. */
  explain(path: string): Explanation;
}
