/** A readable text as formatting sees it: its lines, its tree, and what is not to be touched. Offsets are UTF-16 units. */
import type { PlainNode, Range } from '../../file/plainTree';
import { contentEnd, isFlow } from '../file/nodes';

export interface Layout {
  readonly text: string;
  readonly root: PlainNode | null;
  /** Texts of several lines: every blank in them may count. */
  readonly kept: readonly Range[];
}

export const layoutOf = (text: string, root: PlainNode | null): Layout => ({ text, root, kept: longTexts(text, root) });

function longTexts(text: string, node: PlainNode | null): Range[] {
  if (node === null) return [];
  if (node.kind === 'scalar') {
    const isBlock = text[node.start] === '|' || text[node.start] === '>';
    // What a block text ends with may be a part of it; the line ends behind others are not.
    const end = isBlock ? node.end : contentEnd(text, node);
    return /[\r\n]/.test(text.slice(node.start, end)) ? [{ start: node.start, end }] : [];
  }
  if (node.kind === 'list') return node.items.flatMap(({ value }) => longTexts(text, value));
  return node.entries.flatMap(({ key, value }) => [...longTexts(text, key), ...longTexts(text, value)]);
}

/** Whether a place is in a text of several lines. */
export const isKept = ({ kept }: Layout, { start, end }: Range): boolean =>
  kept.some((range) => start < range.end && range.start < end);

/** The lines of a text: `end` is in front of the line end. */
export const linesOf = (text: string): readonly Range[] =>
  Array.from(text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g))
    .filter(({ 0: line, index }) => line !== '' || index === 0)
    .map(({ 0: line, index }) => ({ start: index, end: index + line.replace(/[\r\n]+$/, '').length }));

export const columnOf = (text: string, at: number): number =>
  at - 1 - Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1));

/** Whether nothing but blanks stands before it on its line. */
export const isFirst = (text: string, at: number): boolean => /^[ \t]*$/.test(text.slice(at - columnOf(text, at), at));

/** Visits every map and list, the outer ones first. */
export function visit(node: PlainNode | null, found: (node: Exclude<PlainNode, { kind: 'scalar' }>) => void): void {
  if (node === null || node.kind === 'scalar') return;
  found(node);
  for (const { value } of node.kind === 'map' ? node.entries : node.items) visit(value, found);
}

export const isBlock = (text: string, node: PlainNode): boolean => node.kind !== 'scalar' && !isFlow(text, node);
