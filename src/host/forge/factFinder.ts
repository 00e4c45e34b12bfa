/** What forges say of the people of a change, asked once in a few minutes. */
import { peopleInQuestion, type ForgeFacts, type Person, type Remote } from '../../core';
import { factsOf, noSurroundings, readSurroundings, type ForgeClient, type Surroundings } from '../../forges';
import type { ReadyReview } from '../review/review';
import type { Sight } from './sight';

export interface FactFinder {
  /** Asks what is not known yet. Rejects with the signal's reason. */
  find(client: ForgeClient, review: ReadyReview, sight: Sight, signal: AbortSignal): Promise<ForgeFacts | undefined>;
  /** With what is known of the rest; asks nobody. */
  known(review: ReadyReview, sight: Sight): ForgeFacts | undefined;
  /** Asks anew the next time. */
  forget(): void;
}

/** Who has how much to do is good enough for that long: it breaks ties in coarse steps. */
const freshMs = 3 * 60_000;

interface Kept {
  readonly around: Surroundings;
  readonly at: number;
  /** Ids of those it was asked for. */
  readonly people: string;
}

export function createFactFinder(): FactFinder {
  const kept = new Map<string, Kept>();

  async function around(
    client: ForgeClient,
    remote: Remote,
    people: readonly Person[],
    signal: AbortSignal,
  ): Promise<Surroundings> {
    const before = kept.get(projectOf(remote));
    const asked = JSON.stringify(people.map(({ id }) => id));
    if (before?.people === asked && Date.now() - before.at < freshMs) return before.around;
    const now = await readSurroundings(client, people, signal);
    kept.set(projectOf(remote), { around: now, at: Date.now(), people: asked });
    return now;
  }

  return {
    async find(client, review, sight, signal) {
      if (sight.kind !== 'one' && sight.kind !== 'none') return undefined;
      const { authors, today } = review.input;
      const context = { authors, today, busy: new Set<string>() };
      const people = peopleInQuestion(review.file, review.suggestion.requirements, context);
      return factsIn(review, sight, await around(client, sight.remote, people, signal));
    },
    known: (review, sight) => factsIn(review, sight, kept.get(projectOf(sight.remote))?.around ?? noSurroundings),
    forget: () => kept.clear(),
  };
}

const projectOf = ({ kind, host, path }: Remote): string => `${kind} ${host} ${path}`;

/** Before there is a request the forge says only how much people have to do; of several it is not known which one counts. */
function factsIn({ file }: ReadyReview, sight: Sight, around: Surroundings): ForgeFacts | undefined {
  if (sight.kind !== 'one' && sight.kind !== 'none') return undefined;
  return factsOf(file.people.values(), sight.kind === 'one' ? sight.state : null, around, sight.remote);
}
