/** Watches for whatever changes which files a base has. */
import { workspace, type Uri } from 'vscode';
import { gitFolder } from '../../../node/files/gitListing';
import { watchIndex } from '../../../node/files/watchIndex';
import { createBag, createSlot, type Bag, type Disposable } from '../../disposables';
import { mayRunGit } from '../../git';
import { pathBelow } from '../../paths';
import { watch, watchComingAndGoing } from '../watching';
import type { Touches } from './touches';

export function watchTree(base: Uri, touches: Touches): Disposable {
  const bag = createBag();
  const folders = bag.add(createSlot<Bag>());
  const touch = (uri: Uri): void => {
    const path = pathBelow(base, uri);
    if (path === '') touches.touchAll();
    else if (path !== undefined) touches.touch(path);
  };
  const watchFolders = (): void => {
    const watchers = createBag();
    for (const folder of watchedFolders(base)) {
      watchers.add(watchComingAndGoing(folder, '**', touch));
      watchers.add(watch(folder, '**/.gitignore', touch));
    }
    folders.put(watchers);
  };
  watchFolders();
  bag.add(workspace.onDidChangeWorkspaceFolders(watchFolders));
  bag.add(
    workspace.onDidChangeConfiguration((change) => {
      if (['files.exclude', 'search.exclude'].some((name) => change.affectsConfiguration(name, base)))
        touches.touchAll();
    }),
  );
  // Never rejects: where git is not there, or may not be asked, it is not watched.
  void watchGit(base, touches, bag);
  return bag;
}

/** A deep watcher outside the workspace would have to be made for us alone: above an opened folder, that one is watched. */
const watchedFolders = (base: Uri): readonly Uri[] =>
  workspace.getWorkspaceFolder(base) === undefined
    ? (workspace.workspaceFolders ?? []).flatMap(({ uri }) => (pathBelow(base, uri) === undefined ? [] : [uri]))
    : [base];

/** Whatever git does to the files it tracks ends in a new index, also what is done where nobody watches. */
async function watchGit(base: Uri, touches: Touches, bag: Bag): Promise<void> {
  const folder = mayRunGit(base) ? await gitFolder(base.fsPath) : null;
  if (folder === null) return;
  const watcher = watchIndex(folder, (event) => {
    if (event === 'locked') touches.hold();
    else touches.release();
    if (event === 'changed') touches.touchAll();
  });
  bag.add(watcher);
}
