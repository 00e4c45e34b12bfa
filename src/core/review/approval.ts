/** Whether those whose review is a must have approved. */
import type { OwnershipFile, Person } from '../model';
import { judgeOf } from './answering';
import { answeringFor, type AskingContext } from './asked';
import type { Requirement, ReviewVerdict, Suggestion } from './suggestion';

export interface MustState {
  readonly requirement: Requirement;
  /** Who has approved of those who may; `null`: nobody yet, or somebody who comes before them wants changes. */
  readonly approvedBy: Person | null;
  /** Whose approval counts, best first: as of `answeringFor`. Nobody who made the change. */
  readonly mayApprove: readonly Person[];
}

/**
 * The `must` reviews of a suggestion, in its order. `file`: the one that decides. `verdicts`: what people say of the change
 * as it is, by id. What the change itself adds is no must that anything waits for.
 */
export const mustStates = (
  file: OwnershipFile,
  { requirements }: Suggestion,
  verdicts: ReadonlyMap<string, ReviewVerdict>,
  context: AskingContext,
): readonly MustState[] =>
  requirements
    .filter(({ level, origin }) => level === 'must' && origin !== 'added')
    .map((requirement) => {
      const mayApprove = answeringFor(file, requirement.aor, context).map(({ person }) => person);
      const judge = judgeOf(mayApprove, verdicts);
      return { requirement, approvedBy: judge?.verdict === 'approved' ? judge.person : null, mayApprove };
    });
