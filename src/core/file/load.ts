/** Reads the entry file and everything it includes, through whatever the caller reads files with. */
import type { OwnershipFile, Problem, Source } from '../model';

/** What is found at a path. Links are followed; what they lead to must lie beneath the root. */
export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The files an ownership file may be read from. Paths are base-relative with `/`. */
export interface FileSource {
  /** Never rejects. Need not read more than `maximumFileBytes`. */
  read(path: string): Promise<FileRead>;
  /** The regular files beneath the base that git does not ignore; asked for only where an include has a wildcard. */
  list(): Promise<Iterable<string>>;
}

export type LoadedOwnership =
  /** No entry file at any of the places. */
  | { readonly kind: 'none' }
  /** The entry file is there, or was named, but cannot be read. `reason` is one sentence. */
  | { readonly kind: 'failed'; readonly entry: string; readonly reason: string }
  /** The text was read but no model can be recovered from it. */
  | {
      readonly kind: 'unreadable';
      readonly entry: string;
      readonly sources: readonly Source[];
      readonly problems: readonly Problem[];
    }
  | {
      readonly kind: 'loaded';
      readonly entry: string;
      readonly file: OwnershipFile;
      readonly sources: readonly Source[];
      readonly problems: readonly Problem[];
    };

/** A file's size limit, in bytes of UTF-8. */
export const maximumFileBytes = 1_000_000;

/** Where the entry file is looked for, beneath the root: the first that is a file. */
export const entryPlaces = ['', '.github/', '.gitlab/', 'docs/'].flatMap((folder) => [
  `${folder}aor.yaml`,
  `${folder}aor.yml`,
]);

/**
 * Finds and reads the ownership file of one base.
 * `entry` names the entry file (the setting `aor.file`, `--file`); without it the places are searched.
 * Problems have the severities the file asks for. Never rejects.
 */
export declare function loadOwnership(source: FileSource, entry: string | null): Promise<LoadedOwnership>;
