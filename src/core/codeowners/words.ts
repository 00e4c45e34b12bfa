/** The words of a line. */

export interface Word {
  /** As written. */
  readonly text: string;
  /** UTF-16 offset in the line. */
  readonly start: number;
}

/**
 * Words stand between blanks; a blank behind a backslash belongs to its word. A `#` at the start of a word begins a
 * comment, which is left out.
 */
export function wordsOf(line: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: text, index } of line.matchAll(/(?:\\.|[^\s\\]|\\$)+/gsu)) {
    if (text.startsWith('#')) break;
    words.push({ text, start: index });
  }
  return words;
}
