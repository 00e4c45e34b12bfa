/** `unknown-person`, `unknown-team`, `unknown-aor`: ids that nobody defined. */
import { defaultSeverities } from '../../model';
import type { Aor, OwnershipFile, Person, Problem, Ref, Role, Team } from '../../model';
import { nearest } from '../../text/nearest';

/** Every search for the nearest id looks at all of them; a file with more slips than this has another problem. */
const maximumAdvised = 100;

type Kind = 'person' | 'team' | 'aor';

interface Mention {
  readonly kind: Kind;
  readonly ref: Ref;
}

const people = (...refs: readonly (Ref | null)[]): Mention[] => mentions('person', refs);

function mentions(kind: Kind, refs: readonly (Ref | null)[]): Mention[] {
  return refs.flatMap((ref) => (ref === null ? [] : { kind, ref }));
}

export const mentionsOfPerson = (person: Person): Mention[] =>
  people(person.manager, ...person.away.map(({ cover }) => cover));

export const mentionsOfTeam = (team: Team): Mention[] => people(team.lead, team.manager, ...team.members);

export const mentionsOfRole = (role: Role): Mention[] =>
  people(...role.holders, ...[...role.duties.values()].flatMap(({ heldBy }) => heldBy ?? []));

export function mentionsOfAor(aor: Aor): Mention[] {
  const past = aor.past.map(({ owner }) => owner);
  return [
    ...people(aor.owner, ...aor.backups, ...aor.consult, ...aor.learning, ...past, aor.handover?.to ?? null),
    ...mentions('team', aor.teams),
    ...mentions('aor', [aor.parent]),
  ];
}

/** A wish is an AOR or `role.duty`. */
function isWish(file: OwnershipFile, id: string): boolean {
  const [role, duty] = id.split('.');
  return (
    file.aors.has(id) || (role !== undefined && duty !== undefined && file.roles.get(role)?.duties.has(duty) === true)
  );
}

/** Problems of every mention in the file that leads nowhere, with the nearest id that would. */
export function unknownReferences(file: OwnershipFile): Problem[] {
  const defined = { person: file.people, team: file.teams, aor: file.aors };
  const mentioned = [
    ...[...file.people.values()].flatMap(mentionsOfPerson),
    ...[...file.teams.values()].flatMap(mentionsOfTeam),
    ...[...file.aors.values()].flatMap(mentionsOfAor),
    ...[...file.roles.values()].flatMap(mentionsOfRole),
  ].filter(({ kind, ref }) => !defined[kind].has(ref.id));
  const wishes = [...file.people.values()]
    .flatMap(({ wants }) => mentions('aor', wants))
    .filter(({ ref }) => !isWish(file, ref.id));
  return [...mentioned, ...wishes].map(({ kind, ref }, index) => {
    const meant = index < maximumAdvised ? nearest(ref.id, defined[kind].keys()) : null;
    const code = `unknown-${kind}` as const;
    const advice =
      meant === null
        ? `Define it under "${{ person: 'people', team: 'teams', aor: 'aors' }[kind]}".`
        : `Did you mean "${meant}"?`;
    return {
      code,
      severity: defaultSeverities[code],
      message: `No ${kind === 'aor' ? 'AOR' : kind} has the id ${JSON.stringify(ref.id)}. ${advice}`,
      at: ref.at,
      related: [],
    };
  });
}
