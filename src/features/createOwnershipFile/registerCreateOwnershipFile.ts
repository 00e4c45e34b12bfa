/** Creates a first ownership file, when asked to. */
import { Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { chosenBase } from './chosenBase';
import { starter } from './starter';

/** `aor.createOwnershipFile`: at the root of the work tree; never over a file that is there. */
export function registerCreateOwnershipFile({ store, commands }: FeatureContext): Disposable {
  return commands.register('aor.createOwnershipFile', async () => {
    const base = await chosenBase(store);
    if (base === undefined) return;
    const uri = Uri.joinPath(base, 'aor.yaml');
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(starter) });
    // Refused, for instance, because the file was made in the meantime.
    if (!(await workspace.applyEdit(edit))) throw new UserError('The ownership file could not be created.');
    await window.showTextDocument(uri);
  });
}
