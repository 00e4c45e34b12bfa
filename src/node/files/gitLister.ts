import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { workTreesAround } from '../workTree';
import { gitListing, ignoredPaths, pathsIn } from './gitListing';
import type { FileLister, PathState } from './lister';

/** More are cheaper to list with all the rest. */
const maximumFolders = 50;

/** More at a time would all be answered at once, and hold up who waits for them. */
const foldersAtOnce = 16;

/** The files of an absolute folder as git has them: tracked, and untracked ones that are not ignored. */
export const gitLister = (folder: string, maximumFiles: number): FileLister => ({
  list: (signal) => gitListing(folder, { maximumFiles, signal }),
  statesOf: (paths) => statesOnDisk(folder, paths),
  async belonging(files, folders, signal) {
    if (folders.length > maximumFolders) return null;
    const own = await ownAmong(folder, files);
    const ignored = own.length === 0 ? new Set<string>() : await ignoredPaths(folder, own, signal);
    if (ignored === null) return null;
    const inside = folders.length === 0 ? [] : await filesWithin(folder, folders, { maximumFiles, signal });
    return inside === null ? null : [...own.filter((path) => !ignored.has(path)), ...inside];
  },
});

/** Looks into each folder once. A link is a file to git, wherever it leads. */
async function statesOnDisk(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, PathState>> {
  const states = new Map<string, PathState>(paths.map((path) => [path, 'nothing']));
  const above = [...new Set(paths.map((path) => dirname(path)))];
  for (let at = 0; at < above.length; at += foldersAtOnce) {
    const looks = above.slice(at, at + foldersAtOnce).map(async (place) => {
      // What cannot be read is as good as gone.
      const entries = await readdir(join(folder, place), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const path = place === '.' ? entry.name : `${place}/${entry.name}`;
        if (states.has(path)) states.set(path, entry.isDirectory() ? 'folder' : 'file');
      }
    });
    await Promise.all(looks);
  }
  return states;
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
  const theirs = await Promise.all(files.map((path) => innermost(join(folder, dirname(path)))));
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
