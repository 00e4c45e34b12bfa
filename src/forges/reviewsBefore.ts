/** What a forge keeps of past reviews, as evidence takes it. */
import type { Day, HistoryReview, Identity, Person } from '../core';
import { isSameHandle, type ForgeClient, type PastReview } from './forge';
import { orNobody } from './orNobody';
import { nameIn, namesOn, type ForgeHost } from './plan';

/** Of a busy project that is a month or two, in a handful of calls. */
const mostReviews = 300;

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
  const known = [...people].map((person) => ({ person, names: namesOn(person, client) }));
  return reviews.map((review) => ({
    commits: review.commits,
    reviewers: review.reviewers.map((handle) => identityOf(handle, review, known, client)),
  }));
}

/**
 * Somebody of the ownership file as they are known there; anybody else by an address of the kind that forges give to those
 * who keep theirs private, which no other account of that host has.
 */
function identityOf(
  handle: string,
  review: PastReview,
  known: readonly { readonly person: Person; readonly names: readonly string[] }[],
  { host }: ForgeHost,
): Identity {
  const found = known.find(({ names }) => names.some((name) => isSameHandle(nameIn(review, name), handle)));
  const [email] = found?.person.emails ?? [];
  if (found !== undefined && email !== undefined) return { name: found.person.name, email };
  const [name = handle] = found?.names ?? [];
  return { name, email: name.includes('@') ? name : `0+${name}@users.noreply.${host}` };
}
