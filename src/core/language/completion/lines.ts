/** One line of YAML as far as completion needs it, however unfinished. */

/** Columns are UTF-16 units from the start of the line. */
export interface WrittenLine {
  /** Of each `-` that begins an item here. */
  readonly dashes: readonly number[];
  /** Where the content begins: behind spaces and dashes. */
  readonly column: number;
  /** The key, without its quotes; `null`: there is none. */
  readonly key: string | null;
  /** Where the value, or what has no key, begins. */
  readonly valueColumn: number;
  /** What stands there, up to a comment, without spaces around it. */
  readonly value: string;
}

const keyPattern =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'[{&*!|>%@`,\]}-][^#]*?|-[^\s#][^#]*?))\s*:(?=\s|$)/;

/** Reads a line; `null`: there is nothing on it but space or a comment. */
export function readLine(text: string): WrittenLine | null {
  const dashes: number[] = [];
  let column = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  while (text[column] === '-' && (text[column + 1] === ' ' || column + 1 === text.length)) {
    dashes.push(column);
    column += 1 + (/^ */.exec(text.slice(column + 1))?.[0].length ?? 0);
  }
  const content = text.slice(column);
  if (dashes.length === 0 && (content === '' || content.startsWith('#'))) return null;
  const match = keyPattern.exec(content);
  if (match === null) return { dashes, column, key: null, valueColumn: column, value: withoutComment(content) };
  const [whole, double, quoted, plain] = match;
  const behind = content.slice(whole.length);
  const space = /^[ \t]*/.exec(behind)?.[0].length ?? 0;
  return {
    dashes,
    column,
    key: double ?? quoted ?? plain ?? '',
    valueColumn: column + whole.length + space,
    value: withoutComment(behind.slice(space)),
  };
}

/** Whether a value goes on in the lines below, as text. */
export const isBlockText = ({ value }: WrittenLine): boolean => /^[|>][-+\d]*$/.test(value);

/** Where a comment begins that follows some text; -1: there is none. A `#` in quotes, or right behind a character, is none. */
export function commentStart(text: string): number {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote === '"') at++;
      else if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && /(^|[\s,[{:-])$/.test(text.slice(0, at))) quote = char;
    else if (char === '#' && (at === 0 || /\s/.test(text[at - 1] ?? ''))) return at;
  }
  return -1;
}

function withoutComment(text: string): string {
  const start = commentStart(text);
  return (start < 0 ? text : text.slice(0, start)).trim();
}
