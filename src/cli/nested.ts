import { statSync } from 'node:fs';
import { join } from 'node:path';
import { loadOwnership } from '../core';
import { diskSource } from '../node/diskSource';
import { openRepository, type CliRepository } from './repository';

/** Finds the repository that answers for a path: the innermost work tree around it with an entry file of its own. */
export interface RepositoryFinder {
  /** `path`: relative to the outer base, `/`. Resolves at once where nothing nested is near. */
  of(path: string): CliRepository | Promise<CliRepository>;
}

/** Folders remembered at the most, so that a million paths need no memory for all of them. */
const rememberedFolders = 10_000;

/** In characters. A path is any text; no system that this runs on opens a folder with a longer one. */
const longestFolder = 4_096;

export function findNested(outer: CliRepository): RepositoryFinder {
  const root: Folder = { answers: outer, exists: true };
  const byFolder = new Map<string, Folder>();
  /** Paths tend to come folder by folder. */
  let last = { name: '', folder: root };

  function ofFolder(name: string): Folder {
    if (name === '') return root;
    const known = byFolder.get(name);
    if (known !== undefined) return known;
    const slash = name.lastIndexOf('/');
    const above = ofFolder(slash < 0 ? '' : name.slice(0, slash));
    // Nothing is beneath a folder that is not there.
    if (!above.exists) return above;
    const seen = lookAt(join(outer.base, name));
    const folder = {
      answers: seen === 'work tree' ? ownOr(name, above.answers) : above.answers,
      exists: seen !== 'missing',
    };
    if (byFolder.size >= rememberedFolders) byFolder.clear();
    byFolder.set(name, folder);
    return folder;
  }

  async function ownOr(folder: string, above: CliRepository | Promise<CliRepository>): Promise<CliRepository> {
    const base = join(outer.base, folder);
    const loaded = await loadOwnership(diskSource(base, base), null);
    return loaded.kind === 'none' ? above : openRepository({ base, loaded }, `${folder}/`);
  }

  return {
    of(path) {
      const slash = path.lastIndexOf('/');
      if (slash < 0 || slash > longestFolder) return outer;
      if (slash !== last.name.length || !path.startsWith(last.name)) {
        const name = path.slice(0, slash);
        last = { name, folder: ofFolder(name) };
      }
      return last.folder.answers;
    },
  };
}

interface Folder {
  /** Who answers for what lies in it. */
  readonly answers: CliRepository | Promise<CliRepository>;
  readonly exists: boolean;
}

/** Synchronous: a million paths ask for as many folders, and most are not even there. */
function lookAt(folder: string): 'work tree' | 'folder' | 'missing' {
  try {
    if (statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined) return 'work tree';
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? 'folder' : 'missing';
  } catch {
    return 'missing';
  }
}
