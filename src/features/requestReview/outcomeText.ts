/** What became of a request for review, in words. */
import { visible } from '../../core';
import type { AskResult, PlannedAsk, RequestOutcome, TakenBack } from '../../forges';
import { thereText } from '../../host/forge/sightText';

/** `Ana Ruiz`, `Ana Ruiz and Ben Okri`, `Ana Ruiz, Ben Okri and Kit Lee`. */
export function namesText(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Sentences for the user: who is asked now, who was there, and whom the forge refused with its own words. */
export function outcomeText({ people, lost, commentTrouble }: RequestOutcome, request: string): string {
  const names = (result: AskResult): string =>
    namesText(people.filter((one) => one.result === result).map(({ ask }) => visible(ask.person.name)));
  const asked = names('requested');
  const there = names('already-there');
  const mentioned = names('mention-only');
  const refused = people
    .filter(({ result }) => result === 'refused')
    .map(({ ask, words }) => `Not asked: ${visible(ask.person.name)}${words === null ? '.' : ` (${visible(words)})`}`);
  return [
    ...(asked === '' ? [] : [`Asked to review ${request}: ${asked}.`]),
    ...(there === '' ? [] : [`There already: ${there}.`]),
    ...(mentioned === '' ? [] : [`Mentioned in a comment: ${mentioned}.`]),
    ...refused,
    ...lost.map(({ handle, words }) => `@${visible(handle)} was asked before, and is no longer: ${visible(words)}`),
    ...(commentTrouble === null ? [] : [visible(commentTrouble)]),
  ].join(' ');
}

/** Who is no longer asked, and who still is. */
export function takenBackText({ gone, stay, words }: TakenBack, request: string): string {
  const name = ({ ask }: PlannedAsk): string => visible(ask.person.name);
  return [
    ...(gone.length === 0 ? [] : [`No longer asked to review ${request}: ${namesText(gone.map(name))}.`]),
    ...stay.map((one) => `Still there: ${name(one)} (${thereText(one.as)}).`),
    ...(words === null ? [] : [visible(words)]),
  ].join(' ');
}
