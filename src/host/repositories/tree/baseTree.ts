/** The kept files of one base, with the watchers that keep them true. */
import type { Uri } from 'vscode';
import { gitLister } from '../../../node/files/gitLister';
import { gitFolder } from '../../../node/files/gitListing';
import type { FileLister } from '../../../node/files/lister';
import { createBag, type Disposable } from '../../disposables';
import { mayRunGit } from '../../git';
import { createKeptTree, type Listed } from './keptTree';
import { searchLister } from './searchLister';
import { createTouches } from './touches';
import { watchTree } from './watchTree';

export interface BaseTree extends Disposable {
  /** The files as they were found last. Rejects where they cannot be listed. */
  listed(): Promise<Listed>;
  /** Lists them again, in the background. */
  relist(): void;
}

/** More would take an editor's memory. The search hands all over at once, so there are less. */
export const maximumFiles = { git: 2_000_000, search: 200_000 };

const times = { quietMs: 200, patienceMs: 1_000 };

/** Nothing is looked for or watched before the first question. */
export function createBaseTree(base: Uri, onDidChange: () => void, report: (error: unknown) => void): BaseTree {
  const bag = createBag();
  const kept = bag.add(createKeptTree({ lister: () => listerOf(base), onDidChange, report }));
  const touches = bag.add(createTouches(times, (touched) => kept.follow(touched)));
  let isWatched = false;
  return {
    listed() {
      if (!isWatched) bag.add(watchTree(base, touches));
      isWatched = true;
      return kept.listed();
    },
    relist: () => touches.touchAll(),
    dispose: () => bag.dispose(),
  };
}

async function listerOf(base: Uri): Promise<FileLister> {
  const hasGit = mayRunGit(base) && (await gitFolder(base.fsPath)) !== null;
  return hasGit ? gitLister(base.fsPath, maximumFiles.git) : searchLister(base, maximumFiles.search);
}
