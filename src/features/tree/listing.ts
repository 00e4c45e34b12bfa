/** The files of an AOR, found in slices when somebody wants to see them. */
import { window } from 'vscode';
import { filesByArea, filesOfReview, unownedFiles, type Aor } from '../../core';
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
  const areas = new Map<Model, Promise<ReadonlyMap<string, readonly string[]> | undefined>>();
  const reviews = new Map<Aor, Promise<readonly string[] | undefined>>();
  const nobodys = new Map<Model, Promise<readonly string[] | undefined>>();

  /** Runs with progress; gives back `undefined` once it was ended. */
  async function search<T>(
    repository: Repository,
    work: (paths: readonly string[]) => Iterator<unknown, T>,
  ): Promise<T | undefined> {
    const { signal } = controller;
    running++;
    onRunning(true);
    try {
      return await window.withProgress({ location: { viewId } }, async () => {
        const paths = [...(await store.files(repository))].sort();
        return signal.aborted ? undefined : inSlices(work(paths), signal);
      });
    } finally {
      running--;
      if (running === 0) onRunning(false);
    }
  }

  function reset(): void {
    controller.abort();
    controller = new AbortController();
    areas.clear();
    reviews.clear();
    nobodys.clear();
  }

  return {
    async filesOf(repository, aor) {
      const { model } = repository;
      if (model === null) return [];
      if (aor.kind === 'review') {
        const found = reviews.get(aor) ?? search(repository, (paths) => filesOfReview(model.index, aor, paths));
        reviews.set(aor, found);
        return found;
      }
      const found = areas.get(model) ?? search(repository, (paths) => filesByArea(model.index, paths));
      areas.set(model, found);
      const byArea = await found;
      return byArea === undefined ? undefined : (byArea.get(aor.id) ?? []);
    },
    async unowned(repository) {
      const { model } = repository;
      if (model === null) return [];
      const found = nobodys.get(model) ?? search(repository, (paths) => unownedFiles(model.index, paths));
      nobodys.set(model, found);
      return found;
    },
    reset,
    dispose: reset,
  };
}
