/** Watches for whatever changes which files a base has. */
import { RelativePattern, Uri, workspace } from 'vscode';
import { gitFolder } from '../../../node/files/gitListing';
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
  // Never rejects: where git is not there, nothing is watched.
  const watchGit = (): void => void watchIndex(base, touches, bag);
  watchGit();
  bag.add(
    workspace.onDidGrantWorkspaceTrust(() => {
      watchGit();
      touches.touchAll();
    }),
  );
  return bag;
}

/** A deep watcher outside the workspace would have to be made for us alone: above an opened folder, that one is watched. */
const watchedFolders = (base: Uri): readonly Uri[] =>
  workspace.getWorkspaceFolder(base) === undefined
    ? (workspace.workspaceFolders ?? []).flatMap(({ uri }) => (pathBelow(base, uri) === undefined ? [] : [uri]))
    : [base];

/**
 * Whatever git does to the files it tracks ends in a new index, also what is done where nobody watches. It writes that
 * into a file of another name first, which stands as long as git is at work.
 */
async function watchIndex(base: Uri, touches: Touches, bag: Bag): Promise<void> {
  const path = mayRunGit(base) ? await gitFolder(base.fsPath) : null;
  if (path === null) return;
  const folder = Uri.file(path);
  bag.add(watch(folder, 'index', () => touches.touchAll()));
  const lock = bag.add(workspace.createFileSystemWatcher(new RelativePattern(folder, 'index.lock'), false, true));
  bag.add(lock.onDidCreate(() => touches.hold()));
  bag.add(lock.onDidDelete(() => touches.release()));
}
