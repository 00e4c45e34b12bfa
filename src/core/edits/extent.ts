/** How far nodes of the tree reach in the text. */
import type { PlainEntry, PlainItem, PlainNode, Range } from '../file/plainTree';
import { lineStart } from './lines';

/** Whether a map or list is written in brackets. */
export const isBracketed = (text: string, { start }: Range): boolean => text[start] === '{' || text[start] === '[';

/** Whether a scalar is written as `|` or `>` with lines beneath. */
export const isBlockScalar = (text: string, { start }: Range): boolean => text[start] === '|' || text[start] === '>';

/** Where the content of a node ends: no comment, no line end, no empty lines behind it. */
export function nodeEnd(text: string, node: PlainNode): number {
  if (node.kind === 'scalar') return isBlockScalar(text, node) ? blockScalarEnd(text, node) : node.end;
  if (isBracketed(text, node)) return node.end;
  if (node.kind === 'map') {
    const last = node.entries.at(-1);
    return last === undefined ? node.end : entryEnd(text, last);
  }
  const last = node.items.at(-1);
  return last === undefined ? node.end : itemEnd(text, last);
}

function blockScalarEnd(text: string, { start, end }: Range): number {
  const keepsLines = /^[|>][0-9]?\+/.test(text.slice(start, start + 3));
  const content = text.slice(start, end);
  return start + (keepsLines ? content.replace(/\r?\n$/, '') : content.trimEnd()).length;
}

/** An item that is absent may be written as `~`, `null` or an alias, or be nothing behind its dash. */
export const itemEnd = (text: string, { value, start, end }: PlainItem): number =>
  value !== null ? nodeEnd(text, value) : /^[^\s,\]}#]/.test(text.charAt(start)) ? end : start;

export const entryEnd = (text: string, entry: PlainEntry): number =>
  entry.value === null ? (gapOf(text, entry)?.end ?? entry.key.end) : nodeEnd(text, entry.value);

/**
 * Where the value of a key would stand that has none: behind the colon, with the `~` or `null` that is there. `null`:
 * there is no colon, or something that could not be read.
 */
export function gapOf(text: string, { key }: PlainEntry): Range | null {
  const found = /^([ \t]*:)([ \t]*(?:~|null)(?=[\s,\]}]|$))?/.exec(text.slice(key.end, key.end + 200));
  const [all, colon] = found ?? [];
  if (all === undefined || colon === undefined) return null;
  const rest = text.slice(key.end + all.length).split('\n', 1)[0] ?? '';
  if (!/^\s*$|^[ \t]+#|^[ \t]*[,}\]]/.test(rest)) return null;
  return { start: key.end + colon.length, end: key.end + all.length };
}

/** Where the dash of an item of a list without brackets stands. */
export function dashOf(text: string, item: PlainItem, column: number): number | null {
  for (let line = lineStart(text, item.start); ; line = lineStart(text, line - 1)) {
    if (text[line + column] === '-' && line + column <= item.start) return line + column;
    if (line === 0) return null;
  }
}
