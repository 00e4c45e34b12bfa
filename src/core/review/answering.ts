/** Who takes part in the request of a change already, and what that leaves to be asked. */
import type { Aor, OwnershipFile, Person } from '../model';
import { absencesLately } from '../people/days';
import { answeringFor, candidatesFor, type AskingContext, type Candidate } from './asked';
import type { ForgeFacts, Requirement, RequirementState, RequestStanding, ReviewVerdict } from './suggestion';

const isVerdict = (standing: RequestStanding | undefined): standing is ReviewVerdict =>
  standing === 'approved' || standing === 'changes-requested';

/**
 * Who can be chosen for a requirement, best first; empty for nobody. A `note` asks nobody.
 *
 * What the forge says never takes a requirement from somebody who is there for it, so that asking changes no answer. Where
 * the owner is not there it is answered by the verdict of a stand-in; for a week after an owner is back it stays with those
 * who were asked in their stead; and with somebody who was asked and got busy since.
 */
export function candidatesOf(
  file: OwnershipFile,
  { aor, level }: Requirement,
  context: AskingContext,
  facts: ForgeFacts | undefined,
): readonly Candidate[] {
  if (level === 'note') return [];
  const candidates = candidatesFor(file, aor, context);
  if (facts === undefined) return candidates;
  const standingOf = ({ person }: Candidate): RequestStanding | undefined => facts.standing.get(person.id);
  if (candidates.some((one) => one.as === 'owner' && standingOf(one) !== undefined)) return candidates;
  const answering = answeringFor(file, aor, context);
  const there = answering.filter((one) => standingOf(one) !== undefined);
  const answered = there.filter((one) => isVerdict(standingOf(one)));
  // Whoever has reviewed is not in need of being free.
  if (answered.length > 0) return answered.map((one) => ({ ...one, warnings: [] }));
  if (candidates.length === 0) return [];
  // They were asked while they were free; to be busy since is no reason to ask somebody else.
  const staying = there.filter(({ warnings }) => !warnings.includes('away')).map((one) => ({ ...one, warnings: [] }));
  const isJustBack = candidates[0]?.as === 'owner' && isOwnerJustBack(file, aor, context);
  if (staying.length > 0 && isJustBack) return staying;
  if (candidates.some((one) => standingOf(one) !== undefined)) return candidates;
  const placeOf = (one: Candidate): number => answering.findIndex(({ person }) => person === one.person);
  const busy = staying.filter((one) => candidates.every((other) => placeOf(one) < placeOf(other)));
  return busy.length > 0 ? busy : candidates;
}

function isOwnerJustBack({ people }: OwnershipFile, aor: Aor, { today }: AskingContext): boolean {
  const owner = people.get(aor.owner?.id ?? '');
  return owner !== undefined && absencesLately(owner, today).length > 0;
}

/** Everybody who could take one of the requirements, now or once somebody else cannot, each once. */
export function peopleInQuestion(
  file: OwnershipFile,
  requirements: readonly Requirement[],
  context: AskingContext,
): readonly Person[] {
  const asking = requirements.filter(({ level, origin }) => level !== 'note' && origin !== 'added');
  return [...new Set(asking.flatMap(({ aor }) => answeringFor(file, aor, context).map(({ person }) => person)))];
}

/** Whose verdict counts of those who may answer, best first: no stand-in approves what the owner wants changed. */
export function judgeOf(
  answering: readonly Person[],
  standing: ReadonlyMap<string, RequestStanding>,
): { readonly person: Person; readonly verdict: ReviewVerdict } | null {
  for (const person of answering) {
    const verdict = standing.get(person.id);
    if (isVerdict(verdict)) return { person, verdict };
  }
  return null;
}

/** How far a requirement is; `taker`: who is asked for it, or would be. */
export function stateOf(
  file: OwnershipFile,
  requirement: Requirement,
  taker: Person | null,
  context: AskingContext,
  { standing }: ForgeFacts,
): RequirementState {
  const answering = answeringFor(file, requirement.aor, context).map(({ person }) => person);
  const judge = judgeOf(answering, standing);
  if (judge !== null)
    return { requirement, state: judge.verdict === 'approved' ? 'approved' : 'reviewed', by: judge.person };
  const place = taker === null ? undefined : standing.get(taker.id);
  if (taker === null || place === undefined) return { requirement, state: 'open', by: null };
  return { requirement, state: place === 'requested' ? 'requested' : 'reviewed', by: taker };
}

/** The least number of open requests that wait for somebody, for each step of load. */
const loadSteps = [3, 6, 12];

/** How much somebody has to review already, in coarse steps: a whole number, less is better. */
export const loadStep = (waiting: number): number => loadSteps.filter((step) => waiting >= step).length;
