/** What a year of history says about who really reviews here. */
import {
  historyEvidence,
  indexHistory,
  tellsReviewers,
  type Evidence,
  type HistoryCommit,
  type HistoryReview,
  type Today,
} from '../core';
import { folderInRepository, readHistory, yearBefore } from '../node/history';
import { instantOf } from './arguments';
import type { Authors, ChangeAtHand } from './changeAtHand';

/** Histories that are read while the change is. */
export interface Histories {
  /** Begins to read what a commit reaches, in a work tree. Runs git. */
  begin(folder: string, revision: string): void;
  /**
   * Evidence for the change; `undefined` where there is no history to read. `onForge`: who reviewed since a day, asked where
   * commits do not tell; `null`: nobody is.
   */
  evidenceFor(at: ChangeAtHand, authors: Authors, onForge: ReviewsSince | null): Promise<Evidence | undefined>;
}

/** The day is `YYYY-MM-DD`. */
export type ReviewsSince = (day: string) => Promise<readonly HistoryReview[]>;

interface History {
  readonly revision: string;
  readonly commits: readonly HistoryCommit[] | null;
  /** Where the work tree's folder lies in its repository. */
  readonly folder: string;
}

/** `signal` ends what is still being read. */
export function histories(today: Today, signal: AbortSignal): Histories {
  const now = instantOf(today);
  const byFolder = new Map<string, Promise<History | null>>();

  async function read(folder: string, revision: string): Promise<History | null> {
    const [commits, within] = await Promise.all([
      readHistory(folder, { revision, now, signal }),
      folderInRepository(folder, signal),
    ]);
    return { revision, commits, folder: within };
  }

  /** The commits as they are, where they tell who reviewed, or nobody else does. */
  async function withForge(
    folder: string,
    { revision }: History,
    commits: readonly HistoryCommit[],
    onForge: ReviewsSince,
  ): Promise<readonly HistoryCommit[]> {
    if (tellsReviewers(commits)) return commits;
    const reviews = await onForge(yearBefore(now));
    if (reviews.length === 0) return commits;
    return (await readHistory(folder, { revision, now, reviews, signal })) ?? commits;
  }

  return {
    begin(folder, revision) {
      // It rejects once nobody wants it any more.
      const history = read(folder, revision).catch(() => null);
      byFolder.set(folder, history);
    },
    async evidenceFor({ folder, change, deciding }, authors, onForge) {
      if (change.files.length === 0) return undefined;
      const history = await byFolder.get(folder);
      const found = history?.commits ?? [];
      if (history == null || found.length === 0) return undefined;
      const commits = onForge === null ? found : await withForge(folder, history, found, onForge);
      const index = indexHistory(commits, deciding.people.values(), now, history.folder);
      return historyEvidence(index, authors.identities);
    },
  };
}
