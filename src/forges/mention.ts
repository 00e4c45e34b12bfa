/** The comment that names those whom the forge does not take as reviewers. */
import { reviewMarkdown, type Ask, type Suggestion } from '../core';
import type { MarkedComment } from './forge';

const marker = '<!-- aor: people who could not be requested -->';

/** `host`: the host whose handles count. Only the handles of those people notify anybody. */
export function mentionComment(suggestion: Suggestion, refused: readonly Ask[], host: string): MarkedComment {
  const people = { ...suggestion, ask: refused, uncovered: [], undecided: [], checklists: [] };
  const intro = 'These people look after what this change touches, and could not be requested as reviewers:';
  return {
    marker,
    text: refused.length === 0 ? null : `${marker}\n${intro}\n\n${reviewMarkdown(people, host).trimEnd()}`,
    closing: `${marker}\nEverybody who looks after what this change touches is requested as a reviewer by now.`,
  };
}
