/** Values as text: plain where YAML and its readers take it as it is, else in quotes. */

/** What can be written: absent keys of a map are left out. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value | undefined };

export const isText = (value: Value): value is string => typeof value === 'string';
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** Begins like a word or a path, and holds nothing that YAML takes for itself. */
const plain = /^[\p{L}\p{N}_/.(\\+](?:[^\p{Cc}\p{Zl}\p{Zp}\uFEFF\p{Cs}]*[^\s\p{Cc}\p{Zl}\p{Zp}\uFEFF\p{Cs}])?$/u;
const special = /^(?:~|null|\.\.\.)$|:\s|:$|\s#/;
const brackets = /[,[\]{}]/;

const isPlain = (text: string, inBrackets: boolean): boolean =>
  plain.test(text) && !special.test(text) && !(inBrackets && brackets.test(text));

export const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\x7F-\x9F\u2028\u2029\uFEFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A text as a scalar; `like`: the scalar it stands in for, whose quotes it keeps. */
export function writeText(text: string, inBrackets: boolean, like = ''): string {
  if (like.startsWith("'") && plain.test(`a${text}a`)) return `'${text.replaceAll("'", "''")}'`;
  return like.startsWith('"') || !isPlain(text, inBrackets) ? doubleQuoted(text) : text;
}

/** A value on one line. `inBrackets`: whether brackets stand around it already. */
export function writeInline(value: Value, inBrackets: boolean): string {
  if (isText(value)) return writeText(value, inBrackets);
  if (isList(value)) return `[${value.map((item) => writeInline(item, true)).join(', ')}]`;
  const pairs = entriesOf(value).map(([key, inner]) => writePair(key, inner, true));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

export const writePair = (key: string, value: Value, inBrackets: boolean): string =>
  `${writeText(key, inBrackets)}: ${writeInline(value, inBrackets)}`;

export const entriesOf = (map: Exclude<Value, string | readonly Value[]>): readonly (readonly [string, Value])[] =>
  Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));

/** Whether a map of this many keys reaches over lines, as sections and AORs do; `path`: the keys that lead to it. */
const spreads = (path: readonly string[]): boolean =>
  path.length === 1 || (path.length === 2 && (path[0] === 'aors' || path[0] === 'roles'));

/** How the lines of something new look. */
export interface Layout {
  /** Whether a map reaches over lines that would not by itself. */
  readonly isWide?: boolean;
  /** How much further in than their key the dashes of lists stand; left out: texts stand in brackets. */
  readonly dashes?: number | undefined;
}

/** A key and its value as lines without the first one's indentation. `step`: how much further in what is beneath stands. */
export function writeLines(
  path: readonly string[],
  value: Value,
  column: number,
  step: number,
  { isWide = false, dashes }: Layout = {},
): string[] {
  const key = writeText(path.at(-1) ?? '', false);
  const inner = ' '.repeat(column + step);
  if (isList(value) && value.length > 0 && (dashes !== undefined || value.some((item) => !isText(item)))) {
    const indent = ' '.repeat(column + (dashes ?? step));
    return [`${key}:`, ...value.map((item) => `${indent}- ${writeInline(item, false)}`)];
  }
  if (isText(value) || isList(value) || !(spreads(path) || isWide)) return [`${key}: ${writeInline(value, false)}`];
  const lines = entriesOf(value).flatMap(([name, within]) => {
    const [first = '', ...others] = writeLines([...path, name], within, column + step, step, { dashes });
    return [inner + first, ...others];
  });
  return lines.length === 0 ? [`${key}: {}`] : [`${key}:`, ...lines];
}
