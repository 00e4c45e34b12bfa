/** `unknown-key`: the key that was meant, a key of one's own, or none. */
import { keyOrder, placeAt, removeEntry, writeText, type Edit } from '../../edits';
import { defaultSeverities } from '../../model';
import { nearest } from '../../text/nearest';
import { fixIn, sourceOf, wordAt, type Fixer } from './fix';

export const unknownKey: Fixer = (problem, context) => {
  const place = mapNull(sourceOf(problem, context), (source) => placeAt(source, problem.at.start));
  if (place === null) return [];
  const { file, start, end } = problem.at;
  const key = wordAt(problem, context);
  const parent = place.path.slice(0, -1);
  const known = parent.at(-1) === 'severities' ? Object.keys(defaultSeverities) : keyOrder(parent);
  const meant = nearest(key, known);
  const isTaken = place.map.entries.some((entry) => entry.key.text === meant);
  const rename = (name: string): Edit[] => [
    ({ text }) => [{ start, end, text: writeText(name, place.inBrackets, text.slice(start, end)) }],
  ];
  return [
    ...(meant === null || isTaken ? [] : [fixIn(file, `Change to "${meant}"`, rename(meant), { isPreferred: true })]),
    fixIn(file, `Remove "${key}"`, [removeAt(start)]),
    fixIn(file, `Keep it as "x-${key}"`, rename(`x-${key}`)),
  ];
};

/** Removes the entry whose key stands at this offset. */
export const removeAt =
  (offset: number): Edit =>
  (source) => {
    const place = placeAt(source, offset);
    return place === null ? null : removeEntry(source, place);
  };

export const mapNull = <T, R>(value: T | null, map: (value: T) => R): R | null => (value === null ? null : map(value));
