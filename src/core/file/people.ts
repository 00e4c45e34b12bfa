import type { Absence, Person, Team } from '../model';
import { isTimezone } from '../people/days';
import {
  day,
  flag,
  list,
  mapIn,
  mapOf,
  mapTaking,
  missing,
  object,
  person,
  place,
  readFields,
  scalar,
  spanOf,
  text,
  wish,
  wrongType,
} from './shapes';
import type { PlainEntry, ReadContext } from './shapes';
import type { Takes } from './takes';

const absence = object(
  { from: day, until: day, cover: person },
  ['from'],
  ({ from, until, cover }, map, context): Absence | null => {
    if (from === null) return missing(context, map, 'from');
    if (until === null || from <= until) return { from, until, cover };
    context.report('bad-value', map, `The absence ends (${until}) before it begins (${from}).`);
    return null;
  },
);

const personFields = {
  name: text,
  email: list(text),
  handles: mapOf(text),
  chat: place,
  manager: person,
  timezone: scalar({ kind: 'text', format: 'plain' }, 'an IANA time zone such as Europe/Oslo', (value) =>
    isTimezone(value) ? value : null,
  ),
  wants: list(wish),
  away: list(absence),
  left: day,
  bot: flag,
};

export const takesPerson: Takes = { kind: 'short', text: 'person', map: mapTaking(personFields) };

const shortForm = /^([^<>]*?)\s*<([^<>\s]+@[^<>\s]+)>$/;

/** One entry of `people`: `Name <e-mail>`, or a map. Wrong, it is still a person, so that references to it hold. */
export function readPerson({ key, value }: PlainEntry, context: ReadContext): Person {
  const read: Person = {
    id: key.text,
    at: spanOf(context, key),
    name: key.text,
    emails: [],
    handles: new Map(),
    chat: null,
    manager: null,
    timezone: null,
    wants: [],
    away: [],
    left: null,
    bot: false,
  };
  if (value === null) return read;
  if (value.kind === 'scalar') {
    const [, name, email] = shortForm.exec(value.text.trim()) ?? [];
    if (name !== undefined && email !== undefined)
      return { ...read, name: name === '' ? email : name, emails: [email] };
    context.report(
      'bad-value',
      value,
      `Expected "Name <e-mail>" or a map with name and email, found ${JSON.stringify(value.text)}.`,
    );
    return { ...read, name: value.text };
  }
  const map = value.kind === 'list' ? wrongType(context, value, 'a map') : mapIn(value, context);
  if (map === null) return read;
  const { values } = readFields(map, personFields, context);
  return {
    ...read,
    name: values.name ?? key.text,
    emails: values.email ?? [],
    handles: values.handles ?? new Map(),
    chat: values.chat,
    manager: values.manager,
    timezone: values.timezone,
    wants: values.wants ?? [],
    away: values.away ?? [],
    left: values.left,
    bot: values.bot ?? false,
  };
}

const teamFields = { name: text, lead: person, manager: person, members: list(person), handles: mapOf(text) };

export const takesTeam = mapTaking(teamFields);

/** One entry of `teams`. */
export function readTeam({ key, value }: PlainEntry, context: ReadContext): Team {
  const map = value === null ? null : mapIn(value, context);
  const values = map === null ? null : readFields(map, teamFields, context).values;
  return {
    id: key.text,
    at: spanOf(context, key),
    name: values?.name ?? key.text,
    lead: values?.lead ?? null,
    manager: values?.manager ?? null,
    members: values?.members ?? [],
    handles: values?.handles ?? new Map(),
  };
}
