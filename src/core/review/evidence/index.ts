/** From `git log` to what a suggestion may know. The door of this folder. */
export { backupAhead, type BackupAhead } from './backupAhead';
export { historyEvidence, workIn } from './historyEvidence';
export { indexHistory, indexHistoryInSteps, type HistoryIndex } from './historyIndex';
export type { Identity } from './identity';
export { accountsAsWriters, tellsReviewers, withReviewers, type PastReview } from './pastReviews';
export { logFormat, logReader, type HistoryCommit, type LogReader } from './parseLog';
