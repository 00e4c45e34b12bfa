/** Where a first ownership file goes. */
import { Uri, window, workspace } from 'vscode';
import { labelText } from '../../host/convert';
import { UserError } from '../../host/errors';
import { keyOf } from '../../host/paths';
import { resourceOf } from '../../host/resource';
import type { Store } from '../../host/store';

/** The only root without an ownership file, or the one the user picks; `undefined`: none. Throws `UserError`. */
export async function chosenBase(store: Store): Promise<Uri | undefined> {
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
