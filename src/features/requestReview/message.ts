/** The message that is copied. */
import { filesText, quiet, reviewMarkdown, type Suggestion } from '../../core';

/** Markdown for a chat, a mail or a description. `title` may hold anything: the name of the branch. */
export function messageOf(suggestion: Suggestion, title: string | null, host: string | null): string {
  const what = title === null ? 'Please review' : `Please review **${quiet(title)}**`;
  return `${what} (${filesText(suggestion.fileCount)}).\n\n${reviewMarkdown(suggestion, host)}`;
}
