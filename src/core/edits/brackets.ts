/** Adding to and removing from lists and maps in brackets, on one line or several. */
import type { Range } from '../file/plainTree';
import { afterLineEnd, beginsLine, chunkAt, columnOf, lineEnd } from './lines';
import type { EditSource } from './source';
import type { Replacement } from './textEdit';

/** What stands between the brackets. */
export interface Bracketed extends Range {
  readonly items: readonly Range[];
}

/** The comma behind an item, comments and line ends passed over; −1: there is none. */
function commaAfter(text: string, at: number): number {
  const gap = /^(?:\s|(?<=\s)#[^\n]*)*/.exec(text.slice(at))?.[0].length ?? 0;
  return text[at + gap] === ',' ? at + gap : -1;
}

const isRestOfLine = (text: string, at: number): boolean => /^[ \t]*(?:#.*)?$/.test(text.slice(at, lineEnd(text, at)));

/** Where what belongs to an item ends if it stands alone on its lines, comma and comment with it; `null`: it does not. */
function loneEnd(text: string, { start, end }: Range): number | null {
  if (!beginsLine(text, start)) return null;
  const comma = commaAfter(text, end);
  // A comma on a later line is unusual enough to be left alone.
  const behind = comma >= 0 && comma < lineEnd(text, end) ? comma + 1 : end;
  return isRestOfLine(text, behind) ? lineEnd(text, behind) : null;
}

/** Puts a text between the items: at `index` of those that are there. `null`: comments are in the way. */
export function addInBrackets(
  { text, eol }: EditSource,
  place: Bracketed,
  index: number,
  put: string,
): Replacement[] | null {
  const { items, start, end } = place;
  const before = items[index - 1];
  const after = items[index];
  if (before !== undefined) {
    const lone = loneEnd(text, before);
    if (lone === null) return [{ start: before.end, end: before.end, text: `, ${put}` }];
    const line = `${eol}${' '.repeat(columnOf(text, before.start))}${put}`;
    return commaAfter(text, before.end) >= 0
      ? [{ start: lone, end: lone, text: `${line},` }]
      : [
          { start: before.end, end: before.end, text: ',' },
          { start: lone, end: lone, text: line },
        ];
  }
  if (after !== undefined) {
    const line = beginsLine(text, after.start) ? `,${eol}${' '.repeat(columnOf(text, after.start))}` : ', ';
    return [{ start: after.start, end: after.start, text: put + line }];
  }
  if (text.slice(start + 1, end - 1).trim() !== '') return null;
  return [{ start: start + 1, end: end - 1, text: text[start] === '{' ? ` ${put} ` : put }];
}

/** Removes one item with its comma, and with its comments where it has lines of its own. */
export function removeInBrackets(text: string, { items, start, end }: Bracketed, index: number): Replacement[] {
  const item = items[index];
  if (item === undefined) return [];
  const before = items[index - 1];
  const after = items[index + 1];
  const comma = commaAfter(text, item.end);
  const lastComma = before === undefined || comma >= 0 ? -1 : commaAfter(text, before.end);
  const withoutLastComma = lastComma < 0 ? [] : [{ start: lastComma, end: lastComma + 1, text: '' }];
  const lone = loneEnd(text, item);
  if (lone !== null) {
    const chunk = chunkAt(text, item);
    return [...withoutLastComma, { start: chunk.start, end: afterLineEnd(text, lone), text: '' }];
  }
  if (before === undefined && after === undefined)
    return text.slice(start, end).includes('#')
      ? [{ start: item.start, end: comma < 0 ? item.end : comma + 1, text: '' }]
      : [{ start: start + 1, end: end - 1, text: '' }];
  if (after !== undefined && /^\s*,[ \t]*$/.test(text.slice(item.end, after.start)))
    return [{ start: item.start, end: after.start, text: '' }];
  if (before !== undefined && /^[ \t]*,[ \t]*$/.test(text.slice(before.end, item.start)))
    return [{ start: before.end, end: item.end, text: '' }];

  return [...withoutLastComma, { start: item.start, end: comma < 0 ? item.end : comma + 1, text: '' }];
}
