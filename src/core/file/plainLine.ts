/**
 * Values of plain YAML that stand on one line: texts, plain or in quotes, and `[…]` and `{ … }`. Each reader begins at
 * an offset and gives a node, which ends where reading may go on, or `null` for whatever is not plainly that.
 */
import type { PlainEntry, PlainItem, PlainNode, PlainScalar } from './plainTree';

const space = 0x20;
const colon = 0x3a;
const comma = 0x2c;
const hash = 0x23;
const dash = 0x2d;
const backslash = 0x5c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));

/** What begins something other than a plain text. A dash before a letter or digit begins one, too. */
const indicators = codesOf('-?:,[]{}#&*!|>\'"%@`\r\n\t\ufeff ');
const flowIndicators = codesOf(',[]{}');

/** A carriage return stands before a line feed only: other texts are not read here. */
export const isLineEnd = (code: number): boolean => code === lineFeed || code === carriageReturn || Number.isNaN(code);

export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === space) end++;
  return end;
}

/** YAML allows 1,024 characters. */
const longestKey = 1_000;

/** Far fewer than `yaml.ts` allows, so that none of its limits is ever reached. */
const deepest = 20;

/** A key with its colon, which ends a line or stands before a space; the colon is at its end. */
export function readKey(text: string, at: number, inFlow: boolean): PlainScalar | null {
  const key = readScalar(text, at, inFlow);
  if (key === null || text.charCodeAt(key.end) !== colon || key.end - at > longestKey || key.text === '<<') return null;
  const next = text.charCodeAt(key.end + 1);
  return next === space || (!inFlow && isLineEnd(next)) ? key : null;
}

/** A text, a list or a map. */
export function readValue(text: string, at: number, inFlow: boolean, depth = 0): PlainNode | null {
  const first = text[at];
  if (first !== '[' && first !== '{') return readScalar(text, at, inFlow);
  if (depth > deepest) return null;
  return first === '[' ? readList(text, at, depth) : readMap(text, at, depth);
}

/** A value less what stands for none: `~` and `null`, where they are not in quotes. */
export const presentValue = (node: PlainNode): PlainNode | null =>
  node.kind === 'scalar' && (node.text === '~' || node.text === 'null') && node.end - node.start === node.text.length
    ? null
    : node;

function readScalar(text: string, at: number, inFlow: boolean): PlainScalar | null {
  const first = text[at];
  if (first === '"') return readDoubleQuoted(text, at);
  if (first === "'") return readSingleQuoted(text, at);
  const end = endOfPlain(text, at, inFlow);
  return end === at ? null : scalar(text.slice(at, end), at, end);
}

const scalar = (text: string, start: number, end: number): PlainScalar => ({
  kind: 'scalar',
  text,
  start,
  end,
  tightComment: null,
});

/** Where a plain text ends: before a line end, a comment, a colon that makes it a key, or what a list or map is made of. */
function endOfPlain(text: string, start: number, inFlow: boolean): number {
  const first = text.charCodeAt(start);
  if (indicators.has(first) && !(first === dash && /[a-z\d]/i.test(text.charAt(start + 1)))) return start;
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === space) {
      if (text.charCodeAt(at + 1) === hash) return end;
      continue;
    }
    if (isLineEnd(code) || (inFlow && flowIndicators.has(code))) return end;
    if (code === colon) {
      const next = text.charCodeAt(at + 1);
      if (next === space || isLineEnd(next) || (inFlow && flowIndicators.has(next))) return end;
    }
    end = at + 1;
  }
}

function readSingleQuoted(text: string, start: number): PlainScalar | null {
  let at = start + 1;
  for (; text[at] !== "'" || text[at + 1] === "'"; at++) {
    if (isLineEnd(text.charCodeAt(at))) return null;
    if (text[at] === "'") at++;
  }
  return scalar(text.slice(start + 1, at).replaceAll("''", "'"), start, at + 1);
}

/** Of the escapes only those of the quote and of the backslash itself. */
function readDoubleQuoted(text: string, start: number): PlainScalar | null {
  let at = start + 1;
  for (; text[at] !== '"'; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) return null;
    if (code !== backslash) continue;
    at++;
    if (text[at] !== '"' && text[at] !== '\\') return null;
  }
  return scalar(text.slice(start + 1, at).replace(/\\(.)/g, '$1'), start, at + 1);
}

function readList(text: string, start: number, depth: number): PlainNode | null {
  const items: PlainItem[] = [];
  let at = skipSpaces(text, start + 1);
  while (text[at] !== ']') {
    const node = readValue(text, at, true, depth + 1);
    if (node === null) return null;
    items.push({ value: presentValue(node), start: node.start, end: node.end, tightComment: null });
    at = afterItem(text, node.end, ']');
    if (at < 0) return null;
  }
  return { kind: 'list', items, start, end: at + 1 };
}

function readMap(text: string, start: number, depth: number): PlainNode | null {
  const entries: PlainEntry[] = [];
  const keys = new Set<string>();
  let at = skipSpaces(text, start + 1);
  while (text[at] !== '}') {
    const key = readKey(text, at, true);
    if (key === null || keys.has(key.text)) return null;
    keys.add(key.text);
    const value = readValue(text, skipSpaces(text, key.end + 1), true, depth + 1);
    if (value === null) return null;
    entries.push({ key, value: presentValue(value) });
    at = afterItem(text, value.end, '}');
    if (at < 0) return null;
  }
  return { kind: 'map', entries, start, end: at + 1 };
}

/** Where the next item or the closing bracket begins; -1: something else follows. */
function afterItem(text: string, end: number, close: string): number {
  const at = skipSpaces(text, end);
  if (text[at] === close) return at;
  return text.charCodeAt(at) === comma ? skipSpaces(text, at + 1) : -1;
}
