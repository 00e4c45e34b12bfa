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
const rememberedFolders = 50_000;

/** In characters. A path is any text; no system that this runs on opens a folder with a longer one. */
const longestFolder = 4_096;

export function findNested(outer: CliRepository): RepositoryFinder {
  const byFolder = new Map<string, CliRepository | Promise<CliRepository>>();

  function ofFolder(folder: string): CliRepository | Promise<CliRepository> {
    if (folder === '') return outer;
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const slash = folder.lastIndexOf('/');
    const above = ofFolder(slash < 0 ? '' : folder.slice(0, slash));
    const isRoot = isWorkTree(join(outer.base, folder));
    const found = isRoot ? ownOr(folder, above) : above;
    if (byFolder.size >= rememberedFolders) byFolder.clear();
    byFolder.set(folder, found);
    return found;
  }

  async function ownOr(folder: string, above: CliRepository | Promise<CliRepository>): Promise<CliRepository> {
    const base = join(outer.base, folder);
    const loaded = await loadOwnership(diskSource(base, base), null);
    return loaded.kind === 'none' ? above : openRepository({ base, loaded }, `${folder}/`);
  }

  return {
    of(path) {
      const slash = path.lastIndexOf('/');
      return slash < 0 || slash > longestFolder ? outer : ofFolder(path.slice(0, slash));
    },
  };
}

/** Synchronous: a million paths ask for as many folders, and most are not even there. */
function isWorkTree(folder: string): boolean {
  try {
    return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
