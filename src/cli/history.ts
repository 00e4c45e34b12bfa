/** What a year of history says about who really reviews here. */
import { historyEvidence, indexHistory, type Evidence, type HistoryCommit, type Today } from '../core';
import { folderInRepository, readHistory } from '../node/history';
import { instantOf } from './arguments';
import type { Authors, ChangeAtHand } from './changeAtHand';

/** Histories that are read while the change is. */
export interface Histories {
  /** Begins to read what a commit reaches, in a work tree. Runs git. */
  begin(folder: string, revision: string): void;
  /** Evidence for the change; `undefined` where there is no history to read. */
  evidenceFor(at: ChangeAtHand, authors: Authors): Promise<Evidence | undefined>;
}

interface History {
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
    return { commits, folder: within };
  }

  return {
    begin(folder, revision) {
      // It rejects once nobody wants it any more.
      const history = read(folder, revision).catch(() => null);
      byFolder.set(folder, history);
    },
    async evidenceFor({ folder, change, deciding }, authors) {
      if (change.files.length === 0) return undefined;
      const history = await byFolder.get(folder);
      const commits = history?.commits ?? [];
      if (commits.length === 0) return undefined;
      const index = indexHistory(commits, deciding.people.values(), now, history?.folder ?? '');
      return historyEvidence(index, authors.identities);
    },
  };
}
