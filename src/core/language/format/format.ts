/** Formatting of an ownership file: blanks alone, and none that means something. */
import { applyReplacements, type Replacement } from '../../edits/textEdit';
import type { PlainNode, Range } from '../../file/plainTree';
import { readPlainYaml } from '../../file/plainYaml';
import { readYaml } from '../../file/yaml';
import { blankLineEdits } from './blankLines';
import { gapEdits } from './gaps';
import { indentationEdits } from './indentation';
import { layoutOf } from './layout';

/**
 * The edits that format a text, or what of it lies in a range (UTF-16 offsets): they take out, and put in, blanks and
 * line ends, nothing else, and none inside texts. None where the text cannot be read without a fault. Where some would
 * change what the text says, which odd indentation may bring about, only the others are made.
 */
export function formatEdits(text: string, range?: Range): readonly Replacement[] {
  const root = treeOf(text);
  if (root === undefined) return [];
  const layout = layoutOf(text, root);
  const said = saidBy(root);
  const within = (edits: readonly Replacement[]): readonly Replacement[] =>
    edits.filter(({ start, end }) => range === undefined || (range.start <= start && end <= range.end));
  const kinds = [blankLineEdits(layout), gapEdits(layout), indentationEdits(layout)].map(within);
  // The more is left out, the less can be wrong.
  for (let count = kinds.length; count > 0; count--) {
    const edits = kinds.slice(0, count).flat();
    const after = edits.length === 0 ? root : treeOf(applyReplacements(text, edits));
    if (after !== undefined && saidBy(after) === said) return edits;
  }
  return [];
}

/** `undefined`: the text has a fault. */
function treeOf(text: string): PlainNode | null | undefined {
  const plain = readPlainYaml(text);
  if (plain !== null) return plain.root;
  const { root, problems } = readYaml(text);
  return problems.length === 0 ? root : undefined;
}

/** Everything in a tree but its places. */
const saidBy = (root: PlainNode | null): string =>
  JSON.stringify(root, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
