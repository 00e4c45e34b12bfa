/** The store: finds the repository of any file, and keeps each one's ownership file as it is now. */
import { EventEmitter, workspace, type LogOutputChannel, type Uri } from 'vscode';
import { filePaths, ownershipOf, type TextReader, type Today } from '../../core';
import { createBag, debounced } from '../disposables';
import { keyOf, pathBelow } from '../paths';
import type { Settings } from '../settings';
import { gathered } from '../slices';
import type { Answer, Repository, Store } from '../store';
import { createBases } from './bases';
import type { RepositoryFiles } from './files';
import { listen } from './listening';
import { createSite, type Site } from './site';
import { fileOf } from './standsFor';

export interface StoreContext {
  readonly settings: Settings;
  readonly log: LogOutputChannel;
  readonly today: () => Today;
  readonly files: RepositoryFiles;
  readonly reader: TextReader;
}

export interface DisposableStore extends Store {
  dispose(): void;
}

/** Registers at once, reads after: nothing is read before the first question, or `start`. */
export function createStore({ settings, log, today, files, reader }: StoreContext): DisposableStore {
  const bag = createBag();
  const changes = bag.add(new EventEmitter<void>());
  const bases = createBases();
  const sites = new Map<string, Site>();
  const changed = bag.add(debounced(0, () => changes.fire()));
  const siteContext = { ...{ settings, log, today, reader }, disk: files.source, analyse: files.analyse };

  function siteAt(base: Uri): Site {
    const key = keyOf(base);
    let site = sites.get(key);
    if (site === undefined) {
      site = createSite(base, { ...siteContext, onDidChange: () => changes.fire() });
      sites.set(key, site);
    }
    return site;
  }

  async function answer(uri: Uri): Promise<Answer> {
    const file = fileOf(uri, workspace.workspaceFolders ?? []);
    if (file === undefined) return elsewhere;
    const candidates = (await bases.of(file)).map(siteAt);
    for (const site of candidates) {
      await site.whenRead();
      if (site.isPresent && !site.isCodeowners) return answerOf(site, file);
    }
    return answerOf(candidates.find(({ isPresent }) => isPresent) ?? candidates[0], file);
  }

  /** As `answer`, from what has been read already; `undefined` where something has not. */
  function known(uri: Uri): Answer | undefined {
    const file = fileOf(uri, workspace.workspaceFolders ?? []);
    if (file === undefined) return elsewhere;
    const candidates = bases.ofNow(file)?.map(siteAt);
    if (candidates === undefined) return undefined;
    for (const site of candidates) {
      if (!site.isRead) return undefined;
      if (site.isPresent && !site.isCodeowners) return answerOf(site, file);
    }
    return answerOf(candidates.find(({ isPresent }) => isPresent) ?? candidates[0], file);
  }

  function answerOf(site: Site | undefined, file: Uri): Answer {
    const path = site === undefined ? undefined : pathBelow(site.base, file);
    if (site === undefined || path === undefined || path === '' || isOfGit(path)) return elsewhere;
    const { repository } = site;
    const { model, state } = repository;
    if (state === 'none') return { kind: 'no-file', repository };
    if (model === null) return { kind: 'unreadable', repository };
    return { kind: 'ownership', repository, model, ownership: ownershipOf(model.file, model.index, path, today()) };
  }

  /** Reads what the workspace folders stand in. */
  async function readFolders(): Promise<void> {
    const folders = workspace.workspaceFolders ?? [];
    await Promise.all(
      folders.map(async ({ uri }) => {
        for (const site of (await bases.of(uri.with({ path: `${uri.path}/_` }))).map(siteAt)) await site.whenRead();
      }),
    );
  }

  /** What belongs to no opened folder any more is read again when somebody asks. */
  function forgetClosed(): void {
    for (const [key, site] of sites) {
      if (isOpened(site)) continue;
      site.dispose();
      files.forget(site.base);
      sites.delete(key);
    }
  }

  const refind = bag.add(
    debounced(100, () => {
      bases.forget();
      forgetClosed();
      // A work tree that was made or removed may have other files.
      for (const { base } of sites.values()) files.relist(base);
      ready = readFolders();
      changes.fire();
    }),
  );
  listen(bag, sites, refind.schedule, settings);
  bag.add(files.onDidChange((base) => sites.get(keyOf(base))?.filesChanged()));
  bag.add({
    dispose: () => {
      for (const site of sites.values()) site.dispose();
    },
  });
  let ready = readFolders();

  return {
    onDidChange: changes.event,
    get repositories() {
      return sortedRepositories(sites.values());
    },
    get ready() {
      return ready;
    },
    answer,
    answerNow(uri) {
      const found = known(uri);
      // The event says when it is known; `answer` never rejects.
      if (found === undefined) void answer(uri).then(() => changed.schedule());
      return found;
    },
    tree: ({ base }) => files.tree(base),
    files: async ({ base }) => gathered(filePaths(await files.treeAnew(base))),
    dispose: () => bag.dispose(),
  };
}

const elsewhere: Answer = { kind: 'elsewhere' };

/** What git keeps for itself is nobody's file. */
const isOfGit = (path: string): boolean => path.split('/').includes('.git');

/** The place of the first workspace folder that stands in it or holds it; -1 for none. */
const placeOf = ({ base }: Site): number =>
  (workspace.workspaceFolders ?? []).findIndex(
    ({ uri }) => pathBelow(base, uri) !== undefined || pathBelow(uri, base) !== undefined,
  );

const isOpened = (site: Site): boolean => placeOf(site) >= 0;

/** In the order of the workspace folders, whichever was read first; those of none come last. */
function sortedRepositories(sites: Iterable<Site>): Repository[] {
  return [...sites]
    .filter(({ isRead }) => isRead)
    .map((site) => ({ site, place: placeOf(site) >>> 0, base: site.base.toString() }))
    .sort((a, b) => a.place - b.place || (a.base < b.base ? -1 : 1))
    .map(({ site }) => site.repository);
}
