/** The change at hand as git has it. Everything here is data; the functions beside it read it. */
import type { ChangedFile, ForgeKind, Identity, LoadedOwnership, TextReader } from '../../core';

/**
 * Which part of the work is looked at. `branch`: all that a request for review would hold once everything is committed,
 * from where the branch began to the untracked files. `staged`: what the next commit would hold. `workingTree`: all
 * that is not committed.
 */
export type ChangeScope = 'branch' | 'staged' | 'workingTree';

/** What is being done, for a progress bar. `files`: changed files found so far. */
export interface ChangeProgress {
  readonly step: 'base' | 'files';
  readonly files: number;
}

export interface ChangeOptions {
  /** Default `branch`. */
  readonly scope?: ChangeScope;
  /** A ref or commit to compare with; else the policy's `base-branch`, else the remote's default branch. */
  readonly base?: string | undefined;
  /** Entry file relative to the root, `/`, where it was named; else it is searched at each commit as in the work tree. */
  readonly entry?: string | null;
  /**
   * The working tree's ownership file as the caller has it (unsaved edits included), or is about to; else it is read
   * from disk.
   */
  readonly working?: LoadedOwnership | Promise<LoadedOwnership>;
  /** Who makes content of texts; by default it is done here. */
  readonly reader?: TextReader;
  /** What is checked out was written by somebody else, as in a job: then only the base's `.mailmap` says who people are. */
  readonly isForeign?: boolean;
  /** What hosts of one's own run: it says how a `CODEOWNERS` is read, where that is what there is. */
  readonly hosts?: ReadonlyMap<string, ForgeKind>;
  /**
   * Told as soon as it is known, so that others can begin: the commit whose history speaks for the change, the base or
   * else HEAD; null where there is none.
   */
  readonly onRevision?: (commit: string | null) => void;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: ChangeProgress) => void;
}

/** Something to be said beside the answer. `message`: one plain sentence. */
export interface ChangeNote {
  readonly code: 'no-base' | 'base-branch-missing' | 'no-common-commit' | 'large-change';
  readonly message: string;
}

/** The ownership files a suggestion needs; null where there is no such commit. */
export interface ChangeOwnership {
  /** At the tip of the base branch. */
  readonly base: LoadedOwnership | null;
  /** Where the change began: what it alters is told from this one. */
  readonly fork: LoadedOwnership | null;
  /** What the change makes of it: the work tree's, or with `staged` the index's. */
  readonly head: LoadedOwnership;
}

export interface GitChange {
  /** What is compared with; null where there is nothing to compare with. `ref` as people know it: `origin/main`. */
  readonly base: { readonly ref: string; readonly commit: string } | null;
  /** The commit the changed lines are told from: the merge base, or HEAD for what is not committed; null: the empty tree. */
  readonly from: string | null;
  /** `commit` is null before the first one, `branch` on a detached HEAD. `dirty`: something is not committed. */
  readonly head: { readonly commit: string | null; readonly branch: string | null; readonly dirty: boolean };
  /** By path. A submodule is one path without lines. */
  readonly files: readonly ChangedFile[];
  /** Through `.mailmap`: the author of what is not committed first, then the newest commit's; each e-mail once. */
  readonly authors: readonly Identity[];
  readonly ownership: ChangeOwnership;
  readonly notes: readonly ChangeNote[];
}

/** Why there is no change to tell. `message`: one sentence that says what to do. */
export interface ChangeFailure {
  readonly kind: 'failed';
  readonly code: 'no-git' | 'unknown-base' | 'shallow' | 'not-here' | 'git';
  readonly message: string;
}

export type ChangeReading = { readonly kind: 'change'; readonly change: GitChange } | ChangeFailure;
