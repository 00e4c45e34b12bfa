/** Watches the files an ownership file is made of, as far as no workspace folder's own watcher sees them. */
import { RelativePattern, workspace, type Uri } from 'vscode';
import { createBag, createSlot, type Disposable } from '../disposables';
import { folderOf, keyOf } from '../paths';

/** The names every workspace folder is watched for, at any depth. */
export const usualNames = ['aor.yaml', 'aor.yml'];

/** Calls back for whatever `pattern` matches beneath a folder when it is created, deleted, or written. */
export function watch(folder: Uri, pattern: string, changed: (uri: Uri) => void): Disposable {
  return watcherOf(folder, pattern, false, changed);
}

/**
 * The same for created and deleted only. A folder that goes takes its files along without a word about them, so what
 * is called back for may be a folder above the file in question.
 */
export function watchComingAndGoing(folder: Uri, pattern: string, cameOrWent: (uri: Uri) => void): Disposable {
  return watcherOf(folder, pattern, true, cameOrWent);
}

function watcherOf(folder: Uri, pattern: string, ignoresChanges: boolean, happened: (uri: Uri) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, pattern), false, ignoresChanges);
  const bag = createBag();
  bag.add(watcher);
  bag.add(watcher.onDidCreate(happened));
  bag.add(watcher.onDidDelete(happened));
  bag.add(watcher.onDidChange(happened));
  return bag;
}

export interface Following extends Disposable {
  /** Watches these files from now on, and if `watchesTree`, for anything beneath the base that comes or goes. */
  follow(files: readonly Uri[], watchesTree: boolean): void;
}

/** `changed` is called for each of the files, `cameOrWent` for files and folders. */
export function createFollowing(base: Uri, changed: (uri: Uri) => void, cameOrWent: (uri: Uri) => void): Following {
  const watchers = createSlot();
  let watched = '';
  return {
    follow(files, watchesTree) {
      const uncovered = files.filter((uri) => !isSeenAnyway(uri));
      // One watcher a folder, not deep, whatever the files in it are called.
      const folders = new Map(uncovered.map((uri) => [keyOf(folderOf(uri)), folderOf(uri)]));
      // Outside the workspace a deep watcher would have to be made for us alone.
      const isDeep = watchesTree && workspace.getWorkspaceFolder(base) !== undefined;
      const next = JSON.stringify([[...folders.keys()].sort(), isDeep]);
      if (next === watched) return;
      watched = next;
      const bag = createBag();
      for (const folder of folders.values()) bag.add(watch(folder, '*', changed));
      if (isDeep) bag.add(watchComingAndGoing(base, '**', cameOrWent));
      watchers.put(bag);
    },
    dispose: () => {
      watchers.dispose();
    },
  };
}

const isSeenAnyway = (uri: Uri): boolean =>
  usualNames.includes(uri.path.slice(uri.path.lastIndexOf('/') + 1)) && workspace.getWorkspaceFolder(uri) !== undefined;
