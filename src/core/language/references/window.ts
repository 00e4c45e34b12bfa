/** The line with the cursor, and what stands before it as far as needed. */
export interface Window {
  readonly line: string;
  /** Offset of the line's start in the text. */
  readonly lineStart: number;
  /** Cursor in the line. */
  readonly cursor: number;
  /** Lines before this one, nearest first, at most 100 and 8,000 characters. */
  readonly before: () => Iterable<{ readonly line: string; readonly start: number }>;
}

const longestLine = 2_000;
const farthestLine = 100;
const farthestCharacter = 8_000;

/** Where the line with `offset` starts; `null` where that is farther than a line is long. */
function lineStartBefore(text: string, offset: number): number | null {
  for (let start = offset; offset - start <= longestLine; start--) {
    const unit = text.charCodeAt(start - 1);
    if (start === 0 || unit === 10 || unit === 13) return start;
  }
  return null;
}

function lineEndAfter(text: string, offset: number): number {
  for (let end = offset; end < text.length && end - offset <= longestLine; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 10 || unit === 13) return end;
  }
  return Math.min(text.length, offset + longestLine);
}

/** The window at an offset; `null` where the offset is outside the text or the line is too long to be written by hand. */
export function windowAt(text: string, offset: number): Window | null {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return null;
  const lineStart = lineStartBefore(text, offset);
  if (lineStart === null) return null;
  const line = text.slice(lineStart, lineEndAfter(text, offset));
  if (line.length > longestLine) return null;
  return { line, lineStart, cursor: offset - lineStart, before: () => linesBefore(text, lineStart) };
}

function* linesBefore(text: string, lineStart: number): Generator<{ line: string; start: number }> {
  let end = lineStart;
  for (let count = 0; count < farthestLine && end > 0 && lineStart - end < farthestCharacter; count++) {
    const breakLength = text[end - 1] === '\n' && text[end - 2] === '\r' ? 2 : 1;
    const start = lineStartBefore(text, end - breakLength);
    if (start === null) return;
    yield { line: text.slice(start, end - breakLength), start };
    end = start;
  }
}

/** A piece of the line. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first match of a global expression in the line that has the cursor in, or at either end of, its group 1. */
export function pieceAt({ line, cursor }: Window, expression: RegExp): Piece | null {
  for (const match of line.matchAll(expression)) {
    const text = match[1] ?? '';
    const start = match.index + match[0].indexOf(text);
    if (start <= cursor && cursor <= start + text.length && text !== '')
      return { text, start, end: start + text.length };
  }
  return null;
}

/** The content of the quotes the cursor is in. */
export function quotedAt(window: Window): Piece | null {
  const { line, cursor } = window;
  for (const match of line.matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)\1/g)) {
    const start = match.index + 1;
    const text = match[2] ?? '';
    if (start <= cursor && cursor <= start + text.length && text !== '')
      return { text, start, end: start + text.length };
  }
  return null;
}
