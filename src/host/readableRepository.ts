/** Which repository a command is about, where its ownership file can be read. */
import { window } from 'vscode';
import { labelText } from './convert';
import { UserError } from './errors';
import { resourceOf } from './resource';
import type { Model, Repository, Store } from './store';

export interface ReadableRepository {
  readonly repository: Repository;
  readonly model: Model;
}

/** That of the file asked for or looked at, else the only one, else the one picked. Throws `UserError` without any. */
export async function readableRepository(store: Store, argument: unknown): Promise<ReadableRepository | undefined> {
  await store.ready;
  const uri = resourceOf(argument);
  const answer = uri === undefined ? undefined : await store.answer(uri);
  const found = answer === undefined || answer.kind === 'elsewhere' ? undefined : answer.repository;
  const known = store.repositories.filter(({ state }) => state !== 'none');
  const repository = found ?? (known.length > 1 ? await pick(known) : known[0]);
  if (repository === undefined) {
    if (known.length > 1) return undefined;
    throw new UserError('There is no ownership file here.');
  }
  if (repository.state === 'none') throw new UserError('There is no ownership file here.');
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

async function pick(repositories: readonly Repository[]): Promise<Repository | undefined> {
  const items = repositories.map((repository) => ({
    label: labelText(repository.base.path.split('/').at(-1) ?? ''),
    description: labelText(repository.base.path),
    repository,
  }));
  return (await window.showQuickPick(items, { placeHolder: 'Of which repository?' }))?.repository;
}
