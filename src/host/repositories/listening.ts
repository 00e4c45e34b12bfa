/** Everything outside that can change an answer, in one place. */
import { window, workspace, type Uri } from 'vscode';
import { entryPlaces } from '../../core';
import { createBag, createSlot, type Bag, type Disposable } from '../disposables';
import type { Settings } from '../settings';
import type { Site } from './site';
import { usualNames, watch, watchComingAndGoing } from './watching';

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
  const watchFolders = (): void => watchers.put(watchersOf(sites, refind));
  watchFolders();
  bag.add(
    workspace.onDidChangeWorkspaceFolders(() => {
      watchFolders();
      refind();
    }),
  );
  bag.add(
    workspace.onDidGrantWorkspaceTrust(() => {
      each((site) => site.reload());
      refind();
    }),
  );
  bag.add(
    settings.onDidChange(({ affects }) => (affects('file') || affects('forges')) && each((site) => site.reload())),
  );
  bag.add(refreshedByTheHour(() => each((site) => site.refreshHealth())));
}

/** Cheap patterns a workspace folder: its own recursive watcher runs anyway. */
function watchersOf(sites: ReadonlyMap<string, Site>, refind: () => void): Bag {
  const bag = createBag();
  const changed = (uri: Uri): void => {
    for (const site of sites.values()) site.touch(uri, 'saved');
  };
  const cameOrWent = (uri: Uri): void => {
    for (const site of sites.values()) site.touchTree(uri);
  };
  for (const { uri } of workspace.workspaceFolders ?? []) {
    bag.add(watch(uri, `**/{${usualNames.join(',')}}`, changed));
    bag.add(watchComingAndGoing(uri, `**/{${usualFolders.join(',')}}`, cameOrWent));
    bag.add(watchComingAndGoing(uri, '**/.git', refind));
  }
  return bag;
}

/** Where an ownership file may be besides the root. */
const usualFolders = [...new Set(entryPlaces.flatMap((place) => place.split('/').slice(0, -1)))];

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
