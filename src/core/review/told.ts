/** What there is to be told of each requirement once it is known who takes it. */
import type { Aor, OwnershipFile, Person } from '../model';
import { hasLeft } from '../people/days';
import { vacancyReason } from '../people/holder';
import { namedFor, ownerCode, passedOver, type Candidate } from './asked';
import { byWeight, type Load } from './cap';
import type {
  AlsoTouched,
  Ask,
  Covered,
  Knows,
  NotAsked,
  Requirement,
  RequirementState,
  SuggestInput,
  Uncovered,
} from './suggestion';

/** Who takes a requirement. */
export interface Taken {
  readonly requirement: Requirement;
  readonly candidate: Candidate;
}

const ownerOf = (file: OwnershipFile, { aor }: Requirement): Person | null =>
  file.people.get(aor.owner?.id ?? '') ?? null;

/** Somebody to ask, with everything they are asked for. */
export function askOf(
  fileOf: (requirement: Requirement) => OwnershipFile,
  { items }: Load<Taken>,
  states: readonly RequirementState[] | null,
  input: SuggestInput,
): readonly Ask[] {
  const first = items[0]?.candidate;
  if (first === undefined) return [];
  const covered = items.map(({ requirement, candidate }): Covered => {
    const file = fileOf(requirement);
    const code = candidate.as === 'owner' ? 'owner' : ownerCode(file, requirement.aor, input);
    const state = states?.find((one) => one.requirement === requirement) ?? null;
    return { requirement, as: candidate.as, of: candidate.of, code, owner: ownerOf(file, requirement), state };
  });
  return [
    {
      person: first.person,
      for: covered.sort((a, b) => byWeight(a.requirement, b.requirement)),
      warnings: first.warnings,
    },
  ];
}

/** The vacancy of the AOR itself, and those who were passed over on the way to the one who is asked. */
export function notAskedFor(
  file: OwnershipFile,
  { aor }: Requirement,
  candidate: Candidate | null,
  input: SuggestInput,
): readonly NotAsked[] {
  const vacancy: readonly NotAsked[] =
    aor.owner === null && aor.shared.length === 0 ? [{ id: null, person: null, aor, code: 'vacant' }] : [];
  return [...vacancy, ...passedOver(file, aor, input, candidate).map((over) => ({ ...over, aor }))];
}

/** A requirement that nobody can take. */
export function uncoveredAor(file: OwnershipFile, requirement: Requirement, input: SuggestInput): Uncovered {
  const { aor } = requirement;
  const code = ownerCode(file, aor, input);
  if (code === 'owner') throw new Error(`The owner of ${aor.id} could be asked`);
  const vacancy = vacancyReason(file, aor, input.today);
  return { kind: 'aor', requirement, code, vacancy, owner: ownerOf(file, requirement), named: namedFor(file, aor) };
}

/** That nobody holds the AOR, where that is so. */
export function vacancyOf(
  file: OwnershipFile,
  { requirement, candidate }: Taken,
  isAsked: boolean,
  { today }: SuggestInput,
): readonly AlsoTouched[] {
  const reason = vacancyReason(file, requirement.aor, today);
  return reason === null ? [] : [{ code: 'vacant', requirement, reason, asked: isAsked ? candidate : null }];
}

/** That there was no room for it. */
export const droppedFor = ({ requirement, candidate: { person } }: Taken): AlsoTouched => ({
  code: 'ask-at-most',
  requirement,
  person,
});

const mostKnowers = 3;

/** Others who know it, without those who are asked for it. */
export function knowing(
  file: OwnershipFile,
  requirement: Requirement,
  asked: readonly Load<Taken>[],
  input: SuggestInput,
): readonly Knows[] {
  const isAsked = ({ id }: Person): boolean =>
    asked.some(({ person, items }) => person === id && items.some((item) => item.requirement === requirement));
  return knowingFiles(file, requirement.aor, requirement.files, input, isAsked);
}

/** Who knows the files that no area has. */
export const knowingUnowned = (file: OwnershipFile, paths: readonly string[], input: SuggestInput): readonly Knows[] =>
  paths.length === 0 ? [] : knowingFiles(file, null, paths, input, () => false);

/** Without those who made the change, who have left, or who are no people. */
function knowingFiles(
  file: OwnershipFile,
  aor: Aor | null,
  files: readonly string[],
  { evidence, authors, today }: SuggestInput,
  isAsked: (person: Person) => boolean,
): readonly Knows[] {
  if (evidence === undefined) return [];
  return evidence
    .knowersOf(files)
    .map((knower) => ({ aor, knower, person: file.people.get(knower.person ?? '') ?? null }))
    .filter(
      ({ person }) =>
        person === null || !(person.bot || hasLeft(person, today) || authors.has(person.id) || isAsked(person)),
    )
    .slice(0, mostKnowers);
}
