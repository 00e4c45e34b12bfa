/** A text to be edited, and how edits follow each other. */
import type { PlainNode } from '../file/plainTree';
import { readPlainYaml } from '../file/plainYaml';
import { readYaml, type YamlText } from '../file/yaml';
import { applyReplacements, change, replacementsOf, unchanged, type Replacement } from './textEdit';

/** A text of an ownership file with what stands where. */
export interface EditSource {
  /** Without byte order mark, as every text that was loaded. */
  readonly text: string;
  readonly root: PlainNode | null;
  /** Where the text is not what it should be: nothing is known about what stands there. */
  readonly broken: readonly number[];
  /** How its lines end. */
  readonly eol: '\n' | '\r\n';
}

/** What to replace for one purpose; `null`: it cannot be done in this text. */
export type Edit = (source: EditSource) => readonly Replacement[] | null;

export function editSource(text: string): EditSource {
  // Whole texts are read much faster where they are plain.
  const { root, problems } = plainText(text) ?? readYaml(text);
  const eol = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  return { text, root, broken: problems.map(({ start }) => start), eol };
}

function plainText(text: string): YamlText | null {
  const plain = readPlainYaml(text);
  return plain === null ? null : { root: plain.root, problems: [] };
}

/**
 * The edits one after another, each seeing what the one before it left, as replacements in the original text. `null`:
 * one of them cannot be done, or the text would be harder to read than before.
 */
export const edited = (text: string, edits: readonly Edit[]): readonly Replacement[] | null =>
  editedFrom(editSource(text), edits);

/** The same for a text that was read already. */
export function editedFrom(original: EditSource, edits: readonly Edit[]): readonly Replacement[] | null {
  const { text } = original;
  let source = original;
  let changing = unchanged(text);
  for (const edit of edits) {
    const replacements = edit(source);
    if (replacements === null) return null;
    if (replacements.length === 0) continue;
    const next = editSource(applyReplacements(source.text, replacements));
    if (next.broken.length > source.broken.length) return null;
    changing = change(changing, replacements);
    source = next;
  }
  return replacementsOf(changing, text.length);
}
