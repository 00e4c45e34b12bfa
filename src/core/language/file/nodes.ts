/** Places in a plain tree, trimmed to what a reader would call the thing itself. */
import { itemsOf } from '../../file/shapes';
import type { PlainMap, PlainNode, PlainScalar, Range } from '../../file/plainTree';

/** The maps in a place: one, or those of a list. */
export const mapsIn = (node: PlainNode | null): readonly PlainMap[] =>
  valuesIn(node).filter((one) => one.kind === 'map');

/** The texts in a place: one, or those of a list. */
export const scalarsIn = (node: PlainNode | null): readonly PlainScalar[] =>
  valuesIn(node).filter((one) => one.kind === 'scalar');

const valuesIn = (node: PlainNode | null): readonly PlainNode[] =>
  node === null ? [] : itemsOf(node).flatMap(({ value }) => value ?? []);

/** The value of a key; `null` where either is missing. */
export const valueOf = (map: PlainMap, key: string): PlainNode | null =>
  map.entries.find((entry) => entry.key.text === key)?.value ?? null;

/** `{…}` or `[…]`, closed or not. */
export const isFlow = (text: string, { start }: Range): boolean => text[start] === '{' || text[start] === '[';

/** Where the last thing of a node ends: without the blank lines and comments behind it that YAML counts to it. */
export function contentEnd(text: string, node: PlainNode): number {
  if (node.kind === 'map' && !isFlow(text, node)) {
    const last = node.entries.at(-1);
    return last === undefined ? node.start : last.value === null ? last.key.end : contentEnd(text, last.value);
  }
  if (node.kind === 'list' && !isFlow(text, node)) {
    const last = node.items.at(-1);
    return last === undefined ? node.start : last.value === null ? last.start : contentEnd(text, last.value);
  }
  return node.start + text.slice(node.start, node.end).trimEnd().length;
}

/**
 * The characters that are the text of a scalar, without quotes or `>-`. Where the text is written with escapes, or over
 * several lines, the whole scalar.
 */
export function textRange(text: string, { text: value, start, end }: PlainScalar): Range {
  const at = value === '' ? -1 : text.slice(start, end).lastIndexOf(value);
  return at < 0 ? { start, end: Math.min(end, text.length) } : { start: start + at, end: start + at + value.length };
}

/** Whether an offset is in a range or right behind it, where a cursor that has just typed it stands. */
export const touches = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;
