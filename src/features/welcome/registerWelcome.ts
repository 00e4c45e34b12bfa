/** Which of the welcome texts the empty view of responsibilities shows: at most one of these keys is true. */
import { commands } from 'vscode';
import { createBag, type Disposable } from '../../host/disposables';
import type { FeatureContext } from '../../host/featureContext';
import { welcomeState } from './welcomeState';

const keys = {
  loading: 'aor.isLoading',
  none: 'aor.isOwnershipFileAbsent',
  unreadable: 'aor.isOwnershipFileUnreadable',
};

/** Keeps the context keys of `viewsWelcome` true. */
export function registerWelcome({ store, log }: FeatureContext): Disposable {
  const bag = createBag();
  let isReady = false;

  async function show(): Promise<void> {
    const state = welcomeState(isReady, store.repositories);
    // All at once, so that two calls cannot mix; what is no longer so first, for two texts would be one too many.
    const names = Object.entries(keys);
    const ordered = [...names.filter(([name]) => name !== state), ...names.filter(([name]) => name === state)];
    await Promise.all(ordered.map(([name, key]) => commands.executeCommand('setContext', key, name === state)));
  }
  const update = (): void => {
    show().catch((error: unknown) => {
      log.error(`Welcome: ${String(error)}`);
    });
  };

  bag.add(store.onDidChange(update));
  // Never rejects; nobody waits.
  void store.ready.then(() => {
    isReady = true;
    update();
  });
  update();
  return bag;
}
