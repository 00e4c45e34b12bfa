/** What GitHub tells in GraphQL alone, or there in far fewer calls. Source: *GraphQL API*, *Objects*. */
import type { PastReview } from '../forge';
import { orNobody } from '../orNobody';
import { isSince, pastReview, type PastSpan } from '../pastReviews';
import { fieldsOf, type Fields } from '../shape';
import type { GithubApi } from './octokit';
import type { Place } from './reviewers';

/** More names than that in one query are no candidates of one change. */
const mostAtOnce = 50;

/** Who of them has set *busy* as their status. */
export function busyAmong(
  api: GithubApi,
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  return orNobody(async () => {
    const busy: string[] = [];
    for (let at = 0; at < handles.length; at += mostAtOnce) {
      const some = handles.slice(at, at + mostAtOnce);
      const names = some.map((_, index) => `$n${index}: String!`).join(', ');
      const status = '{ status { indicatesLimitedAvailability } }';
      const users = some.map((_, index) => `u${index}: user(login: $n${index}) ${status}`).join(' ');
      const text = `query(${names}) { ${users} }`;
      const variables = Object.fromEntries(some.map((handle, index) => [`n${index}`, handle]));
      const answer = fieldsOf(await api.query(text, variables, signal), 'the users');
      busy.push(...some.filter((_, index) => isBusy(answer.fieldsOrNull(`u${index}`))));
    }
    return busy;
  });
}

const isBusy = (user: Fields | null): boolean =>
  user?.fieldsOrNull('status')?.flag('indicatesLimitedAvailability') === true;

const perPage = 50;
const mostPages = 20;
/** Of one request; whoever comes after so many talked late. */
const mostReviews = 50;

const mergedPulls = `
query($owner: String!, $repo: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequests(states: MERGED, first: ${perPage}, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        updatedAt mergedAt headRefOid
        mergeCommit { oid }
        author { login }
        reviews(first: ${mostReviews}) { nodes { author { __typename login } } }
      }
    }
  }
}`;

/** Whoever commented in the code counts, as whoever gave a verdict does. */
export async function pastReviews(
  api: GithubApi,
  place: Place,
  { since, atMost }: PastSpan,
  signal?: AbortSignal,
): Promise<readonly PastReview[]> {
  const found: PastReview[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages && found.length < atMost; page += 1) {
    const data = fieldsOf(await api.query(mergedPulls, { ...place, after }, signal), 'the answer');
    const pulls: Fields = data.fields('repository').fields('pullRequests');
    const changed = pulls.list('nodes').filter((pull) => isSince(pull.text('updatedAt'), since));
    // One that was merged long ago may have been talked about since.
    found.push(...changed.filter((pull) => isSince(pull.text('mergedAt'), since)).map(readPast));
    const { flag, text }: Fields = pulls.fields('pageInfo');
    if (changed.length < pulls.list('nodes').length || !flag('hasNextPage')) break;
    after = text('endCursor');
  }
  return found.slice(0, atMost);
}

function readPast(pull: Fields): PastReview {
  const authors = pull
    .fields('reviews')
    .list('nodes')
    .flatMap((review) => review.fieldsOrNull('author') ?? []);
  return pastReview(
    [pull.fieldsOrNull('mergeCommit')?.text('oid') ?? null, pull.text('headRefOid')],
    pull.fieldsOrNull('author')?.text('login') ?? null,
    authors.map((one) => ({ handle: one.text('login'), isMachine: one.text('__typename') !== 'User' })),
  );
}
