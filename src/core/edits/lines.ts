/** Lines of a text, as far as moving and removing them goes. */
import type { Range } from '../file/plainTree';
import type { Replacement } from './textEdit';

/** Where the line with this offset begins. */
export const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

/** Where the line with this offset ends, in front of its line end. */
export function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  if (next < 0) return text.length;
  return next > at && text[next - 1] === '\r' ? next - 1 : next;
}

/** Behind the line end that stands here, if one does. */
export function afterLineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' ? at + 1 : at;
}

/** In front of the line ends and empty lines that stand before this offset. */
const beforeLineEnds = (text: string, at: number): number =>
  at - (/(?:\r?\n[ \t]*)*$/.exec(text.slice(Math.max(0, at - 1000), at))?.[0].length ?? 0);

/** How far from the start of its line. */
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Whether nothing but space stands before it in its line. */
export const beginsLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === '';

/** Column of the comment that fills this line; `null`: it is another line. */
function commentColumn(text: string, start: number): number | null {
  const column = /^[ \t]*#/.exec(text.slice(start, lineEnd(text, start)))?.[0].length;
  return column === undefined ? null : column - 1;
}

/**
 * The lines of something that begins at `start` and whose content ends at `end`, with the comments that belong to it:
 * those right above at its own column, those behind it, those right below that are further in. The last line end is
 * not included.
 */
export function chunkAt(text: string, { start, end }: Range): Range {
  const column = columnOf(text, start);
  let last = lineEnd(text, end);
  for (let next = afterLineEnd(text, last); next > last && next < text.length; next = afterLineEnd(text, last)) {
    const found = commentColumn(text, next);
    if (found === null || found <= column) break;
    last = lineEnd(text, next);
  }
  return {
    start: beginsLine(text, start) ? withCommentsAbove(text, lineStart(text, start), column) : start,
    end: last,
  };
}

function withCommentsAbove(text: string, start: number, column: number): number {
  let first = start;
  while (first > 0) {
    const above = lineStart(text, first - 1);
    if (commentColumn(text, above) !== column) break;
    first = above;
  }
  return first;
}

const isBlankLine = (text: string, at: number): boolean =>
  text.slice(lineStart(text, at), lineEnd(text, at)).trim() === '';

/** Whether an empty line stands above a line that begins here. */
export const hasBlankAbove = (text: string, start: number): boolean => start > 0 && isBlankLine(text, start - 1);

/** Removes whole lines and their line end; of empty lines around them one side is left. */
export function removeLines(text: string, { start, end }: Range): Replacement {
  const next = afterLineEnd(text, end);
  // The last line of a text without a final line end leaves the one before it without.
  if (next === end) return { start: beforeLineEnds(text, start), end, text: '' };
  const isApart = hasBlankAbove(text, start) && (next >= text.length || isBlankLine(text, next));
  return { start: isApart ? lineStart(text, start - 1) : start, end: next, text: '' };
}
