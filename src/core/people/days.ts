import type { Day, Person, Today } from '../model';

/** The day an instant is in a time zone. `sv-SE` writes days as ISO 8601 does. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timezone, format);
  }
  return format;
}

/** The day it is in an IANA time zone that is known to exist; `null` is UTC. */
export function dayIn(today: Today, timezone: string | null): Day {
  if ('day' in today) return today.day;
  return timezone === null
    ? new Date(today.instant).toISOString().slice(0, 10)
    : formatOf(timezone).format(today.instant);
}

/** A person's own day. */
export const dayOf = (person: Person, today: Today): Day => dayIn(today, person.timezone);

export function isTimezone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether `text` is `YYYY-MM-DD` and that day exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether the person has left by today. */
export const hasLeft = (person: Person, today: Today): boolean =>
  person.left !== null && person.left <= dayOf(person, today);

/** How long an absence that is over may still be the reason why others were asked. */
const latelyDays = 7;

/** The absences that ended in the week before the person's own day, in the order written. */
export function absencesLately(person: Person, today: Today): Person['away'] {
  const day = dayOf(person, today);
  return person.away.filter(({ until }) => until !== null && until < day && daysBetween(until, day) <= latelyDays);
}

/** The absences running on the person's own day, in the order written. */
export function absencesRunning(person: Person, today: Today): Person['away'] {
  const day = dayOf(person, today);
  return person.away.filter((absence) => absence.from <= day && (absence.until === null || day <= absence.until));
}
