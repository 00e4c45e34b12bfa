/** The files of an AOR, found in slices when somebody wants to see them. */
import { window } from 'vscode';
import { filesOfAreas, filesOfReview, unownedFiles, type Aor, type FileTree } from '../../core';
import type { Disposable } from '../../host/disposables';
import { inSlices } from '../../host/slices';
import type { Model, Repository, Store } from '../../host/store';

export interface Listing extends Disposable {
  /** The AOR's files, base-relative; `undefined` once it was ended. */
  filesOf(repository: Repository, aor: Aor): Promise<readonly string[] | undefined>;
  /** The files that nobody has, base-relative; `undefined` once it was ended. */
  unowned(repository: Repository): Promise<readonly string[] | undefined>;
  /** Forgets what was found, and ends what is running. */
  reset(): void;
}

/** Looks through all files of a repository with progress on the view; `onRunning` says when that begins and ends. */
export function createListing(store: Store, viewId: string, onRunning: (isRunning: boolean) => void): Listing {
  let controller = new AbortController();
  let running = 0;
  const ofAors = new Map<Aor, Promise<readonly string[] | undefined>>();
  const nobodys = new Map<Model, Promise<readonly string[] | undefined>>();

  /** Runs with progress; gives back `undefined` once it was ended. */
  async function search<T>(
    repository: Repository,
    work: (tree: FileTree) => Iterator<unknown, T>,
  ): Promise<T | undefined> {
    const { signal } = controller;
    running++;
    onRunning(true);
    try {
      return await window.withProgress({ location: { viewId } }, async () => {
        const tree = await store.tree(repository);
        return signal.aborted ? undefined : inSlices(work(tree), signal);
      });
    } finally {
      running--;
      if (running === 0) onRunning(false);
    }
  }

  function reset(): void {
    controller.abort();
    controller = new AbortController();
    ofAors.clear();
    nobodys.clear();
  }

  return {
    async filesOf(repository, aor) {
      const { model } = repository;
      if (model === null) return [];
      const { index } = model;
      const work = (tree: FileTree) =>
        aor.kind === 'review' ? filesOfReview(index, aor, tree) : filesOfAreas(index, tree, new Set([aor.id]));
      const found = ofAors.get(aor) ?? search(repository, work);
      ofAors.set(aor, found);
      return found;
    },
    async unowned(repository) {
      const { model } = repository;
      if (model === null) return [];
      const found = nobodys.get(model) ?? search(repository, (tree) => unownedFiles(model.index, tree));
      nobodys.set(model, found);
      return found;
    },
    reset,
    dispose: reset,
  };
}
