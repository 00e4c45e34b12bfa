import type { Pattern } from './pattern';

/** The rank of what decides no area: patterns of reviews, and excludes. */
export const decidesNothing = -1;

/** A pattern as the index sees it: what it matches, and what that means in numbers. */
export interface RankedPattern {
  readonly pattern: Pattern;
  /** The list it stands in. An exclude takes paths out of its own list only. */
  readonly list: number;
  readonly isExclude: boolean;
  /** Of the patterns that match a path the one with the highest rank decides; no two have the same, but for `decidesNothing`. */
  readonly rank: number;
}

/** Whether two lists of ranked patterns give the same answers, number by number. */
export function areSameRanked(a: readonly RankedPattern[], b: readonly RankedPattern[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other !== undefined &&
        one.rank === other.rank &&
        one.list === other.list &&
        one.isExclude === other.isExclude &&
        isSamePattern(one.pattern, other.pattern)
      );
    })
  );
}

const isSamePattern = (a: Pattern, b: Pattern): boolean =>
  a === b ||
  (a.length === b.length && a.every(({ class: is, text }, at) => is === b[at]?.class && text === b[at].text));
