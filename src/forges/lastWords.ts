/** What somebody says of a request in the end. */
import { isSameHandle, type Review } from './forge';

/** One for each person, from all of their reviews, oldest first. */
export function lastWords(reviews: readonly Review[]): readonly Review[] {
  const last: Review[] = [];
  for (const review of reviews) {
    const at = last.findIndex(({ handle }) => isSameHandle(handle, review.handle));
    if (at < 0) last.push(review);
    // A comment takes no verdict back.
    else if (review.verdict !== 'commented' || last[at]?.verdict === 'dismissed') last[at] = review;
  }
  return last;
}
