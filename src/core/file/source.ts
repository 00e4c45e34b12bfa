/** Where texts come from: the one seam between the core and disks, editors and revisions. */

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
  /** Never rejects. What is larger than `maximumBytes`, `maximumFileBytes` unless told, need not be read. */
  read(path: string, maximumBytes?: number): Promise<FileRead>;
  /** The regular files beneath the base that git does not ignore; asked for only where an include has a wildcard. */
  list(): Promise<Iterable<string>>;
}

/** A file's size limit, in bytes of UTF-8. */
export const maximumFileBytes = 1_000_000;

/** Why a file cannot be read, as the end of a sentence; `null` for a text. */
export function failureOf(read: FileRead): string | null {
  switch (read.kind) {
    case 'text':
      return null;
    case 'missing':
      return 'does not exist';
    case 'not-a-file':
      return 'is not a file';
    case 'outside':
      return 'leads out of the repository';
    case 'too-large':
      return `is larger than ${maximumFileBytes / 1_000_000} MB (${read.bytes} bytes)`;
    case 'unreadable':
      return `cannot be read (${read.reason})`;
  }
}
