/** What is to be asked on a forge. */
import type { Suggestion } from '../../core';
import type { ReadyReview } from '../../host/review/review';
import type { Route } from '../../node/route';

export interface Asking {
  readonly review: ReadyReview;
  /** Of those who were chosen. */
  readonly suggestion: Suggestion;
  readonly route: Route;
}
