/** Edits of ownership files, made in the editor: one step to undo, looked at before by those who want to. */
import { Range, type Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { editingEdits, visible, type EditingEdits, type EditingResult, type OwnershipFile } from '../../core';
import { textsOf } from '../../host/convert';
import { UserError } from '../../host/errors';
import { keyOf, uriBelow } from '../../host/paths';
import { repositoryNow, type ReadableRepository } from '../../host/readableRepository';
import type { Repository, Store } from '../../host/store';
import { isWritable } from '../../host/writable';
import type { How } from './asked';

type TextEdit = EditingEdits['edits'][number];

export interface Application {
  readonly repository: Repository;
  /** Asked with the file as it is when the edit is made. */
  readonly edit: (file: OwnershipFile) => EditingResult;
  readonly how: How;
  /** What the preview calls the change. */
  readonly label: string;
}

/**
 * Makes an edit and shows it. Files that had no unsaved changes are saved; in others the edit stays unsaved beside the
 * user's own. Gives whether it was made: not where a preview was thrown away. Throws `UserError` where it cannot be.
 */
export async function apply(store: Store, { repository: { base }, edit, how, label }: Application): Promise<boolean> {
  const { model } = await upToDate(store, base);
  const { file } = model;
  const made = editingEdits(edit(file), file);
  if (made.kind === 'refused') throw new UserError(visible(made.message));
  if (made.edits.length === 0) throw new UserError('The ownership file says that already.');
  const uriOf = (path: string): Uri => uriBelow(base, path);
  const paths = [...new Set(made.edits.map((one) => one.file))];
  for (const path of paths)
    if (!(await isWritable(uriOf(path)))) throw new UserError(`${visible(path)} is read-only, so nothing was changed.`);
  const documents = await Promise.all(paths.map((path) => workspace.openTextDocument(uriOf(path))));
  const wereSaved = documents.filter(({ isDirty }) => !isDirty);
  const before = documents.map((document) => document.getText());
  const texts = textsOf(file.sources);
  const isApplied = await workspace.applyEdit(
    workspaceEdit(made.edits, uriOf, (place) => texts.rangeOf(place), how, label),
  );
  if (!isApplied || documents.every((document, at) => document.getText() === before[at])) {
    if (how === 'preview') return false;
    throw new UserError('The editor did not make the change. Try again.');
  }
  for (const document of wereSaved) await document.save();
  await show(documents, made.edits, uriOf);
  return true;
}

function workspaceEdit(
  edits: readonly TextEdit[],
  uriOf: (path: string) => Uri,
  rangeOf: (place: TextEdit) => Range,
  how: How,
  label: string,
): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const metadata = { needsConfirmation: false, label: visible(label) };
  for (const one of edits) edit.replace(uriOf(one.file), rangeOf(one), one.text, metadata);
  const [first] = edits;
  // What needs confirmation opens the preview, and is not ticked in it. This is nothing and is not shown there: the files
  // are there. So all that is shown is ticked, as for a rename of the editor's own.
  if (how === 'preview' && first !== undefined)
    edit.createFile(uriOf(first.file), { ignoreIfExists: true }, { ...metadata, needsConfirmation: true });
  return edit;
}

/** The repository as its texts are now, however long the user took to choose. */
async function upToDate(store: Store, base: Uri): Promise<ReadableRepository> {
  const found = await repositoryNow(store, base);
  const isOld = found.model.file.sources.some(({ path, text }) => {
    const key = keyOf(uriBelow(base, path));
    const open = workspace.textDocuments.find((document) => keyOf(document.uri) === key && !document.isClosed);
    return open !== undefined && sameLines(open.getText()) !== sameLines(text);
  });
  if (isOld) throw new UserError('The ownership file is changing just now. Try again.');
  return found;
}

/** An editor gives all lines of a text the same end. */
const sameLines = (text: string): string => text.replaceAll('\r\n', '\n');

/** Shows the last of the edits: where the AOR is, when there was a person to be added before it. */
async function show(documents: readonly TextDocument[], edits: readonly TextEdit[], uriOf: (path: string) => Uri) {
  const last = edits.at(-1);
  if (last === undefined) return;
  const document = documents.find(({ uri }) => keyOf(uri) === keyOf(uriOf(last.file)));
  if (document === undefined) return;
  const moved = edits
    .filter(({ file, start }) => file === last.file && start < last.start)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const lead = /^\s*/.exec(last.text)?.[0].length ?? 0;
  const at = document.positionAt(last.start + moved + lead);
  await window.showTextDocument(document, { selection: new Range(at, at) });
}
