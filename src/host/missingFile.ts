/** Where an ownership file could be made. */
import { Uri, window, workspace } from 'vscode';
import { labelText } from './convert';
import { UserError } from './errors';
import { keyOf } from './paths';
import { resourceOf } from './resource';
import type { Answer, Repository, Store } from './store';

/**
 * The only repository without an ownership file, or the one the user picks; also one whose `CODEOWNERS` stands in for it.
 * `undefined`: nothing was picked. Throws `UserError` where there is none.
 */
export async function repositoryWithoutFile(store: Store): Promise<Repository | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const active = resourceOf(undefined);
  const asked = [...(active === undefined ? [] : [active]), ...folders.map(({ uri }) => Uri.joinPath(uri, 'aor.yaml'))];
  const answers = await Promise.all(asked.map((uri) => store.answer(uri)));
  const without = answers.flatMap((answer) => (hasNone(answer) ? [answer.repository] : []));
  const repositories = new Map(without.map((repository) => [keyOf(repository.base), repository]));
  if (repositories.size > 1) return pick([...repositories.values()]);
  const [only] = repositories.values();
  if (only !== undefined) return only;
  throw answers.some(({ kind }) => kind !== 'elsewhere')
    ? new UserError('There is an ownership file here already.', {
        title: 'Open ownership file',
        command: 'aor.openOwnershipFile',
      })
    : new UserError('Open a folder first: the ownership file is created at its root.');
}

type Without = Extract<Answer, { readonly kind: 'no-file' | 'ownership' }>;

/** Whether a repository has no ownership file of ours. */
export const hasNone = (answer: Answer): answer is Without =>
  answer.kind === 'no-file' || (answer.kind === 'ownership' && answer.model.file.codeowners !== null);

async function pick(repositories: readonly Repository[]): Promise<Repository | undefined> {
  const items = repositories.map((repository) => ({
    label: labelText(repository.base.path.split('/').at(-1) ?? ''),
    description: labelText(repository.base.path),
    repository,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Where should the ownership file be?' }))?.repository;
}
