/** Reads pull requests and their reviews. */
import { ForgeError } from '../failure';
import type { OpenRequest, Review, Verdict } from '../forge';
import { lastWords } from '../lastWords';
import { fieldsOf, type Fields } from '../shape';

export function readPull(value: unknown): OpenRequest {
  const pull = fieldsOf(value, 'the request');
  const head = pull.fields('head');
  return {
    number: pull.number('number'),
    title: pull.text('title'),
    url: pull.text('html_url'),
    author: pull.fieldsOrNull('user')?.text('login') ?? null,
    isDraft: pull.flag('draft'),
    from: {
      project: head.fieldsOrNull('repo')?.text('full_name') ?? null,
      branch: head.text('ref'),
      commit: head.text('sha'),
    },
    into: { branch: pull.fields('base').text('ref') },
  };
}

export const isOpen = (value: unknown): boolean => fieldsOf(value, 'the request').text('state') === 'open';

/** Who is asked, of a pull request. */
export function readRequested(value: unknown): {
  readonly requested: readonly string[];
  readonly requestedTeams: readonly string[];
} {
  const pull = fieldsOf(value, 'the request');
  return {
    requested: pull.list('requested_reviewers').map((one) => one.text('login')),
    requestedTeams: pull.list('requested_teams').map((one) => one.text('slug')),
  };
}

const verdicts: Readonly<Record<string, Verdict>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** One for each person, from all reviews, oldest first. One that is not sent yet, and one of nobody, counts for nothing. */
export function readReviews(values: readonly unknown[]): readonly Review[] {
  return lastWords(values.flatMap((value) => readReview(fieldsOf(value, 'a review'))));
}

function readReview(review: Fields): readonly Review[] {
  const handle = review.fieldsOrNull('user')?.text('login');
  const state = review.text('state');
  if (handle === undefined || state === 'PENDING') return [];
  const verdict = verdicts[state];
  if (verdict === undefined)
    throw new ForgeError({ kind: 'malformed', what: 'state of a review is none that is known' });
  return [{ handle, verdict, commit: review.textOrNull('commit_id') }];
}
