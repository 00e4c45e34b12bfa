/** Who reviewed before, as the forge of a repository keeps it. Silent: only where the user is signed in. */
import type { HistoryReview, Person } from '../../core';
import { canConnect, readReviewsBefore } from '../../forges';
import type { GitChange } from '../../node/change/model';
import { yearBefore } from '../../node/history';
import { readRoute } from '../../node/route';
import { mayRunGit } from '../git';
import { forgesOf } from '../settingValues';
import type { Settings } from '../settings';
import type { Repository } from '../store';
import type { Accounts } from './accounts';

export interface ReviewQuestion {
  readonly repository: Repository;
  readonly change: GitChange;
  /** Of the ownership file that decides. */
  readonly people: ReadonlyMap<string, Person>;
}

/** `null`: nobody can be asked, because the user is not signed in, or there is no such forge. Rejects with the signal's reason. */
export type PastReviews = (question: ReviewQuestion, signal: AbortSignal) => Promise<readonly HistoryReview[] | null>;

export const createPastReviews =
  (accounts: Accounts, settings: Settings): PastReviews =>
  async ({ repository: { base }, change, people }, signal) => {
    if (!mayRunGit(base)) return null;
    const route = await readRoute(base.fsPath, change, forgesOf(settings.get('forges', base)));
    if (route === undefined || !canConnect(route.into.remote)) return null;
    const client = await accounts.known(route.into.remote);
    return client === null ? null : readReviewsBefore(client, people.values(), yearBefore(Date.now()), signal);
  };
