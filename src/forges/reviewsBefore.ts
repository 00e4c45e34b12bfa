/** What a forge keeps of past reviews, as evidence takes it. */
import type { Day, HistoryReview, Identity, Person } from '../core';
import { isSameHandle, type ForgeClient } from './forge';
import { orNobody } from './orNobody';
import { nameIn, namesOn, type ForgeHost } from './plan';

/** Of most projects that is a year; of GitHub twenty calls. Replayed, 300 named fewer of those who really reviewed. */
const mostReviews = 1_000;

/**
 * Who reviewed what was merged since a day. Nobody where the forge does not tell, or has trouble with it. Rejects only with
 * the signal's reason.
 */
export async function readReviewsBefore(
  client: ForgeClient,
  people: Iterable<Person>,
  since: Day,
  signal?: AbortSignal,
): Promise<readonly HistoryReview[]> {
  const reviews = await orNobody(() => client.pastReviews(since, mostReviews, signal));
  const known: readonly Known[] = [...people].map((person) => ({ person, names: namesOn(person, client) }));
  return reviews.map((review) => {
    const personOf = (handle: string): Known | undefined =>
      known.find(({ names }) => names.some((name) => isSameHandle(nameIn(review, name), handle)));
    const { commits, author, reviewers } = review;
    const isOutsider = author !== null && personOf(author) === undefined;
    return {
      ...{ commits, reviewers: reviewers.map((handle) => identityOf(handle, personOf(handle), client)) },
      author: isOutsider ? identityOf(author, undefined, client) : null,
    };
  });
}

interface Known {
  readonly person: Person;
  readonly names: readonly string[];
}

/**
 * Somebody of the ownership file as they are known there; anybody else by an address of the kind that forges give to those
 * who keep theirs private, which no other account of that host has.
 */
function identityOf(handle: string, found: Known | undefined, { host }: ForgeHost): Identity {
  const [email] = found?.person.emails ?? [];
  if (found !== undefined && email !== undefined) return { name: found.person.name, email };
  const [name = handle] = found?.names ?? [];
  return { name, email: name.includes('@') ? name : `0+${name}@users.noreply.${host}` };
}
