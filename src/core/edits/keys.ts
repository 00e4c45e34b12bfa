/** Removing, renaming and ordering the entries of maps. */
import { removeInBrackets } from './brackets';
import { entryEnd, isBracketed } from './extent';
import { beginsLine, chunkAt, removeLines } from './lines';
import { entryAt, mapAt, type EntryPlace } from './place';
import type { Edit, EditSource } from './source';
import type { Replacement } from './textEdit';
import { writeText } from './write';

/** The key is gone, with its value and the comments that belong to it. What is not there needs no edit. */
export const removeKey =
  (path: readonly string[]): Edit =>
  (source) => {
    const place = entryAt(source, path);
    return place === null ? [] : removeEntry(source, place);
  };

/** Removes an entry that was found. */
export function removeEntry({ text }: EditSource, { map, entry, index, inBrackets }: EntryPlace): Replacement[] | null {
  if (isBracketed(text, map)) {
    const items = map.entries.map((one) => ({ start: one.key.start, end: entryEnd(text, one) }));
    return removeInBrackets(text, { ...map, items }, index);
  }
  if (inBrackets) return null;
  const range = { start: entry.key.start, end: entryEnd(text, entry) };
  if (beginsLine(text, range.start)) return [removeLines(text, chunkAt(text, range))];
  // Behind a dash, the next key takes its place.
  const next = map.entries[index + 1];
  const isNextBelow = next !== undefined && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(range.end, next.key.start));
  return isNextBelow ? [{ start: range.start, end: next.key.start, text: '' }] : null;
}

/** The key has another name, and everything else stays. `null`: that name is taken. */
export const renameKey =
  (path: readonly string[], name: string): Edit =>
  (source) => {
    const place = entryAt(source, path);
    if (place === null || place.map.entries.some(({ key }) => key.text === name)) return null;
    const { start, end } = place.entry.key;
    return [{ start, end, text: writeText(name, place.inBrackets, source.text.slice(start, end)) }];
  };

/**
 * The entries of a map stand in the order that `order` gives their keys, each with its comments; empty lines and
 * comments that stand alone stay where they are. `null`: something among them could not be read.
 */
export const orderEntries =
  (path: readonly string[], order: (keys: readonly string[]) => readonly string[]): Edit =>
  (source) => {
    const { text, broken } = source;
    const place = mapAt(source, path);
    if (place === null) return null;
    const { entries } = place.map;
    const slots = entries.map((entry) => {
      const range = { start: entry.key.start, end: entryEnd(text, entry) };
      return place.inBrackets ? range : chunkAt(text, range);
    });
    const [first, last] = [slots[0], slots.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (broken.some((at) => first.start <= at && at <= last.end)) return null;
    const texts = new Map(entries.map(({ key }, at) => [key.text, text.slice(slots[at]?.start, slots[at]?.end)]));
    const wanted = order([...texts.keys()]).map((key) => texts.get(key));
    return slots.flatMap(({ start, end }, at) => {
      const put = wanted[at] ?? '';
      return put === text.slice(start, end) ? [] : [{ start, end, text: put }];
    });
  };
