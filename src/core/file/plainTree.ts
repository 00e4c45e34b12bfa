/**
 * The part of YAML that an ownership file may use, as a tree: maps, lists and texts with their places. What reads
 * YAML gives this, and nothing behind it knows about YAML.
 */

/** UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface PlainScalar extends Range {
  readonly kind: 'scalar';
  /** The source text of a plain scalar, the value of a quoted or block one. */
  readonly text: string;
  /** A comment behind it that begins without a space, as in `docs/C #/intro`. */
  readonly tightComment: Range | null;
}

export interface PlainEntry {
  readonly key: PlainScalar;
  /** `null`: empty, `~`, `null`, or lost to a problem. */
  readonly value: PlainNode | null;
  /** Read by itself (`parts.ts`): what its own offsets, and those of all in it, are to be moved by. */
  readonly by?: number;
}

export interface PlainMap extends Range {
  readonly kind: 'map';
  /** Keys are distinct. */
  readonly entries: readonly PlainEntry[];
}

export interface PlainItem extends Range {
  readonly value: PlainNode | null;
  /** For an empty item: the comment that stands in its place, as in `- #tmp/x`. */
  readonly tightComment: Range | null;
}

export interface PlainList extends Range {
  readonly kind: 'list';
  readonly items: readonly PlainItem[];
}

export type PlainNode = PlainScalar | PlainMap | PlainList;

/** A problem of the text itself. */
export interface TextProblem extends Range {
  readonly code: 'syntax' | 'duplicate-key' | 'too-large';
  readonly message: string;
}
