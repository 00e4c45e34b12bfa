/** Which of two globs wins. The only place that knows; the rules are in the reference page, *Which AOR owns a path*. */
import type { Decider, PathEntry } from '../model';
import type { Pattern } from './pattern';
import type { Segment, SegmentClass } from './segment';

/** One pattern of one path entry, as far as its rank goes. */
export interface Claim {
  readonly entry: PathEntry;
  readonly pattern: Pattern;
  /** Id of the AOR; `''` in an `exempt` list. */
  readonly id: string;
  /** Position of the entry among those with the same id. */
  readonly position: number;
}

/** Which of two claims wins, and why. */
export interface Verdict {
  /** Below zero: the first one wins. Zero only for patterns of one and the same entry. */
  readonly order: number;
  /** `null`: both have the same id, and the earlier entry is the one named. */
  readonly by: Decider | null;
}

/** Judges two claims to one path. An order over all claims, so it can be sorted by. Never throws. */
export function judge(a: Claim, b: Claim): Verdict {
  if (a.entry.priority !== b.entry.priority) {
    return { order: b.entry.priority - a.entry.priority, by: { kind: 'priority' } };
  }
  const segments = Math.max(a.pattern.length, b.pattern.length);
  for (let at = 0; at < segments; at++) {
    const order = compareSegments(a.pattern[at], b.pattern[at]);
    if (order !== 0) return { order, by: { kind: 'segment', number: at + 1 } };
  }
  if (a.id !== b.id) return { order: a.id < b.id ? -1 : 1, by: { kind: 'id' } };
  return { order: a.position - b.position, by: null };
}

/** The claim that wins against all others; `undefined` where there is none. */
export function bestOf<C extends Claim>(claims: readonly C[]): C | undefined {
  let best: C | undefined;
  for (const claim of claims) {
    if (best === undefined || judge(claim, best).order < 0) best = claim;
  }
  return best;
}

const exactness: Readonly<Record<SegmentClass, number>> = { plain: 0, mixed: 1, wildcards: 2, star: 3, globstar: 4 };

/** Below zero: the first one is more exact. A pattern that has ended has no segment, and a segment beats none. */
function compareSegments(a: Segment | undefined, b: Segment | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (a.class !== b.class) return exactness[a.class] - exactness[b.class];
  return a.class === 'mixed' ? b.literals - a.literals : 0;
}
