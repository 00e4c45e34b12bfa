/** A change, as far as asking for its review goes. */
import type { ChangeKind } from '../model';

/** One changed path. Paths are base-relative with `/`. */
export interface ChangedFile {
  readonly kind: ChangeKind;
  /** The new path; of a deleted file its old one. */
  readonly path: string;
  /** The old path of a renamed file, else `null`. */
  readonly from: string | null;
  /** Changed lines without line ends; none of binary files. A line of more than 10,000 characters may be cut behind them. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** 1-based line numbers that go with `added` (in the new file) and `removed` (in the old one); empty: not known. */
  readonly addedAt: readonly number[];
  readonly removedAt: readonly number[];
  readonly isBinary: boolean;
  /** Changed lines that were counted and not kept, because the change is so large. */
  readonly droppedLines: number;
}

/** What is to be reviewed. Nothing depends on the order of `files`. */
export interface Change {
  readonly files: readonly ChangedFile[];
}

/** How many lines the change touches in a file; 0 for binary files. */
export const lineCount = ({ added, removed, droppedLines, isBinary }: ChangedFile): number =>
  isBinary ? 0 : added.length + removed.length + droppedLines;
