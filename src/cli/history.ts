/** What a year of history says about who really reviews here. */
import { historyEvidence, indexHistory, type Evidence, type Today } from '../core';
import { folderInRepository, readHistory } from '../node/history';
import type { Authors, ChangeAtHand } from './changeAtHand';

/** Evidence for the change; `undefined` where there is no history to read. Runs git. */
export async function readEvidence(
  { folder, change, deciding }: ChangeAtHand,
  authors: Authors,
  today: Today,
): Promise<Evidence | undefined> {
  // The base's alone: a change must not bring the reviews along that speak for its reviewers.
  const revision = change.base?.commit ?? change.head.commit;
  if (revision === null || change.files.length === 0) return undefined;
  const now = 'instant' in today ? today.instant : Date.parse(`${today.day}T23:59:59Z`);
  const commits = await readHistory(folder, { revision, now });
  if (commits === null || commits.length === 0) return undefined;
  const index = indexHistory(commits, deciding.people.values(), now, await folderInRepository(folder));
  return historyEvidence(index, authors.identities);
}
