/** What an editing command does to which file, and what keeps it from being done. */
import { editedFrom, editSource } from '../../edits';
import type { TextEdit } from '../../edits/textEdit';
import { readYaml } from '../../file/yaml';
import type { OwnershipFile } from '../../model';
import { lineMap } from '../../text/lines';
import type { FileEdits } from '../fixes/fix';

/** One sentence that says why not, and what to do. Plain text, may hold untrusted characters. */
export interface RefusedEditing {
  readonly kind: 'refused';
  readonly message: string;
}

/** The edits of some files, in the order they are made. */
export interface Editing {
  readonly kind: 'editing';
  readonly changes: readonly FileEdits[];
}

export type EditingResult = Editing | RefusedEditing;

export const refused = (message: string): RefusedEditing => ({ kind: 'refused', message });
export const editing = (...changes: readonly FileEdits[]): Editing => ({ kind: 'editing', changes });

/** One after the other, as one; the first that is refused refuses the whole. */
export function together(...parts: readonly EditingResult[]): EditingResult {
  const changes: FileEdits[] = [];
  for (const part of parts) {
    if (part.kind === 'refused') return part;
    changes.push(...part.changes);
  }
  return { kind: 'editing', changes };
}

export interface EditingEdits {
  readonly kind: 'edits';
  readonly edits: readonly TextEdit[];
}

/**
 * What is replaced in which file. Offsets count in the texts of `file.sources`. Refused where a text has a syntax error:
 * what stands behind it may not be what it seems to be.
 */
export function editingEdits(result: EditingResult, { sources }: OwnershipFile): EditingEdits | RefusedEditing {
  if (result.kind === 'refused') return result;
  const found: TextEdit[] = [];
  for (const file of new Set(result.changes.map((change) => change.file))) {
    const text = sources.find(({ path }) => path === file)?.text;
    if (text === undefined) return refused(`${file} is no part of the ownership file any more.`);
    const source = editSource(text);
    const trouble = source.broken.length === 0 ? null : syntaxTrouble(file, text);
    if (trouble !== null) return trouble;
    const edits = result.changes.filter((change) => change.file === file).flatMap((change) => change.edits);
    const replacements = editedFrom(source, edits);
    if (replacements === null)
      return refused(
        `${file} is written in a way that cannot be edited here without losing comments: edit it by hand.`,
      );
    found.push(...replacements.map((replacement) => ({ file, ...replacement })));
  }
  return { kind: 'edits', edits: found };
}

function syntaxTrouble(file: string, text: string): RefusedEditing | null {
  const problem = readYaml(text).problems.find(({ code }) => code === 'syntax');
  if (problem === undefined) return null;
  const line = lineMap(text).positionAt(problem.start).line + 1;
  return refused(`Line ${line} of ${file} has to be corrected first: ${problem.message}`);
}
