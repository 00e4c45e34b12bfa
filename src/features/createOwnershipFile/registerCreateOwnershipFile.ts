/** Creates a first ownership file, when asked to. */
import { Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { labelText } from '../../host/convert';
import type { Disposable } from '../../host/disposables';
import { UserError } from '../../host/errors';
import type { FeatureContext } from '../../host/featureContext';
import { keyOf } from '../../host/paths';
import { resourceOf } from '../../host/resource';
import type { Store } from '../../host/store';
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

/** The only root without an ownership file, or the one the user picks. */
async function chosenBase(store: Store): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const active = resourceOf(undefined);
  const asked = [...(active === undefined ? [] : [active]), ...folders.map(({ uri }) => Uri.joinPath(uri, 'aor.yaml'))];
  const answers = await Promise.all(asked.map((uri) => store.answer(uri)));
  const bases = new Map(
    answers.flatMap((answer) =>
      answer.kind === 'no-file' ? [[keyOf(answer.repository.base), answer.repository.base] as const] : [],
    ),
  );
  if (bases.size > 1) return pick([...bases.values()]);
  const [only] = bases.values();
  if (only !== undefined) return only;
  throw answers.some(({ kind }) => kind !== 'elsewhere')
    ? new UserError('There is an ownership file here already.', {
        title: 'Open ownership file',
        command: 'aor.openOwnershipFile',
      })
    : new UserError('Open a folder first: the ownership file is created at its root.');
}

async function pick(bases: readonly Uri[]): Promise<Uri | undefined> {
  const items = bases.map((base) => ({
    label: labelText(base.path.split('/').at(-1) ?? ''),
    description: labelText(base.path),
    base,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Where should the ownership file be?' }))?.base;
}
