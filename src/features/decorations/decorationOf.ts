import { ownershipSummary, type Today } from '../../core';
import type { Answer } from '../../host/store';

/** What a row of a list can show about a file. Plain text. */
export interface DecorationParts {
  readonly tooltip: string;
  /** Two initials of the owner. */
  readonly badge: string | undefined;
  /** Id of a contributed colour. */
  readonly color: 'aor.vacantForeground' | 'aor.unownedForeground' | undefined;
}

/** The parts for an answer; `undefined` where there is nothing to say, as without an ownership file. */
export function decorationOf(answer: Answer, today: Today): DecorationParts | undefined {
  switch (answer.kind) {
    case 'elsewhere':
    case 'no-file':
      return undefined;
    case 'unreadable':
      return { tooltip: 'ownership file has errors', badge: undefined, color: undefined };
    case 'ownership': {
      const { ownership, model, repository } = answer;
      // The base itself is everybody's.
      if (ownership.path === '') return undefined;
      const summary = ownershipSummary(ownership, model.file, today);
      const { state } = ownership;
      return {
        tooltip: repository.state === 'stale' ? `${summary} · ownership file has errors` : summary,
        badge: state === 'owned' ? initialsOf(ownership.owner.name) : undefined,
        color: state === 'vacant' || state === 'unowned' ? `aor.${state}Foreground` : undefined,
      };
    }
  }
}

/** `AR` for Ana Ruiz: first letters of the first and last word that have one. */
export function initialsOf(name: string): string | undefined {
  const letters = name.split(/\s+/u).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  const chosen = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return chosen.length === 0 ? undefined : chosen.join('').toLocaleUpperCase('en').slice(0, 2);
}
