/** What a review has to say besides its rows, in words. */
import { filesText, visible } from '../../core';
import type { ChangeScope } from '../../node/change/model';
import type { ReadyReview, Review } from './review';

/** What is looked at: `feature/x against origin/main`, `staged`, `working tree`. */
export function scopeText(scope: ChangeScope, review?: Review): string {
  if (scope === 'staged') return 'staged';
  if (scope === 'workingTree') return 'working tree';
  if (review?.kind !== 'ready') return 'branch';
  const { base, head } = review.change;
  const branch = head.branch ?? (head.commit === null ? 'no commit yet' : `detached at ${head.commit.slice(0, 8)}`);
  return visible(base === null ? branch : `${branch} against ${base.ref}`);
}

/** Sentences for everything that is not plain from the rows; empty where nothing is to be said. */
export function stateText(review: Review): string {
  switch (review.kind) {
    case 'reading':
      return 'Looking at the change…';
    case 'untrusted':
      return 'Git is not run here, because this workspace is not trusted. So what is changed is not known.';
    case 'virtual':
      return 'Without a local disk there is no git to ask what is changed.';
    case 'no-work-tree':
      return 'This folder is not in a git repository, so there is no change to review.';
    case 'no-file':
      return 'There is no ownership file, so nobody can be suggested as a reviewer.';
    case 'unreadable':
      return 'The ownership file has errors and cannot be read, so nobody can be suggested as a reviewer.';
    case 'failed':
      return visible(review.message);
    case 'ready':
      return [...nothingChanged(review), ...fileNotes(review), ...review.change.notes.map(({ message }) => message)]
        .map(visible)
        .join(' ');
  }
}

function nothingChanged({ suggestion, scope, change }: ReadyReview): readonly string[] {
  if (suggestion.fileCount > 0) {
    const isQuiet = suggestion.requirements.length === 0 && suggestion.uncovered.length === 0;
    return isQuiet ? [`Nobody has to be asked: ${filesText(suggestion.fileCount)} changed, and all are exempt.`] : [];
  }
  if (scope === 'staged') return ['Nothing is staged.'];
  if (scope === 'workingTree') return ['Nothing is changed in the working tree.'];
  return [change.base === null ? 'Nothing is changed.' : `Nothing is changed against ${change.base.ref}.`];
}

/** Which ownership file decides, where it is not the one people expect. */
function fileNotes({ repository, change, baseFile, suggestion, scope }: ReadyReview): readonly string[] {
  const ref = change.base?.ref ?? 'the base branch';
  const isStale = repository.state === 'stale' && scope !== 'staged';
  return [
    ...(baseFile === 'none' ? [`${ref} has no ownership file, so the working tree’s decides.`] : []),
    ...(baseFile === 'has-errors'
      ? [`The ownership file of ${ref} cannot be read, so the working tree’s decides.`]
      : []),
    ...(isStale ? ['The ownership file has errors: of the working tree’s, what it said last counts.'] : []),
    ...(baseFile === 'decides' && suggestion.isFileChanged
      ? [`The change edits the ownership file: that of ${ref} decides who is asked.`]
      : []),
  ];
}
