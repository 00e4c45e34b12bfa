/** What a value says that its characters do not: how far off a day is, what a choice means. As Markdown. */
import { single, takesAt, helpForValue } from '../schema/keys';
import type { Day, Today } from '../../model';
import { dayIn, daysBetween, isDay, isTimezone } from '../../people/days';
import type { Place } from './placeAt';

/** The card of a value that is right and means more than it says; else `null`. */
export function valueCard({ way, scalar }: Place, today: Today, day: Day): string | null {
  const found = takesAt(way);
  if (found === undefined) return null;
  const takes = single(found.takes);
  const { text } = scalar;
  if (takes.kind === 'day') return isDay(text) ? dayCard(text, day) : null;
  if (takes.kind === 'choice') {
    const help = takes.values.includes(text) ? helpForValue(found.way, text) : null;
    return help === null ? null : `**${text}**\n\n${help}`;
  }
  return way.at(-1) === 'timezone' && isTimezone(text) ? `It is ${dayIn(today, text)} there.` : null;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Friday, in 12 days`. */
function dayCard(text: Day, today: Day): string {
  const weekday = weekdays[new Date(`${text}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday}, ${distance(daysBetween(today, text))}`;
}

function distance(days: number): string {
  const near: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };
  const count = Math.abs(days).toLocaleString('en');
  return near[days] ?? (days > 0 ? `in ${count} days` : `${count} days ago`);
}
