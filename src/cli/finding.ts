import type { Problem } from '../core';
import type { Place } from './repository';

/** A problem where it stands. */
export interface Finding {
  readonly problem: Problem;
  readonly place: Place;
  /** Whether `aor check --fix` corrects it. */
  readonly isFixable: boolean;
}
