import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSparse } from '../git';
import { workTreesAround } from '../workTree';
import { gitListing, ignoredPaths, pathsIn } from './gitListing';
import type { FileLister, PathState } from './lister';

/** More are cheaper to list with all the rest. */
const maximumFolders = 50;

/** The files of an absolute folder as git has them: tracked, and untracked ones that are not ignored. */
export const gitLister = (folder: string, maximumFiles: number): FileLister => ({
  list: (signal) => gitListing(folder, { maximumFiles, signal }),
  async statesOf(paths, signal) {
    const states = new Map(await Promise.all(paths.map(async (path) => [path, await stateOf(folder, path)] as const)));
    // What is left out of a sparse checkout is listed all the same.
    if ([...states.values()].includes('nothing') && (await isSparse(folder))) return null;
    signal.throwIfAborted();
    return states;
  },
  async belonging(files, folders, signal) {
    if (folders.length > maximumFolders) return null;
    const own = await ownAmong(folder, files);
    const ignored = own.length === 0 ? new Set<string>() : await ignoredPaths(folder, own, signal);
    if (ignored === null) return null;
    const inside = folders.length === 0 ? [] : await filesWithin(folder, folders, { maximumFiles, signal });
    return inside === null ? null : [...own.filter((path) => !ignored.has(path)), ...inside];
  },
});

async function stateOf(folder: string, path: string): Promise<PathState> {
  try {
    // A link is a file to git, wherever it leads.
    return (await lstat(join(folder, path))).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** Without those of repositories within. */
async function ownAmong(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const around = new Map<string, Promise<readonly string[]>>();
  const innermost = async (place: string): Promise<string | undefined> => {
    const found = around.get(place) ?? workTreesAround(place);
    around.set(place, found);
    return (await found)[0];
  };
  const own = await innermost(folder);
  const theirs = await Promise.all(files.map((path) => innermost(dirname(join(folder, path)))));
  return files.filter((_, at) => theirs[at] === own);
}

async function filesWithin(
  folder: string,
  within: readonly string[],
  options: { readonly maximumFiles: number; readonly signal: AbortSignal },
): Promise<readonly string[] | null> {
  const listing = await gitListing(folder, { ...options, within });
  if (listing.kind !== 'listed') return null;
  // A tracked file in whose place a folder stands is not missing to git.
  const missing = new Set([...listing.missing, ...within]);
  return pathsIn(Buffer.from(listing.bytes).toString('utf8')).filter((path) => !missing.has(path));
}
