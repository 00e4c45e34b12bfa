import type { Replacement } from '../../edits/textEdit';
import type { PlainList, PlainMap, PlainNode } from '../../file/plainTree';
import { columnOf, isBlock, isFirst, isKept, linesOf, visit, type Layout } from './layout';

/** How far a file puts things in. */
interface Steps {
  /** What is beneath a key. */
  readonly map: number;
  /** Dashes beneath a key: they may stand right below it. */
  readonly list: number;
}

/** Moves lines to where the file's own step puts them; a file without one has a step of two. */
export function indentationEdits(layout: Layout): readonly Replacement[] {
  const { text, root } = layout;
  if (root === null || !isBlock(text, root)) return [];
  const columns = new Map<number, number>();
  place(text, root, 0, stepsOf(text, root), columns);
  // From the end, so that comments know what they stand above.
  let below: { readonly from: number; readonly to: number } | null = null;
  const edits: Replacement[] = [];
  for (const line of [...linesOf(text)].reverse()) {
    const content = line.start + (/^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
    if (content === line.end || isKept(layout, { start: line.start, end: content + 1 })) continue;
    const from = content - line.start;
    const to = columns.get(content);
    if (to !== undefined) below = { from, to };
    const isComment = text[content] === '#' && below?.from === from;
    const wanted = to ?? (isComment ? below?.to : undefined);
    if (wanted !== undefined && wanted !== from)
      edits.push({ start: line.start, end: content, text: ' '.repeat(wanted) });
  }
  return edits;
}

/** Notes the column of everything that is the first on its line. */
function place(text: string, node: PlainNode, column: number, steps: Steps, columns: Map<number, number>): void {
  if (!isBlock(text, node)) return;
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      if (isFirst(text, key.start)) columns.set(key.start, column);
      if (value !== null) place(text, value, column + steps[kindOf(value)], steps, columns);
    }
  } else if (node.kind === 'list') {
    const dashes = columnOf(text, node.start);
    for (const { value, start } of node.items) {
      const dash = start - columnOf(text, start) + dashes;
      if (text[dash] === '-' && isFirst(text, dash)) columns.set(dash, column);
      if (value !== null) place(text, value, column + columnOf(text, value.start) - dashes, steps, columns);
    }
  }
}

const kindOf = (node: PlainNode): keyof Steps => (node.kind === 'list' ? 'list' : 'map');

/** The steps that are taken most often. */
function stepsOf(text: string, root: PlainNode): Steps {
  const counts = { map: new Map<number, number>(), list: new Map<number, number>() };
  const count = (above: PlainMap, beneath: PlainMap | PlainList): void => {
    const step = columnOf(text, beneath.start) - columnOf(text, above.start);
    counts[beneath.kind].set(step, (counts[beneath.kind].get(step) ?? 0) + 1);
  };
  visit(root, (node) => {
    if (node.kind !== 'map' || !isBlock(text, node)) return;
    for (const { value } of node.entries)
      if (value !== null && value.kind !== 'scalar' && isBlock(text, value)) count(node, value);
  });
  const most = (steps: ReadonlyMap<number, number>): number | undefined =>
    [...steps].sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)[0]?.[0];
  const map = most(counts.map) ?? 2;
  return { map, list: most(counts.list) ?? map };
}
