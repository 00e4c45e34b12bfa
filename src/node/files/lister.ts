/** Who knows the files of a folder: git, or whatever else can list them. */
import type { RawListing } from './gitListing';

export type PathState = 'file' | 'folder' | 'nothing';

/** Paths are relative to the folder, with `/`. Who is given a signal rejects when it aborts. */
export interface FileLister {
  /** All files. */
  list(signal: AbortSignal): Promise<RawListing>;
  /** What stands at some paths now. */
  statesOf(paths: readonly string[]): Promise<ReadonlyMap<string, PathState>>;
  /** What a list would have of some new files, and beneath some folders; `null` where only a new list can tell. */
  belonging(
    files: readonly string[],
    folders: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly string[] | null>;
}
