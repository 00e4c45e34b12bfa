/** Adding to and removing from lists, where one value may stand for a list of one. */
import type { PlainList, Range } from '../file/plainTree';
import { addInBrackets, removeInBrackets, type Bracketed } from './brackets';
import { dashOf, isBlockScalar, isBracketed, itemEnd, nodeEnd } from './extent';
import { beginsLine, chunkAt, columnOf, lineStart, removeLines } from './lines';
import { removeKey } from './keys';
import { entryAt } from './place';
import { setValue } from './setValue';
import type { Edit, EditSource } from './source';
import type { Replacement } from './textEdit';
import { isText, writeInline, writeText, type Value } from './write';

/** The list at `path` has one more value, at its end or at `index`. */
export const addItem =
  (path: readonly string[], value: Value, index = Infinity): Edit =>
  (source) => {
    const { text } = source;
    const place = entryAt(source, path);
    const node = place?.entry.value ?? null;
    if (place === null || node === null) return setValue(path, isText(value) ? value : [value])(source);
    if (node.kind === 'list') {
      const at = Math.min(index, node.items.length);
      return isBracketed(text, node)
        ? addInBrackets(source, bracketed(text, node), at, writeInline(value, true))
        : addLine(source, node, at, value);
    }
    // One value becomes a list of two. What spans lines cannot stand in brackets as it is.
    const { start } = node;
    const end = nodeEnd(text, node);
    const old = text.slice(start, end);
    if (/[\r\n]/.test(old) || isBlockScalar(text, node) || (node.kind === 'map' && !isBracketed(text, node)))
      return null;
    const put = writeInline(value, true);
    const one = node.kind === 'scalar' && !/^['"]/.test(old) ? writeText(node.text, true) : old;
    if (one !== old) return [{ start, end, text: index === 0 ? `[${put}, ${one}]` : `[${one}, ${put}]` }];
    return [
      { start, end: start, text: index === 0 ? `[${put}, ` : '[' },
      { start: end, end, text: index === 0 ? ']' : `, ${put}]` },
    ];
  };

/** The list at `path` has lost its item at `index`, with the comments that belong to it. */
export const removeItem =
  (path: readonly string[], index: number): Edit =>
  (source) => {
    const { text } = source;
    const node = entryAt(source, path)?.entry.value ?? null;
    if (node === null) return null;
    if (node.kind !== 'list') return index === 0 ? removeKey(path)(source) : null;
    if (index >= node.items.length) return null;
    if (isBracketed(text, node)) return removeInBrackets(text, bracketed(text, node), index);
    const lines = linesOf(text, node, index);
    return lines === null ? null : [removeLines(text, lines)];
  };

const bracketed = (text: string, node: PlainList): Bracketed => ({
  start: node.start,
  end: node.end,
  items: node.items.map((item) => ({ start: item.start, end: itemEnd(text, item) })),
});

/** The lines of an item behind a dash; `null`: it shares its first line with something else. */
function linesOf(text: string, node: PlainList, index: number): Range | null {
  const item = node.items[index];
  const dash = item === undefined ? null : dashOf(text, item, columnOf(text, node.start));
  if (item === undefined || dash === null || !beginsLine(text, dash)) return null;
  return chunkAt(text, { start: dash, end: itemEnd(text, item) });
}

function addLine({ text, eol }: EditSource, node: PlainList, index: number, value: Value): Replacement[] | null {
  const line = `${text.slice(lineStart(text, node.start), node.start)}- ${writeInline(value, false)}`;
  if (line.trimStart() !== `- ${writeInline(value, false)}`) return null;
  const above = index > 0 ? linesOf(text, node, index - 1) : null;
  if (above !== null) return [{ start: above.end, end: above.end, text: eol + line }];
  const below = index === 0 ? linesOf(text, node, 0) : null;
  return below === null ? null : [{ start: below.start, end: below.start, text: line + eol }];
}
