/** An answer in a few words of plain text, for tooltips, status and tree. */
import { visible } from '../text/visible';
import type { Aor, Ownership, OwnershipFile, Person, Today } from '../model';
import { absencesRunning } from '../people/days';
import { holderOf } from '../people/holder';

/** The backups that are defined, in the order they are asked. */
export const backupsOf = (file: OwnershipFile, aor: Aor): readonly Person[] =>
  aor.backups.flatMap(({ id }) => file.people.get(id) ?? []);

/** `until 2026-10-12`, or nothing for an open end; `null`: the person is here today. */
export function awayUntil(person: Person, today: Today): string | null {
  const running = absencesRunning(person, today);
  if (running.length === 0) return null;
  if (running.some(({ until }) => until === null)) return '';
  return `until ${running.reduce((last, { until }) => (until !== null && until > last ? until : last), '')}`;
}

/** What the owners on a line of `CODEOWNERS` are, whose names are the title: a team is no person. */
export const sharedSummary = (file: OwnershipFile, { shared }: Aor): string =>
  shared.some(({ id }) => file.people.has(id)) ? 'CODEOWNERS' : 'team, not a person';

/** `Ana Ruiz`, `Ana Ruiz (away until 2026-10-12)`, or `vacant`. Control characters are shown as escapes. */
export function holderSummary(file: OwnershipFile, aor: Aor, today: Today): string {
  const { owner, reason } = holderOf(file, aor, today);
  if (reason === 'shared') return sharedSummary(file, aor);
  if (owner === null) return 'vacant';
  const away = awayUntil(owner, today);
  return visible(away === null ? owner.name : `${owner.name} (away${away === '' ? '' : ` ${away}`})`);
}

/** `Payments · Ana Ruiz · backup Ben Okri`, `Search · vacant`, `unowned`, `exempt`. One line, control characters as escapes. */
export function ownershipSummary(ownership: Ownership, file: OwnershipFile, today: Today): string {
  if (ownership.state === 'exempt' || ownership.state === 'unowned') return ownership.state;
  const { aor } = ownership;
  const backups = backupsOf(file, aor).map(({ name }) => name);
  const parts = [
    aor.title,
    holderSummary(file, aor, today),
    ...(backups.length > 0 ? [`backup ${backups.join(', ')}`] : []),
  ];
  return parts.map(visible).join(' · ');
}
