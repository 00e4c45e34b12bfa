/** One base: its ownership file as it is now, read again whenever something it is made of changes. */
import { workspace, type LogOutputChannel, type Uri } from 'vscode';
import {
  entryPlaces,
  healthProblems,
  type FileSource,
  type ForgeKind,
  type Problem,
  type TextReader,
  type Today,
} from '../../core';
import { createBag, debounced } from '../disposables';
import { errorText } from '../errors';
import { forgeOf } from '../git';
import { folderOf, keyOf, pathBelow, uriBelow } from '../paths';
import type { Settings } from '../settings';
import { forgesOf } from '../settingValues';
import type { Repository } from '../store';
import { readEntry } from './entry';
import { overlaidSource } from './overlay';
import { emptyRepository, repositoryAfter } from './repository';
import { createTreeSearch, type Analyse } from './treeFindings';
import { createFollowing } from './watching';

export interface SiteContext {
  readonly settings: Settings;
  readonly log: LogOutputChannel;
  readonly today: () => Today;
  /** Files on disk beneath a base. */
  readonly disk: (base: Uri) => FileSource;
  readonly analyse: Analyse;
  readonly reader: TextReader;
  readonly onDidChange: () => void;
}

export interface Site {
  readonly base: Uri;
  /** As of the last finished read. */
  readonly repository: Repository;
  /** Whether there is an entry file, readable or not: of ours, or a `CODEOWNERS` that stands in for one. */
  readonly isPresent: boolean;
  readonly isCodeowners: boolean;
  readonly isRead: boolean;
  /** Resolves when everything has been read that was touched so far. Never rejects. */
  whenRead(): Promise<void>;
  /** The file has other text now; nothing happens where it is none of those the last read asked for. */
  touch(file: Uri, cause: 'typed' | 'saved'): void;
  /** A file or folder came or went; nothing happens where it has nothing to do with the ownership file. */
  touchTree(uri: Uri): void;
  /** Other files than before: what only all of them show is looked for again. */
  filesChanged(): void;
  /** Reads again at once. */
  reload(): void;
  /** The day may be another one. */
  refreshHealth(): void;
  dispose(): void;
}

const debounceMs = 100;

export function createSite(base: Uri, context: SiteContext): Site {
  const bag = createBag();
  let repository = emptyRepository(base);
  let ofFile: readonly Problem[] = [];
  let madeOf: ReadonlySet<string> = new Set();
  let madeIn: ReadonlySet<string> = new Set();
  let mayGrow = false;
  let isPresent = false;
  let isRead = false;
  let isUnsaved = false;
  /** Git is asked once, not while somebody types. */
  let knownForge: Promise<ForgeKind | null> | undefined;
  let generation = 0;

  const tree = bag.add(
    createTreeSearch(context.analyse, () => {
      publish();
    }),
  );
  const soon = bag.add(
    debounced(debounceMs, () => {
      current = load();
    }),
  );
  const following = bag.add(
    createFollowing(
      base,
      (uri) => {
        touch(uri, 'saved');
      },
      (uri) => {
        touchTree(uri);
      },
    ),
  );
  bag.add({ dispose: () => generation++ });

  async function load(): Promise<void> {
    const mine = ++generation;
    try {
      const source = overlaidSource(base, context.disk(base));
      const { settings, reader } = context;
      const place = settingsPlace(base);
      const forge = () => (knownForge ??= forgeOf(base, forgesOf(settings.get('forges', place))));
      const read = await readEntry(base, settings.ownershipFile(place), source, reader, forge);
      // Only the newest read counts: `whenRead` waits for that one.
      if (mine !== generation) return;
      const wasEmpty = isRead && repository.state === 'none';
      repository = repositoryAfter(base, read.loaded, repository.model);
      ofFile = repository.problems;
      isPresent = read.isPresent;
      const files = [...source.asked, ...entryPlaces.map((path) => uriBelow(base, path))];
      madeOf = new Set(files.map(keyOf));
      madeIn = new Set(files.flatMap((file) => foldersBetween(base, file)));
      mayGrow = source.wasListed;
      following.follow(files, source.wasListed || repository.sources.length > 1);
      isRead = true;
      if (!wasEmpty || repository.state !== 'none') publish();
      // Never on the typing path: only what is saved is held against the whole tree.
      isUnsaved = source.isUnsaved;
      if (!isUnsaved) tree.look(repository);
    } catch (error) {
      context.log.error(`Reading the ownership file of ${base.toString()}: ${errorText(error)}`);
      isRead = true;
    }
  }

  /** Puts the problems of the file, of the day and of the tree into one list, and says so. */
  function publish(): void {
    const { state, model, sources } = repository;
    if (state === 'ok' && model !== null) {
      const problems = [...ofFile, ...healthProblems(model.file, context.today()), ...tree.problemsIn(sources)];
      repository = { ...repository, problems, tree: tree.analysis, uncounted: tree.uncounted };
    }
    context.onDidChange();
  }

  function touch(file: Uri, cause: 'typed' | 'saved'): void {
    if (!madeOf.has(keyOf(file))) return;
    if (cause === 'saved') {
      tree.outdate();
      knownForge = undefined;
    } else tree.pause();
    soon.schedule();
  }

  function touchTree(uri: Uri): void {
    const key = keyOf(uri);
    // A new file may match a wildcard of `include`; what is included is YAML.
    if (!madeOf.has(key) && !madeIn.has(key) && !(mayGrow && /\.ya?ml$/.test(key))) return;
    tree.outdate();
    soon.schedule();
  }

  let current = load();

  return {
    base,
    get repository() {
      return repository;
    },
    get isPresent() {
      return isPresent;
    },
    get isCodeowners() {
      return repository.model?.file.codeowners != null;
    },
    get isRead() {
      return isRead;
    },
    async whenRead() {
      // Who asks right after an edit is told what it says, not what was true before.
      soon.flush();
      for (let seen: Promise<void> | undefined; seen !== current;) {
        seen = current;
        await seen;
      }
    },
    touch,
    touchTree,
    filesChanged() {
      if (!mayGrow && !isUnsaved) return tree.lookAgain(repository);
      tree.outdate();
      if (mayGrow) soon.schedule();
    },
    reload() {
      tree.outdate();
      knownForge = undefined;
      current = load();
    },
    refreshHealth() {
      if (repository.state === 'ok') publish();
    },
    dispose: () => {
      bag.dispose();
    },
  };
}

/** The folders around a file, up to the base, as keys. */
function foldersBetween(base: Uri, file: Uri): string[] {
  const folder = folderOf(file);
  const path = pathBelow(base, folder);
  return path === undefined || path === '' ? [] : [keyOf(folder), ...foldersBetween(base, folder)];
}

/** A base above the opened folder has that folder's settings. */
function settingsPlace(base: Uri): Uri {
  const folder = workspace.workspaceFolders?.find(({ uri }) => pathBelow(base, uri) !== undefined);
  return workspace.getWorkspaceFolder(base) === undefined ? (folder?.uri ?? base) : base;
}
