/** Which repository a command is about, where its ownership file can be read. */
import { Uri, window, workspace } from 'vscode';
import { labelText } from './convert';
import { UserError } from './errors';
import { keyOf } from './paths';
import { resourceOf } from './resource';
import type { Model, Repository, Store } from './store';

export interface ReadableRepository {
  readonly repository: Repository;
  readonly model: Model;
}

/**
 * That of the `root` or file asked for or looked at, else the only one, else the one picked. Throws `UserError` without
 * any.
 */
export async function readableRepository(store: Store, argument: unknown): Promise<ReadableRepository | undefined> {
  const root = rootIn(argument);
  if (root !== undefined) return repositoryNow(store, root);
  await store.ready;
  const uri = resourceOf(argument);
  const answer = uri === undefined ? undefined : await store.answer(uri);
  const found = answer === undefined || answer.kind === 'elsewhere' ? undefined : answer.repository;
  const known = store.repositories.filter(({ state }) => state !== 'none');
  const repository = found ?? (known.length > 1 ? await pick(known) : known[0]);
  if (repository === undefined) {
    if (known.length > 1) return undefined;
    return readable(undefined);
  }
  return readable(repository);
}

/** The repository of a base as its texts are now, what was typed last among them. Throws `UserError` as `readable` does. */
export async function repositoryNow(store: Store, base: Uri): Promise<ReadableRepository> {
  await store.ready;
  // An answer waits until everything is read that was touched.
  const folders = workspace.workspaceFolders ?? [];
  await Promise.all(folders.map(({ uri }) => store.answer(Uri.joinPath(uri, 'aor.yaml'))));
  return readable(store.repositories.find((repository) => keyOf(repository.base) === keyOf(base)));
}

/** A repository whose ownership file can be read and is ours. Throws `UserError` where it is not. */
export function readable(repository: Repository | undefined): ReadableRepository {
  if (repository === undefined || repository.state === 'none')
    throw new UserError('There is no ownership file here.', {
      title: 'Create ownership file',
      command: 'aor.createOwnershipFile',
    });
  if (repository.state !== 'ok' || repository.model === null)
    throw new UserError('The ownership file has errors: correct them first.', {
      title: 'Open ownership file',
      command: 'aor.openOwnershipFile',
    });
  if (repository.model.file.codeowners !== null)
    throw new UserError('There is no ownership file here: CODEOWNERS is shown as it stands.', {
      title: 'Import…',
      command: 'aor.importOwners',
    });
  return { repository, model: repository.model };
}

/** The base that rows of the side bar and links name. */
function rootIn(argument: unknown): Uri | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const root: unknown = Reflect.get(argument, 'root');
  return typeof root === 'string' ? Uri.parse(root) : undefined;
}

async function pick(repositories: readonly Repository[]): Promise<Repository | undefined> {
  const items = repositories.map((repository) => ({
    label: labelText(repository.base.path.split('/').at(-1) ?? ''),
    description: labelText(repository.base.path),
    repository,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Of which repository?' }))?.repository;
}
