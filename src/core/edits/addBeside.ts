/** A new entry behind another one of its map, written the way that one is. */
import type { PlainMap, PlainNode } from '../file/plainTree';
import { addInBrackets } from './brackets';
import { entryEnd, isBracketed } from './extent';
import { beginsLine, chunkAt, columnOf, hasBlankAbove } from './lines';
import { entryAt, type EntryPlace } from './place';
import { stepOf } from './setValue';
import type { Edit, EditSource } from './source';
import type { Replacement } from './textEdit';
import { writeInline, writeLines, writePair, writeText, type Value } from './write';

/**
 * A new entry at `path`, right behind its neighbour `sibling`: in brackets, on one line or over several, its lists with
 * dashes, and an empty line above, as the neighbour has it. `null`: there is no such neighbour, or the key is there.
 */
export const addBeside =
  (path: readonly string[], value: Value, sibling: string): Edit =>
  (source) => {
    const { text } = source;
    const key = path.at(-1) ?? '';
    const place = entryAt(source, [...path.slice(0, -1), sibling]);
    if (place === null || place.map.entries.some((entry) => entry.key.text === key)) return null;
    const { map, entry, index, inBrackets } = place;
    if (isBracketed(text, map)) {
      const items = map.entries.map((one) => ({ start: one.key.start, end: entryEnd(text, one) }));
      return addInBrackets(source, { ...map, items }, index + 1, writePair(key, value, true));
    }
    if (inBrackets || !beginsLine(text, entry.key.start)) return null;
    return [addedBehind(source, place, path, value)];
  };

function addedBehind(
  source: EditSource,
  { map, entry, index }: EntryPlace,
  path: readonly string[],
  value: Value,
): Replacement {
  const { text, eol } = source;
  const column = columnOf(text, entry.key.start);
  const { end } = chunkAt(text, { start: entry.key.start, end: entryEnd(text, entry) });
  const lines = [...(isApart(text, map, index) ? [''] : []), ...linesLike(source, entry.value, column, path, value)];
  return { start: end, end, text: lines.map((line) => eol + line).join('') };
}

function linesLike(
  source: EditSource,
  like: PlainNode | null,
  column: number,
  path: readonly string[],
  value: Value,
): string[] {
  const { text } = source;
  const indent = ' '.repeat(column);
  if (like?.kind === 'map' && isBracketed(text, like))
    return [`${indent}${writeText(path.at(-1) ?? '', false)}: ${writeInline(value, false)}`];
  const top = like?.kind === 'map' ? like.entries[0] : undefined;
  const step = top === undefined ? stepOf(source) : columnOf(text, top.key.start) - column;
  const dashes = like?.kind === 'map' ? dashesIn(text, like) : undefined;
  const [first = '', ...others] = writeLines(path, value, column, step, { isWide: true, dashes });
  return [indent + first, ...others];
}

/** How far in dashes stand in a map that has some. */
function dashesIn(text: string, { entries }: PlainMap): number | undefined {
  for (const { key, value } of entries)
    if (key.text === 'paths' && value?.kind === 'list' && !isBracketed(text, value))
      return columnOf(text, value.start) - columnOf(text, key.start);
  return undefined;
}

/** Whether the entries around stand apart from each other. Above the first one, an empty line says nothing. */
function isApart(text: string, { entries }: PlainMap, index: number): boolean {
  const other = entries[index + 1] ?? (index > 0 ? entries[index] : undefined);
  if (other === undefined) return false;
  const { start } = chunkAt(text, { start: other.key.start, end: entryEnd(text, other) });
  return hasBlankAbove(text, start);
}
