/** An ownership file that is looked at before it is saved. */
import { Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { UserError } from './errors';

/** Shows a text as `aor.yaml` at a root, unsaved: it is written where the user saves it, and nowhere before. */
export async function propose(base: Uri, text: string): Promise<void> {
  const uri = Uri.joinPath(base, 'aor.yaml').with({ scheme: 'untitled' });
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  // All of it: an earlier proposal may be open still.
  edit.replace(uri, new Range(0, 0, document.lineCount, 0), text);
  if (!(await workspace.applyEdit(edit))) throw new UserError('The proposal could not be shown.');
  await window.showTextDocument(document);
}
