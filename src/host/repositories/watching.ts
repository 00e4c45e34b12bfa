/** Watches the files an ownership file is made of, as far as no workspace folder's own watcher sees them. */
import { RelativePattern, workspace, type Uri } from 'vscode';
import { createBag, createSlot, type Disposable } from '../disposables';
import { folderOf, keyOf } from '../paths';

/** The names every workspace folder is watched for, at any depth. */
export const usualNames = ['aor.yaml', 'aor.yml'];

/** Watches what `pattern` matches beneath a folder; `changed` also for files that came or went. */
export function watch(folder: Uri, pattern: string, changed: (uri: Uri) => void, onlyComeAndGo = false): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, pattern), false, onlyComeAndGo);
  const bag = createBag();
  bag.add(watcher);
  bag.add(watcher.onDidCreate(changed));
  bag.add(watcher.onDidDelete(changed));
  bag.add(watcher.onDidChange(changed));
  return bag;
}

export interface Following extends Disposable {
  /** Watches these files from now on, and where `forNewOnes`, for further YAML files beneath the base. */
  follow(files: readonly Uri[], forNewOnes: boolean): void;
}

/** `changed` is called for each of the files; `came` when a file came or went that may belong. */
export function createFollowing(base: Uri, changed: (uri: Uri) => void, came: () => void): Following {
  const watchers = createSlot();
  let watched = '';
  return {
    follow(files, forNewOnes) {
      const uncovered = files.filter((uri) => !isSeenAnyway(uri));
      // One watcher a folder, not deep, whatever the files in it are called.
      const folders = new Map(uncovered.map((uri) => [keyOf(folderOf(uri)), folderOf(uri)]));
      const watchesNew = forNewOnes && workspace.getWorkspaceFolder(base) !== undefined;
      const next = JSON.stringify([[...folders.keys()].sort(), watchesNew]);
      if (next === watched) return;
      watched = next;
      const bag = createBag();
      for (const folder of folders.values()) bag.add(watch(folder, '*', changed));
      // A new file may match a wildcard of `include`; what is included is YAML.
      if (watchesNew) bag.add(watch(base, '**/*.{yaml,yml}', came, true));
      watchers.put(bag);
    },
    dispose: () => {
      watchers.dispose();
    },
  };
}

const isSeenAnyway = (uri: Uri): boolean =>
  usualNames.includes(uri.path.slice(uri.path.lastIndexOf('/') + 1)) && workspace.getWorkspaceFolder(uri) !== undefined;
