import { hasLeft } from '../../people/days';
import type { Day, OwnershipFile } from '../../model';
import type { IdKind } from '../../file/takes';
import { helpForValue, type KeyPath } from '../schema/keys';
import { itemsFor, type CompletionItem, type Offered } from './completionItem';
import type { Cursor } from './cursor';

/** Values of a few known ones. */
export const choiceItems = (cursor: Cursor, values: readonly string[], way: KeyPath): CompletionItem[] =>
  itemsFor(
    cursor,
    values.map((value): Offered => ({ label: value, kind: 'value', help: helpForValue(way, value) })),
  );

/** Today, and the days around it that are mostly meant. */
export function dayItems(cursor: Cursor, today: Day): CompletionItem[] {
  const after = (days: number): Day => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const days = [
    ['today', 0],
    ['tomorrow', 1],
    ['in a week', 7],
    ['in four weeks', 28],
    ['yesterday', -1],
  ] as const;
  return itemsFor(
    cursor,
    days.map(([detail, distance]): Offered => ({ label: after(distance), kind: 'value', detail })),
  );
}

/** Ids of what is defined; people who have left come last. */
export function idItems(cursor: Cursor, to: IdKind, file: OwnershipFile, today: Day): CompletionItem[] {
  return itemsFor(cursor, offered(to, file, today));
}

function offered(to: IdKind, file: OwnershipFile, today: Day): readonly Offered[] {
  switch (to) {
    case 'person': {
      const people = [...file.people.values()].map((person) => ({ person, isGone: hasLeft(person, { day: today }) }));
      return people
        .sort((a, b) => Number(a.isGone) - Number(b.isGone))
        .map(({ person: { id, name }, isGone }) => ({
          label: id,
          kind: 'person',
          detail: isGone ? `${name}, has left` : name,
        }));
    }
    case 'team':
      return [...file.teams.values()].map(({ id, name }) => ({ label: id, kind: 'team', detail: name }));
    case 'aor':
      return [...file.aors.values()].map(({ id, title }) => ({ label: id, kind: 'aor', detail: title }));
    case 'wish':
      return [
        ...offered('aor', file, today),
        ...[...file.roles.values()].flatMap((role) =>
          [...role.duties.values()].map((duty): Offered => ({
            label: `${role.id}.${duty.id}`,
            kind: 'duty',
            detail: `${role.title}: ${duty.title}`,
          })),
        ),
      ];
  }
}

/** Time zones, where the platform knows them. */
export const timezoneItems = (cursor: Cursor): CompletionItem[] =>
  itemsFor(
    cursor,
    Intl.supportedValuesOf('timeZone').map((zone): Offered => ({ label: zone, kind: 'value' })),
  );
