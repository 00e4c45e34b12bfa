/** What the forge says of the people of a change, where it was asked for the request. */
import { peopleInQuestion, type ForgeFacts, type Suggestion, type Today } from '../../core';
import { factsOf, noSurroundings, readSurroundings } from '../../forges';
import type { Authors, ChangeAtHand } from '../changeAtHand';
import type { FoundRequest } from './findRequest';

export interface FactsAbout {
  readonly at: ChangeAtHand;
  readonly authors: Authors;
  readonly today: Today;
  /** Whether people are to be asked, so that it matters who has much to do. */
  readonly isRequest: boolean;
}

/** `undefined` where it is not known which request is meant. `offline`: the suggestion without the forge. */
export async function readFacts(
  found: FoundRequest,
  { requirements }: Suggestion,
  { at: { deciding }, authors, today, isRequest }: FactsAbout,
  signal: AbortSignal,
): Promise<ForgeFacts | undefined> {
  if (found.kind === 'several') return undefined;
  const { client } = found;
  const context = { authors: new Set(authors.ids), busy: new Set<string>(), today };
  const people = peopleInQuestion(deciding, requirements, context);
  const around = isRequest ? await readSurroundings(client, people, signal) : noSurroundings;
  return factsOf(deciding.people.values(), found.kind === 'one' ? found.state : null, around, client);
}
