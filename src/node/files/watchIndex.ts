import { watch, type FSWatcher } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';

/** What git did: began to work on the index, ended, or wrote another one. */
export type IndexEvent = 'locked' | 'unlocked' | 'changed';

/**
 * Watches the index in a git folder, absolute. An editor's watcher would tell of it only after all the files that git
 * wrote before. Where the folder cannot be watched, nothing is told.
 */
export function watchIndex(gitFolder: string, told: (event: IndexEvent) => void): { dispose(): void } {
  let watcher: FSWatcher | undefined;
  const close = (): void => watcher?.close();
  try {
    // The file itself is another one each time: git writes a new one beside it, `index.lock`, and renames that.
    watcher = watch(gitFolder, { persistent: false }, (_, name) => {
      if (name === 'index') told('changed');
      if (name === 'index.lock')
        access(join(gitFolder, name)).then(
          () => told('locked'),
          () => told('unlocked'),
        );
    });
    watcher.on('error', close);
  } catch {
    // There are only so many watchers.
  }
  return { dispose: close };
}
