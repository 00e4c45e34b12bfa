/** Giving a key a value, whether it is there or not, and making what has to be there for it. */
import type { PlainMap, PlainNode } from '../file/plainTree';
import { addInBrackets } from './brackets';
import { entryEnd, gapOf, isBracketed, nodeEnd } from './extent';
import { keyOrder, placeAmong } from './keyOrder';
import { afterLineEnd, beginsLine, chunkAt, columnOf, hasBlankAbove, lineStart } from './lines';
import { entryAt, mapAt, type EntryPlace, type MapPlace } from './place';
import type { Edit, EditSource } from './source';
import type { Replacement } from './textEdit';
import { isText, writeInline, writeLines, writePair, writeText, type Value } from './write';

/**
 * The key at the end of `path` has this value. A key that is not there is put where the reference's table has it, an
 * entry of a section at the end, a section that is missing is made.
 */
export const setValue =
  (path: readonly string[], value: Value): Edit =>
  (source) => {
    const place = entryAt(source, path);
    if (place !== null)
      return place.entry.value === null
        ? fill(source, place, path, value)
        : replace(source, place, place.entry.value, value);
    const parent = path.slice(0, -1);
    const map = mapAt(source, parent);
    if (map !== null) return addKey(source, map, path, value);
    if (parent.length > 0) return setValue(parent, { [path.at(-1) ?? '']: value })(source);
    return source.root === null ? addAtEnd(source, path, value) : null;
  };

function replace(source: EditSource, { inBrackets }: EntryPlace, node: PlainNode, value: Value): Replacement[] | null {
  const { text } = source;
  const end = nodeEnd(text, node);
  if (node.kind === 'scalar') {
    const like = text.slice(node.start, end);
    return [
      {
        start: node.start,
        end,
        text: isText(value) ? writeText(value, inBrackets, like) : writeInline(value, inBrackets),
      },
    ];
  }
  // Beneath a key without brackets, comments may stand anywhere.
  if (!isBracketed(text, node) || text.slice(node.start, end).includes('#')) return null;
  return [{ start: node.start, end, text: writeInline(value, inBrackets) }];
}

/** Writes where a value is missing. */
function fill(
  source: EditSource,
  { entry, inBrackets }: EntryPlace,
  path: readonly string[],
  value: Value,
): Replacement[] | null {
  const { text, eol } = source;
  const gap = gapOf(text, entry);
  if (gap === null) return null;
  if (inBrackets) return [{ ...gap, text: ` ${writeInline(value, true)}` }];
  const column = columnOf(text, entry.key.start);
  const [first = '', ...others] = writeLines(path, value, column, stepOf(source));
  const head = first.slice(writeText(path.at(-1) ?? '', false).length + 1);
  const replacements = head === '' && gap.start === gap.end ? [] : [{ ...gap, text: head }];
  if (others.length === 0) return replacements;
  const { end } = chunkAt(text, { start: entry.key.start, end: gap.end });
  return [...replacements, { start: end, end, text: others.map((line) => eol + line).join('') }];
}

/** Writes a key that is not there. */
function addKey(source: EditSource, place: MapPlace, path: readonly string[], value: Value): Replacement[] | null {
  const { text, eol } = source;
  const { map, inBrackets } = place;
  const key = path.at(-1) ?? '';
  const present = map.entries.map((entry) => entry.key.text);
  const after = placeAmong(present, key, keyOrder(path.slice(0, -1)));
  if (isBracketed(text, map)) {
    const items = map.entries.map((entry) => ({ start: entry.key.start, end: entryEnd(text, entry) }));
    return addInBrackets(source, { ...map, items }, after + 1, writePair(key, value, true));
  }
  const [top] = map.entries;
  // The one pair of `[a: b]` has no brackets of its own.
  if (inBrackets || top === undefined) return null;
  const column = columnOf(text, top.key.start);
  const indent = ' '.repeat(column);
  const [first = '', ...others] = writeLines(path, value, column, stepOf(source), { isWide: isWide(text, map) });
  const previous = map.entries[after];
  if (previous === undefined) {
    const start = beginsLine(text, top.key.start) ? startAbove(text, path, top.key.start) : top.key.start;
    const isInLine = start === top.key.start && column > 0;
    const lines = isInLine ? [first, ...others] : [indent + first, ...others];
    return [{ start, end: start, text: lines.map((line) => line + eol).join('') + (isInLine ? indent : '') }];
  }
  const chunk = chunkAt(text, { start: previous.key.start, end: entryEnd(text, previous) });
  const isApart = path.length <= 2 && map.entries.length > 1 && hasBlankAbove(text, chunk.start);
  const lines = [...(isApart ? [''] : []), indent + first, ...others];
  return [{ start: chunk.end, end: chunk.end, text: lines.map((line) => eol + line).join('') }];
}

/** What stands above the first key of a file is about the file; elsewhere it is about the key. */
function startAbove(text: string, path: readonly string[], keyStart: number): number {
  return path.length === 1 ? lineStart(text, keyStart) : chunkAt(text, { start: keyStart, end: keyStart }).start;
}

/** Whether the maps beside a new one reach over lines. */
function isWide(text: string, map: PlainMap): boolean {
  const beside = map.entries.flatMap(({ value }) => (value?.kind === 'map' ? [value] : []));
  return beside.length > 0 && beside.every((node) => !isBracketed(text, node));
}

function addAtEnd({ text, eol }: EditSource, path: readonly string[], value: Value): Replacement[] {
  const isOnNewLine = text === '' || afterLineEnd(text, text.length - 1) === text.length;
  const lines = writeLines(path, value, 0, 2).map((line) => line + eol);
  return [{ start: text.length, end: text.length, text: (isOnNewLine ? '' : eol) + lines.join('') }];
}

/** How much further in nested lines stand here. */
export function stepOf({ text, root }: EditSource): number {
  for (const { value } of root?.kind === 'map' ? root.entries : [])
    if (value?.kind === 'map' && !isBracketed(text, value) && value.entries[0] !== undefined)
      return Math.max(1, columnOf(text, value.entries[0].key.start));
  return 2;
}
