/** What there is to choose from when a review is requested. Plain text, which may hold anything but hidden characters. */
import { safeTarget, visible, whyText, type Ask, type Person, type Suggestion, type Today } from '../../core';

export interface PersonChoice {
  readonly ask: Ask;
  readonly label: string;
  readonly description: string;
  /** The further reasons; empty for none. */
  readonly detail: string;
}

/** The people of a suggestion, each with every reason. */
export const personChoices = ({ ask }: Suggestion, today: Today): readonly PersonChoice[] =>
  ask.map((one) => {
    const [first = '', ...others] = one.for.map((covered) => whyText(covered, { today }));
    const warning = one.warnings.length === 0 ? [] : [`${one.warnings.join(', ')}, but nobody else can be asked`];
    const detail = [...others, ...warning].join(' · ');
    return { ask: one, label: visible(one.person.name), description: first, detail };
  });

/** Where to reach a person: the chat, else a mail. Only https, http and mailto; `null` where there is neither. */
export function contactOf({ chat, emails }: Person): string | null {
  const [email] = emails;
  const targets = [...(chat === null ? [] : [chat]), ...(email === undefined ? [] : [`mailto:${email}`])];
  return targets.map((target) => safeTarget(target, null)).find((target) => target !== null) ?? null;
}

/** The suggestion with these people only. */
export const withPeople = (suggestion: Suggestion, people: readonly Ask[]): Suggestion => ({
  ...suggestion,
  ask: suggestion.ask.filter((ask) => people.includes(ask)),
});
