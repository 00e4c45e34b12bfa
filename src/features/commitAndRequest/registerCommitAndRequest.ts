/** *Commit & request review*: beside git's *Commit & Push*, where there is an ownership file. */
import { commands as editor, Uri } from 'vscode';
import { createBag, createSlot, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { keyOf, pathBelow } from '../../host/paths';

const offered = {
  command: 'aor.requestReviewAfterCommit',
  title: '$(organization) Commit & Request Review',
  tooltip: 'Commit, then ask the people who should review the change',
};

export function registerCommitAndRequest({ git, store, changes, commands }: FeatureContext): Disposable {
  const bag = createBag();
  const offer = bag.add(createSlot<Disposable>());
  let shown = '';

  const owned = (): readonly Uri[] =>
    store.repositories.filter(({ state }) => state !== 'none').map(({ base }) => base);
  const isOwned = (root: Uri): boolean => owned().some((base) => pathBelow(root, base) !== undefined);

  /** The extension asks anew only when something is registered anew. */
  function refresh(): void {
    const now = owned().map(keyOf).join('\n');
    if (now === shown) return;
    shown = now;
    offer.put(now === '' ? undefined : git.offerAfterCommit(offered, isOwned));
  }

  bag.add(store.onDidChange(refresh));
  bag.add(
    commands.register('aor.requestReviewAfterCommit', async (repository) => {
      // What was committed is neither staged nor in the working tree. This also looks anew.
      await changes.setScope('branch');
      // Not awaited: git stays busy with the commit until this ends, and questions take their time.
      void editor.executeCommand('aor.requestReview', rootOf(repository));
    }),
  );
  refresh();
  return bag;
}

function rootOf(repository: unknown): Uri | undefined {
  const isRooted = typeof repository === 'object' && repository !== null && 'rootUri' in repository;
  return isRooted && repository.rootUri instanceof Uri ? repository.rootUri : undefined;
}
