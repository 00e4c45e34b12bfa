/** Reviews that are kept elsewhere than in the messages of commits: by a forge. */
import type { Identity } from './identity';
import type { HistoryCommit } from './parseLog';

/** Who reviewed something that was merged. */
export interface PastReview {
  /** As which commit it may be found: the merge, the newest commit of what was merged. Lower case. */
  readonly commits: readonly string[];
  readonly reviewers: readonly Identity[];
  /** Who opened it, by their account alone; `null`: the ownership file knows them, or the account is gone. */
  readonly author: Identity | null;
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

/**
 * Turns accounts into those who commit: whoever opened requests has the name and address by which most of those were
 * written, so that what somebody wrote and reviewed is one person's. Others stay as they are.
 */
export function accountsAsWriters(
  commits: readonly HistoryCommit[],
  reviews: readonly PastReview[],
): (identity: Identity) => Identity {
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  const written = new Map<string, Identity[]>();
  for (const { commits: ids, author } of reviews) {
    const merged = ids.map((id) => byId.get(id)).find((commit) => commit !== undefined);
    if (author === null || merged === undefined) continue;
    // A merge is written by whoever pressed the button.
    const tip = merged.parents.length > 1 ? byId.get(merged.parents.at(-1) ?? '') : merged;
    if (tip !== undefined) written.set(author.email, [...(written.get(author.email) ?? []), tip.author]);
  }
  const writers = new Map([...written].map(([account, identities]) => [account, mostOf(identities)]));
  return (identity) => writers.get(identity.email) ?? identity;
}

/** The one who is more than half of them, by address. */
function mostOf(identities: readonly Identity[]): Identity | null {
  const counts = new Map<string, number>();
  for (const { email } of identities) counts.set(email, (counts.get(email) ?? 0) + 1);
  return identities.find(({ email }) => 2 * (counts.get(email) ?? 0) > identities.length) ?? null;
}
