/** The card about one file, the same on every surface. */
import type { MarkdownString, Uri } from 'vscode';
import { cardCommands, ownershipCard, type CardSubject, type OwnershipCard, type Today } from '../core';
import { markdownOf } from './convert';
import type { Answer } from './store';

/** The card for an answer about `uri`; `undefined` for what is nobody's file. */
export function cardOf(answer: Answer, uri: Uri, today: Today): OwnershipCard | undefined {
  const subject = subjectOf(answer);
  if (answer.kind === 'elsewhere' || subject === undefined) return undefined;
  const root = answer.repository.base.toString().replace(/\/$/, '');
  return ownershipCard(subject, { root, uri: uri.toString(), today });
}

/** The same, ready for a hover or a tooltip. */
export function markdownCard(answer: Answer, uri: Uri, today: Today): MarkdownString | undefined {
  const card = cardOf(answer, uri, today);
  return card === undefined ? undefined : markdownOf(card.markdown, cardCommands);
}

function subjectOf(answer: Answer): CardSubject | undefined {
  switch (answer.kind) {
    case 'elsewhere':
      return undefined;
    case 'no-file':
      return { kind: 'no-file' };
    case 'unreadable':
      return { kind: 'unreadable', failure: answer.repository.failure };
    case 'ownership': {
      const { ownership, model, repository } = answer;
      return { kind: 'ownership', ownership, file: model.file, isStale: repository.state === 'stale' };
    }
  }
}
