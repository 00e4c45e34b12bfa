/** Reviews that are kept elsewhere than in the messages of commits: by a forge. */
import type { Identity } from './identity';
import type { HistoryCommit } from './parseLog';

/** Who reviewed something that was merged. */
export interface PastReview {
  /** As which commit it may be found: the merge, the newest commit of what was merged. Lower case. */
  readonly commits: readonly string[];
  readonly reviewers: readonly Identity[];
}

/** Fewer commits than this say too little, whether a few people use trailers or not. */
const enough = 8;

/** Whether the messages of commits tell who reviewed, so that no forge has to be asked. */
export const tellsReviewers = (commits: readonly HistoryCommit[]): boolean =>
  commits.filter(({ reviewers }) => reviewers.length > 0).length >= enough;

/**
 * Adds reviewers to commits that come in the order of the log, newest first. Each review counts once: for the merge, where
 * that is in the log, and else for the newest commit of what was merged.
 */
export function withReviewers(reviews: readonly PastReview[]): (commit: HistoryCommit) => HistoryCommit {
  const byCommit = new Map(reviews.flatMap((review) => review.commits.map((id) => [id, review] as const)));
  const counted = new Set<PastReview>();
  return (commit) => {
    const review = byCommit.get(commit.id);
    if (review === undefined || counted.has(review)) return commit;
    counted.add(review);
    return { ...commit, reviewers: [...commit.reviewers, ...review.reviewers] };
  };
}
