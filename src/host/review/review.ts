/** What is known about the change at hand of a repository. */
import type { OwnershipFile, PathChange, SuggestInput, Suggestion } from '../../core';
import type { ChangeScope, GitChange } from '../../node/change/model';
import type { Repository } from '../store';

/** A change with who should review it. */
export interface ReadyReview {
  readonly kind: 'ready';
  readonly repository: Repository;
  readonly scope: ChangeScope;
  readonly change: GitChange;
  /** The ownership file that decides: that of the base branch, else the working one. */
  readonly file: OwnershipFile;
  /** Why the base's ownership file does not decide, where it does not. */
  readonly baseFile: 'decides' | 'no-base' | 'none' | 'has-errors';
  /** What the suggestion was made from, so that it can be made again without asking git. */
  readonly input: SuggestInput;
  readonly suggestion: Suggestion;
  /** Files whose move gives them to somebody else, by the working tree's ownership file. */
  readonly moves: readonly PathChange[];
}

export type Review =
  | ReadyReview
  /** Being looked at for the first time. */
  | { readonly kind: 'reading'; readonly repository: Repository }
  /** Git is not run here. */
  | { readonly kind: 'untrusted'; readonly repository: Repository }
  | { readonly kind: 'virtual'; readonly repository: Repository }
  | { readonly kind: 'no-work-tree'; readonly repository: Repository }
  | { readonly kind: 'no-file'; readonly repository: Repository }
  | { readonly kind: 'unreadable'; readonly repository: Repository }
  /** `message`: a sentence for the user. */
  | { readonly kind: 'failed'; readonly repository: Repository; readonly message: string };
