/** Where the parts of a text begin and end, which lines alone tell. Offsets are UTF-16 units. */
import { isLineEnd, skipSpaces } from './plainLine';
import type { PlainScalar } from './plainTree';

const hash = 0x23;

/** The first key beneath a key of the top that has nothing behind it; `null`: it has, or there is none. */
export function firstBeneath(text: string, key: PlainScalar): number | null {
  const behind = skipSpaces(text, key.end + 1);
  if (!isLineEnd(text.charCodeAt(behind)) && text.charCodeAt(behind) !== hash) return null;
  const first = nextContent(text, lineAfter(text, behind));
  return first < text.length && columnOf(text, first) > 0 && !isDash(text, first) ? first : null;
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** The column of an offset. */
export const columnOf = (text: string, at: number): number => (at === 0 ? 0 : at - 1 - text.lastIndexOf('\n', at - 1));

const isDash = (text: string, at: number): boolean => text[at] === '-' && text[at + 1] === ' ';

/** Whether a key, a dash or a text begins here, and no comment, space or line end. */
export function isContent(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code !== hash && text[at] !== ' ' && !isLineEnd(code);
}

/** Where the next key or dash stands, from the start of a line on; or the end of the text. */
export function nextContent(text: string, line: number): number {
  for (let from = line; from < text.length; from = lineAfter(text, from)) {
    const at = skipSpaces(text, from);
    if (isContent(text, at)) return at;
  }
  return text.length;
}

/** Whether something is no part of what has its key at this column. A list may stand there, though. */
export function isOutside(text: string, at: number, column: number): boolean {
  const its = columnOf(text, at);
  return its < column || (its === column && !isDash(text, at));
}

/** Where what stands behind a part begins; `column`: that of the part's key. */
export function endOfPart(text: string, start: number, column: number): number {
  let at = start;
  do at = nextContent(text, lineAfter(text, at));
  while (at < text.length && !isOutside(text, at, column));
  return at;
}
