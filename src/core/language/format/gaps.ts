/** Blanks between the things of one line: behind colons and commas, and inside brackets. */
import type { Replacement } from '../../edits/textEdit';
import type { PlainEntry, PlainList, PlainMap, Range } from '../../file/plainTree';
import { contentEnd } from '../file/nodes';
import { columnOf, isBlock, visit, type Layout } from './layout';

export function gapEdits({ text, root }: Layout): readonly Replacement[] {
  const edits: Replacement[] = [];
  const inside = { map: isSpaced('map', true), list: isSpaced('list', false) };
  visit(root, (node) => {
    if (isBlock(text, node)) {
      if (node.kind === 'map') edits.push(...colonEdits(text, node.entries));
    } else edits.push(...flowEdits(text, node, inside[node.kind] ? ' ' : ''));
  });
  return edits;

  /** Whether the file writes `{ a }` rather than `{a}`, as most do where it does neither more often. */
  function isSpaced(kind: 'map' | 'list', byDefault: boolean): boolean {
    let balance = byDefault ? 0.5 : -0.5;
    visit(root, (node) => {
      if (node.kind !== kind || isBlock(text, node)) return;
      const [, gap, next] = /^.([ \t]*)(.)/.exec(text.slice(node.start, node.start + 100)) ?? [];
      if (next !== undefined && !/[\]}#]/.test(next)) balance += gap === '' ? -1 : 1;
    });
    return balance > 0;
  }
}

/** One blank behind the colon, but for values that stand beneath each other. */
function colonEdits(text: string, entries: readonly PlainEntry[]): readonly Replacement[] {
  const columns = entries.map(({ key, value }) =>
    value === null || /[\r\n]/.test(text.slice(key.end, value.start)) ? null : columnOf(text, value.start),
  );
  return entries.flatMap(({ key, value }, at): Replacement[] => {
    const column = columns[at];
    const isTable = column != null && (columns[at - 1] === column || columns[at + 1] === column);
    const gap = value === null || isTable ? null : /^:[ \t]{2,}$/.exec(text.slice(key.end, value.start));
    return gap === null || value === null ? [] : [{ start: key.end + 1, end: value.start, text: ' ' }];
  });
}

/** The things in brackets from the key, or the value without one, to the end of the value. */
function partsOf(text: string, node: PlainMap | PlainList): readonly Range[] {
  if (node.kind === 'list')
    return node.items.flatMap(({ value }) =>
      value === null ? [] : [{ start: value.start, end: contentEnd(text, value) }],
    );
  return node.entries.map(({ key, value }) => ({
    start: key.start,
    end: value === null ? key.end : contentEnd(text, value),
  }));
}

function flowEdits(text: string, node: PlainMap | PlainList, inside: string): readonly Replacement[] {
  const edits: Replacement[] = [];
  /** Puts blanks in place of blanks, where there is nothing else but `mark` in front of them. */
  const put = (start: number, end: number, mark: RegExp, blanks: string): void => {
    const [whole, before] = mark.exec(text.slice(start, end)) ?? [];
    if (whole === undefined || before === undefined || whole === before + blanks) return;
    edits.push({ start: start + before.length, end, text: blanks });
  };
  const parts = partsOf(text, node);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  put(node.start + 1, first.start, /^()[ \t]*$/, inside);
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    // More blanks than one may be a table.
    if (next !== undefined) put(part.end, next.start, /^(,)$/, ' ');
  }
  if (node.kind === 'map')
    for (const { key, value } of node.entries) if (value !== null) put(key.end, value.start, /^(:)$/, ' ');
  const end = contentEnd(text, node) - 1;
  if (last.end < end || text[end] === '}' || text[end] === ']') put(last.end, end, /^()[ \t]*$/, inside);
  return edits;
}
