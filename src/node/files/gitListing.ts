/** The files of a work tree as git lists them, and which paths it ignores. */
import { isSparse, runGit } from '../git';
import { askGit, streamGit } from '../gitStream';

/** What came of listing files. */
export type RawListing =
  | {
      readonly kind: 'listed';
      /** Each path from the folder with a NUL behind it. */
      readonly bytes: Uint8Array;
      /** Those of them that are not on the disk. */
      readonly missing: readonly string[];
      /** Whether files may be left out on purpose. */
      readonly isSparse: boolean;
    }
  | { readonly kind: 'too-many'; readonly maximumFiles: number }
  /** There is no git or no work tree, or it cannot be read. */
  | { readonly kind: 'failed' };

export interface GitListingOptions {
  /** More are not listed. */
  readonly maximumFiles: number;
  readonly signal: AbortSignal;
  /** Only these folders, relative to the one that is asked about. */
  readonly within?: readonly string[];
}

/**
 * Tracked files, and untracked ones that are not ignored, beneath an absolute folder. The bytes come as git prints
 * them: no string is made of them. Rejects only when the signal aborts.
 */
export async function gitListing(folder: string, options: GitListingOptions): Promise<RawListing> {
  const { maximumFiles, signal, within = [] } = options;
  const enough = new AbortController();
  const paths = ['--', ...within.map((path) => `:(literal)${path}`)];
  const pieces: Buffer[] = [];
  let count = 0;
  const take = (piece: Buffer): void => {
    pieces.push(piece);
    count += nulsIn(piece);
    if (count > maximumFiles) enough.abort();
  };
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...paths];
  const either = { signal: AbortSignal.any([signal, enough.signal]) };
  try {
    const [listed, missing, sparse] = await Promise.all([
      streamGit(folder, args, take, either),
      // What is tracked and was deleted is listed all the same.
      askGit(folder, ['ls-files', '-z', '--deleted', ...paths], either),
      isSparse(folder),
    ]);
    if (listed.status !== 0) return { kind: 'failed' };
    return { kind: 'listed', bytes: Buffer.concat(pieces), missing: pathsIn(missing ?? ''), isSparse: sparse };
  } catch (error) {
    if (!signal.aborted && enough.signal.aborted) return { kind: 'too-many', maximumFiles };
    throw error;
  }
}

function nulsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count++;
  return count;
}

/** The paths of files in such a list; one that ends in `/` is a repository within. */
export const pathsIn = (text: string): string[] =>
  text.split('\0').filter((path) => path !== '' && !path.endsWith('/'));

/** Those of some untracked paths, relative to the folder, that git ignores; `null` where it cannot tell. */
export async function ignoredPaths(
  folder: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string> | null> {
  const pieces: Buffer[] = [];
  const input = paths.map((path) => `${path}\0`).join('');
  const args = ['check-ignore', '-z', '--stdin'];
  const { status } = await streamGit(folder, args, (piece) => pieces.push(piece), { signal, input });
  // 1: none is ignored.
  return status === 0 || status === 1 ? new Set(pathsIn(Buffer.concat(pieces).toString('utf8'))) : null;
}

/** The folder that holds the index of the work tree around a folder, absolute; `null` without git. Never rejects. */
export async function gitFolder(folder: string): Promise<string | null> {
  return (await runGit(folder, ['rev-parse', '--absolute-git-dir']))?.trimEnd() ?? null;
}
