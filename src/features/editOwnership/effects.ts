/** What an edit of globs would change in the files of a repository. */
import {
  compileRules,
  effectOf,
  effectText,
  type Aor,
  type EffectText,
  type OwnershipFile,
  type Reach,
} from '../../core';
import { cancellable } from '../../host/cancellable';
import type { ReadableRepository } from '../../host/readableRepository';
import { inSlices } from '../../host/slices';
import type { Store } from '../../host/store';

/** `undefined` where the user ended it. Where the files are too many to be listed, their names alone are judged. */
export async function effectIn(
  store: Store,
  { repository, model }: ReadableRepository,
  made: { readonly aor: Aor; readonly after: OwnershipFile },
  reach: Reach,
): Promise<EffectText | undefined> {
  const effect = await cancellable('Looking at the files', async (signal) => {
    const tree = await store.tree(repository).catch(() => null);
    return inSlices(effectOf(model.index, compileRules(made.after), made.aor, reach, tree), signal);
  });
  return effect === undefined ? undefined : effectText(effect, made.aor.title);
}
