/** What a quick fix is: a title, and edits of files that are made when somebody wants it. */
import { edited, editSource, type Edit, type EditSource, type TextEdit } from '../../edits';
import type { OwnershipFile, Problem, Source, Today } from '../../model';

/** Where a folder moved to, and how many of its files did. Paths are base-relative, `a/b`. */
export interface Move {
  readonly to: string;
  readonly files: number;
}

export interface FixContext {
  readonly file: OwnershipFile;
  readonly today: Today;
  /** The id of the person the user is; `null`: nobody knows. */
  readonly me: string | null;
  /** Folder → where git says it moved. Asked for only by fixes of globs that match nothing, when they are wanted. */
  readonly moves?: ReadonlyMap<string, Move>;
  /** What stands where in a text, for those who ask about many problems of one. */
  readonly read?: (text: string) => EditSource;
}

/** The edits of one file, made one after another. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly Edit[];
}

export interface Fix {
  /** In the imperative, plain text that may hold untrusted characters. */
  readonly title: string;
  readonly changes: readonly FileEdits[];
  /** The one that is most likely meant. */
  readonly isPreferred: boolean;
  /** Changes whose no file is, loses nothing that somebody wrote, and leaves no choice: a program may do it alone. */
  readonly isSafe: boolean;
}

/** The fixes of one kind of problem. */
export type Fixer = (problem: Problem, context: FixContext) => readonly Fix[];

export interface FixRank {
  readonly isPreferred?: boolean;
  readonly isSafe?: boolean;
}

/** A fix that edits one file. */
export const fixIn = (
  file: string,
  title: string,
  edits: readonly Edit[],
  { isPreferred = false, isSafe = false }: FixRank = {},
): Fix => ({ title, changes: [{ file, edits }], isPreferred, isSafe });

/**
 * What a fix replaces in which file; `null`: it cannot be done in these texts. With `read`, what one edit does is not
 * looked at once more: that is left to who makes many.
 */
export function fixEdits(
  { changes }: Fix,
  sources: readonly Source[],
  read?: FixContext['read'],
): readonly TextEdit[] | null {
  const found: TextEdit[] = [];
  for (const { file, edits } of changes) {
    const text = sources.find(({ path }) => path === file)?.text;
    if (text === undefined) return null;
    const [only, ...more] = edits;
    const isOne = read !== undefined && only !== undefined && more.length === 0;
    const replacements = isOne ? only(read(text)) : edited(text, edits);
    if (replacements === null) return null;
    found.push(...replacements.map((replacement) => ({ file, ...replacement })));
  }
  return found;
}

/** What stands where in the file a problem is in; `null`: the file was not read. */
export function sourceOf({ at }: Problem, { file, read = editSource }: FixContext): EditSource | null {
  const text = textOf(at.file, file);
  return text === null ? null : read(text);
}

/** The text of one of the files. */
export const textOf = (path: string, { sources }: OwnershipFile): string | null =>
  sources.find((source) => source.path === path)?.text ?? null;

/** The id or key as it is, without the quotes it may be written in. */
export function wordAt({ at }: Problem, { file }: FixContext): string {
  const written = textOf(at.file, file)?.slice(at.start, at.end) ?? '';
  return /^(["'])(.*)\1$/s.exec(written)?.[2] ?? written;
}
