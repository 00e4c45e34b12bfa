/** Whether the `must` reviews of a change are approved in its open request. Sends nothing. */
import { mustStates, type MustState, type ReviewVerdict, type Suggestion, type Today } from '../../core';
import { verdictOf } from '../../forges';
import type { Authors, ChangeAtHand } from '../changeAtHand';
import type { FoundRequest } from './findRequest';

export interface Checked {
  readonly found: FoundRequest;
  /** Empty where there is not one request. */
  readonly musts: readonly MustState[];
}

/** As the forge has the reviews: one that was dismissed, or taken back by a later verdict, does not count. */
export function checkMusts(
  suggestion: Suggestion,
  found: FoundRequest,
  { deciding }: ChangeAtHand,
  authors: Authors,
  today: Today,
): Checked {
  if (found.kind !== 'one') return { found, musts: [] };
  const verdicts = [...deciding.people.values()].flatMap((one): readonly (readonly [string, ReviewVerdict])[] => {
    const verdict = verdictOf(one, found.state, found.client);
    return verdict === null ? [] : [[one.id, verdict]];
  });
  const context = { authors: new Set(authors.ids), busy: new Set<string>(), today };
  return { found, musts: mustStates(deciding, suggestion, new Map(verdicts), context) };
}

export const isAllApproved = ({ found, musts }: Checked): boolean =>
  found.kind === 'one' && musts.every(({ approvedBy }) => approvedBy !== null);
