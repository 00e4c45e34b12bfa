/** What the forges' past reviews have in common. */
import type { Day } from '../core';
import { isSameHandle, type PastReview } from './forge';

/** Somebody who took part in what was merged. */
export interface PastPerson {
  readonly handle: string;
  /** Missing: no, or not told. */
  readonly isMachine?: boolean;
}

/** Of what was merged, how far to look back. */
export interface PastSpan {
  readonly since: Day;
  readonly atMost: number;
}

/** The record of one that was merged. `commits`: those that are told. */
export function pastReview(
  commits: readonly (string | null)[],
  author: string | null,
  people: readonly PastPerson[],
): PastReview {
  const others = people.filter(
    ({ handle, isMachine = false }) => !isMachine && !(author !== null && isSameHandle(handle, author)),
  );
  const reviewers = others
    .map(({ handle }) => handle)
    .filter((handle, at, all) => all.findIndex((one) => isSameHandle(one, handle)) === at);
  const told = commits.filter((commit) => commit !== null && /^[0-9a-f]{40,64}$/i.test(commit)) as readonly string[];
  return { commits: [...new Set(told.map((commit) => commit.toLowerCase()))], author, reviewers };
}

/** Whether a moment is on a day or later; both as ISO 8601, so that texts can be compared. */
export const isSince = (moment: string, day: string): boolean => moment.slice(0, day.length) >= day;
