import { stat } from 'node:fs/promises';
import { FilePermission, workspace, type Uri } from 'vscode';

/** Whether the owner may write, as the mode of a file says, and the read-only attribute on Windows. */
const ownerWrites = 0o200;

/** Whether a file may be written, as far as that shows without trying. What cannot be told counts as writable. */
export async function isWritable(uri: Uri): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    if (uri.scheme === 'file') return ((await stat(uri.fsPath)).mode & ownerWrites) !== 0;
    return (await workspace.fs.stat(uri)).permissions !== FilePermission.Readonly;
  } catch {
    return true;
  }
}
