/** Comments of the items of a list with dashes, so that they can go where an item goes. */
import type { PlainList, Range } from '../file/plainTree';
import { dashOf, isBracketed, itemEnd } from './extent';
import { beginsLine, chunkAt, columnOf, lineEnd, lineStart } from './lines';
import { entryAt } from './place';
import type { Edit, EditSource } from './source';
import type { Replacement } from './textEdit';

/** Each begins with `#`. */
export interface ItemComments {
  readonly above: readonly string[];
  readonly behind: readonly string[];
  readonly beneath: readonly string[];
}

/** The comments of an item; `null`: it has no lines of its own. */
export function commentsOfItem(source: EditSource, path: readonly string[], index: number): ItemComments | null {
  const { text } = source;
  const place = itemAt(source, path, index);
  if (place === null) return null;
  const { start, end } = chunkAt(text, place);
  return {
    above: commentsIn(text.slice(start, lineStart(text, place.start))),
    behind: commentsIn(text.slice(place.end, lineEnd(text, place.end))),
    beneath: commentsIn(text.slice(lineEnd(text, place.end), end)),
  };
}

/** The item has these comments, which it did not have. */
export const addComments =
  (path: readonly string[], index: number, { above, behind, beneath }: ItemComments): Edit =>
  (source) => {
    const { text, eol } = source;
    const place = itemAt(source, path, index);
    // Nowhere to put them: in brackets there are no lines for each.
    if (place === null) return [];
    const indent = ' '.repeat(columnOf(text, place.start));
    const [first, end] = [lineStart(text, place.start), lineEnd(text, place.end)];
    const replacements: Replacement[] = [
      { start: first, end: first, text: above.map((one) => indent + one + eol).join('') },
      { start: end, end, text: behind.map((one) => ` ${one}`).join('') },
      { start: end, end, text: beneath.map((one) => `${eol}${indent}  ${one}`).join('') },
    ];
    return replacements.filter((one) => one.text !== '');
  };

const commentsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'));

/** From the dash of an item to the end of its value. */
function itemAt(source: EditSource, path: readonly string[], index: number): Range | null {
  const { text } = source;
  const node = entryAt(source, path)?.entry.value ?? null;
  const item = node?.kind === 'list' && !isBracketed(text, node) ? node.items[index] : undefined;
  if (item === undefined) return null;
  const dash = dashOf(text, item, columnOf(text, (node as PlainList).start));
  return dash === null || !beginsLine(text, dash) ? null : { start: dash, end: itemEnd(text, item) };
}
