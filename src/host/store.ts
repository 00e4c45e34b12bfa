/**
 * The only cache of the extension: one repository each for every ownership file in reach, its last good model, and
 * the answers for files.
 */
import type { Event, Uri } from 'vscode';
import type { FileTree, Ownership, OwnershipFile, Problem, RuleIndex, Source, TreeAnalysis } from '../core';

/** A readable ownership file, compiled. */
export interface Model {
  readonly file: OwnershipFile;
  readonly index: RuleIndex;
}

/** A folder whose files one ownership file answers for, or that has none. */
export interface Repository {
  /** What paths are relative to. */
  readonly base: Uri;
  /** The entry file; `null` where there is none. */
  readonly entry: Uri | null;
  /**
   * `ok`: the model is what the file says now. `stale`: the file is unreadable now, the model is the last good one.
   * `unreadable`: there never was a good one. `none`: no ownership file.
   */
  readonly state: 'none' | 'ok' | 'stale' | 'unreadable';
  readonly model: Model | null;
  /** Texts the problems' offsets count in. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** One sentence where the entry file could not be read at all. */
  readonly failure: string | null;
  /**
   * What the globs of the last save do in the tree: counted in the background, so `null` for a while after the start,
   * and again when files came or went. Its AORs and entries are those of the model of that time: compare ids and texts.
   */
  readonly tree: TreeAnalysis | null;
  /** One sentence where there are too many files to count or list them. */
  readonly uncounted: string | null;
}

/** The answer for one file. */
export type Answer =
  /** Not a file the extension answers for: an output channel, a settings page, a file outside every folder. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'no-file'; readonly repository: Repository }
  | { readonly kind: 'unreadable'; readonly repository: Repository }
  | {
      readonly kind: 'ownership';
      readonly repository: Repository;
      readonly model: Model;
      readonly ownership: Ownership;
    };

export interface Store {
  /** Something changed: a model, its problems, or which repositories there are. */
  readonly onDidChange: Event<void>;
  /** Repositories found so far, those of workspace folders first. */
  readonly repositories: readonly Repository[];
  /** Resolves when every workspace folder's repository has been read once. */
  readonly ready: Promise<void>;
  /** The answer for a document or file (also `git:`, `untitled:` and the like where they stand for a file). Never rejects. */
  answer(uri: Uri): Promise<Answer>;
  /** The answer if it is known without any I/O; else `undefined`, and `onDidChange` fires once it is. */
  answerNow(uri: Uri): Answer | undefined;
  /**
   * Files of the repository: tracked, and untracked not ignored; without git, and in an untrusted workspace, what the
   * editor's search finds. Rejects with a `UserError` where they are too many.
   */
  tree(repository: Repository): Promise<FileTree>;
  /** Their paths, base-relative, listed again: for what is written down once. Rejects as `tree`. */
  files(repository: Repository): Promise<readonly string[]>;
}
