/** Which AOR a command of the tree was called for. */
import { Uri } from 'vscode';
import { visible, type Aor } from '../../core';
import { UserError } from '../../host/errors';
import { keyOf } from '../../host/paths';
import { resourceOf } from '../../host/resource';
import type { Repository, Store } from '../../host/store';

/** An AOR by its id, so that it can be looked up when it is needed. */
export interface WantedAor {
  readonly base: string;
  readonly id: string;
}

/** The AOR that the argument names by `root` and `aor`, as rows do; else that of a file, or of the active document. */
export async function wantedAor(store: Store, argument: unknown): Promise<WantedAor> {
  if (typeof argument === 'object' && argument !== null && 'root' in argument && 'aor' in argument) {
    const { root, aor } = argument;
    if (typeof root !== 'string' || typeof aor !== 'string') throw goneAor();
    await store.ready;
    return { base: keyOf(Uri.parse(root)), id: aor };
  }
  const uri = resourceOf(argument);
  const answer = uri === undefined ? undefined : await store.answer(uri);
  if (answer?.kind !== 'ownership') throw new UserError('No ownership file answers for a file in front.');
  const { ownership, repository } = answer;
  if ('aor' in ownership) return { base: keyOf(repository.base), id: ownership.aor.id };
  throw new UserError(`${visible(ownership.path)} is ${ownership.state}: no AOR has it.`);
}

/** The AOR as the ownership file has it now. */
export function foundAor(
  { repositories }: Store,
  { base, id }: WantedAor,
): { readonly repository: Repository; readonly aor: Aor } | undefined {
  const repository = repositories.find((candidate) => keyOf(candidate.base) === base);
  const aor = repository?.model?.file.aors.get(id);
  return repository === undefined || aor === undefined ? undefined : { repository, aor };
}

/** What is said where an AOR was removed in the meantime. */
export const goneAor = (): UserError => new UserError('The ownership file has no such AOR any more.');
