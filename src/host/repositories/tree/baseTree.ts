/** The kept files of one base, with the watchers that keep them true. */
import type { Uri } from 'vscode';
import { gitLister } from '../../../node/files/gitLister';
import type { FileLister } from '../../../node/files/lister';
import { createBag, createSlot, type Disposable } from '../../disposables';
import { mayRunGit } from '../../git';
import { createKeptTree, type KeptTree, type Listed } from './keptTree';
import { searchLister } from './searchLister';
import { createTouches } from './touches';
import { watchTree } from './watchTree';

export interface BaseTree extends Disposable {
  /** The files as they were found last. Rejects where they cannot be listed. */
  listed(): Promise<Listed>;
  /** The files as they are now, listed again. Rejects as above. */
  listedAnew(): Promise<Listed>;
  /** Lists them again, in the background: another work tree may be there, or git may be asked only now. */
  relist(): void;
}

/** More would take an editor's memory. The search hands all over at once, so there are less. */
const maximumFiles = { git: 2_000_000, search: 200_000 };

const times = { quietMs: 200, patienceMs: 1_000, holdMs: 30_000 };

/** Nothing is looked for or watched before the first question. */
export function createBaseTree(base: Uri, onDidChange: () => void, report: (error: unknown) => void): BaseTree {
  const bag = createBag();
  const kept = bag.add(createKeptTree({ lister: listersOf(base), onDidChange, report }));
  const touches = bag.add(createTouches(times, (touched) => kept.follow(touched)));
  const watching = bag.add(createSlot<Disposable>());
  const watched = (): KeptTree => {
    if (watching.value === undefined) watching.put(watchTree(base, touches));
    return kept;
  };
  return {
    listed: () => watched().listed(),
    listedAnew: () => watched().listedAnew(),
    relist() {
      if (watching.value !== undefined) watching.put(watchTree(base, touches));
      touches.touchAll();
    },
    dispose: () => bag.dispose(),
  };
}

/** Git's list where it can be asked, else the search: decided anew with each list, for a work tree can come and go. */
function listersOf(base: Uri): FileLister {
  const git = gitLister(base.fsPath, maximumFiles.git);
  const search = searchLister(base, maximumFiles.search);
  let now = search;
  return {
    async list(signal) {
      const listed = mayRunGit(base) ? await git.list(signal) : undefined;
      now = listed === undefined || listed.kind === 'failed' ? search : git;
      return listed === undefined || listed.kind === 'failed' ? search.list(signal) : listed;
    },
    statesOf: (paths) => now.statesOf(paths),
    belonging: (files, folders, signal) => now.belonging(files, folders, signal),
  };
}
