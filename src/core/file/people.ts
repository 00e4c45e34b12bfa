import type { Absence, Person, Team } from '../model';
import { isTimezone } from '../people/days';
import {
  day,
  flag,
  list,
  mapIn,
  mapOf,
  missing,
  object,
  readFields,
  ref,
  scalar,
  spanOf,
  text,
  wrongType,
} from './shapes';
import type { PlainEntry, ReadContext } from './shapes';

const absence = object(
  { from: day, until: day, cover: ref },
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
  chat: text,
  manager: ref,
  timezone: scalar('an IANA time zone such as Europe/Oslo', (value) => (isTimezone(value) ? value : null)),
  wants: list(ref),
  away: list(absence),
  left: day,
  bot: flag,
};

const shortForm = /^([^<>]*?)\s*<([^<>\s]+@[^<>\s]+)>$/;

/** One entry of `people`: `Name <e-mail>`, or a map. Wrong, it is still a person, so that references to it hold. */
export function readPerson({ key, value }: PlainEntry, context: ReadContext): Person {
  const person: Person = {
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
  if (value === null) return person;
  if (value.kind === 'scalar') {
    const [, name, email] = shortForm.exec(value.text.trim()) ?? [];
    if (name !== undefined && email !== undefined)
      return { ...person, name: name === '' ? email : name, emails: [email] };
    context.report(
      'bad-value',
      value,
      `Expected "Name <e-mail>" or a map with name and email, found ${JSON.stringify(value.text)}.`,
    );
    return { ...person, name: value.text };
  }
  const map = value.kind === 'list' ? wrongType(context, value, 'a map') : mapIn(value, context);
  if (map === null) return person;
  const { values } = readFields(map, personFields, context);
  return {
    ...person,
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

const teamFields = { name: text, lead: ref, manager: ref, members: list(ref), handles: mapOf(text) };

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
