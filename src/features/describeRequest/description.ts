/** What a new pull request says: title and text of its commits, then whom to ask, why, and the checklists. */
import { reviewMarkdown, type Suggestion } from '../../core';
import type { NewPullRequest, TitleAndDescription } from '../../host/githubPullRequests';

/** `branch`: the one the change is on; `null`: none. */
export function descriptionOf(
  { commitMessages, template }: NewPullRequest,
  suggestion: Suggestion,
  branch: string | null,
): TitleAndDescription {
  const [only, ...others] = commitMessages;
  const [subject = '', ...body] = (others.length === 0 ? (only ?? '') : '').split('\n');
  const written = template?.trim() ?? '';
  const parts = [
    written === '' ? body.join('\n').trim() : written,
    // Names without handles: who opens the request has asked nobody yet, and a handle would send mail.
    reviewMarkdown(suggestion, null).trim(),
  ];
  return {
    title: subject.trim() || titleOf(branch ?? ''),
    description: parts.filter((part) => part !== '').join('\n\n'),
  };
}

/** As GitHub makes one of a branch: `fix/one-click` is *Fix/one click*. */
function titleOf(branch: string): string {
  const words = branch.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
