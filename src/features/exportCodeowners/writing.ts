/** Writes an export, unless something else came there in the meantime. */
import { window, workspace, type Uri } from 'vscode';
import { UserError } from '../../host/errors';
import { folderOf } from '../../host/paths';

/** Writes the file and opens it. `before`: what it held when it was looked at; throws `UserError` where that changed. */
export async function writeExport(file: Uri, before: string | null, text: string): Promise<void> {
  const open = workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === file.toString());
  if (open !== undefined) throw new UserError('Save or revert the open CODEOWNERS first, then export again.');
  if ((await textNow(file)) !== before)
    throw new UserError('CODEOWNERS was changed in the meantime: nothing was written.');
  await workspace.fs.createDirectory(folderOf(file));
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await window.showTextDocument(file);
}

async function textNow(file: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    // Nothing is there; what cannot be read cannot be written either.
    return null;
  }
}
