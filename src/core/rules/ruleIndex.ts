import type { Aor, ConditionalReview, LostMatch, Match, PathEntry } from '../model';
import type { FileTree } from '../tree/fileTree';
import type { Matcher } from './matcher';

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
  /** All entries whose globs match, excludes and `exempt` among them, each once, in order of definition. */
  readonly matching: readonly PathEntry[];
}

/** The decisions for a tree: file → number → decision. */
export interface TreeDecisions {
  readonly decisions: readonly Decision[];
  readonly numbers: Int32Array;
}

/**
 * Compiled globs of one ownership file. Paths are base-relative with `/`, files or not. Equal answers tend to be the
 * same object, so what is made of one can be kept with it.
 */
export interface RuleIndex {
  /** Which area has the path. */
  decide(path: string): Decision;
  /** The same with everything that matched and lost, and the review AORs. */
  explain(path: string): Explanation;
  /** Which area has each file of a tree. A generator, so that the caller can do it in slices. */
  decideTree(tree: FileTree): Generator<void, TreeDecisions>;
  /** Explains each file of a tree, in its order. A generator, so that the caller can do it in slices. */
  explainTree(tree: FileTree, explained: (file: number, explanation: Explanation) => void): Generator<void, void>;
  /** What a later file with the same globs need not compile again; `null` where not all is patterns. */
  readonly matcher: Matcher | null;
}
