/** Everything outside that can change an answer, in one place. */
import { window, workspace, type Uri } from 'vscode';
import { createBag, createSlot, type Bag, type Disposable } from '../disposables';
import type { Settings } from '../settings';
import type { Site } from './site';
import { usualNames, watch } from './watching';

const hourMs = 3_600_000;

/** `refind` is called when other folders may answer than before. */
export function listen(bag: Bag, sites: ReadonlyMap<string, Site>, refind: () => void, settings: Settings): void {
  const each = (act: (site: Site) => void): void => {
    for (const site of sites.values()) act(site);
  };
  const touch = (file: Uri, cause: 'typed' | 'saved'): void => each((site) => site.touch(file, cause));

  bag.add(workspace.onDidChangeTextDocument(({ document }) => touch(document.uri, 'typed')));
  bag.add(workspace.onDidSaveTextDocument(({ uri }) => touch(uri, 'saved')));
  // A restored document opens unsaved; one that closes may take unsaved text with it.
  bag.add(workspace.onDidOpenTextDocument(({ uri, isDirty }) => isDirty && touch(uri, 'typed')));
  bag.add(workspace.onDidCloseTextDocument(({ uri }) => touch(uri, 'saved')));

  const watchers = bag.add(createSlot<Bag>());
  const watchFolders = (): void => watchers.put(watchersOf((uri) => touch(uri, 'saved'), refind));
  watchFolders();
  bag.add(
    workspace.onDidChangeWorkspaceFolders(() => {
      watchFolders();
      refind();
    }),
  );
  bag.add(workspace.onDidGrantWorkspaceTrust(() => each((site) => site.reload())));
  bag.add(settings.onDidChange(({ affects }) => affects('file') && each((site) => site.reload())));
  bag.add(refreshedByTheHour(() => each((site) => site.refreshHealth())));
}

/** Two cheap patterns a workspace folder: its own recursive watcher runs anyway. */
function watchersOf(changed: (uri: Uri) => void, refind: () => void): Bag {
  const bag = createBag();
  for (const { uri } of workspace.workspaceFolders ?? []) {
    bag.add(watch(uri, `**/{${usualNames.join(',')}}`, changed));
    bag.add(watch(uri, '**/.git', refind, true));
  }
  return bag;
}

/** Days begin at another hour for everybody. Looked at when somebody comes back to the window. */
function refreshedByTheHour(refresh: () => void): Disposable {
  let hour = Math.floor(Date.now() / hourMs);
  return window.onDidChangeWindowState(({ focused }) => {
    const now = Math.floor(Date.now() / hourMs);
    if (!focused || now === hour) return;
    hour = now;
    refresh();
  });
}
