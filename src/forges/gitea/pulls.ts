/** Reads pull requests and their reviews, as Gitea and Forgejo give them. */
import type { OpenRequest, Review, Verdict } from '../forge';
import type { Fields } from '../shape';

export function readPull(pull: Fields): OpenRequest {
  const head = pull.fields('head');
  const ref = head.text('ref');
  return {
    number: pull.number('number'),
    title: pull.text('title'),
    url: pull.text('html_url'),
    author: pull.fieldsOrNull('user')?.text('login') ?? null,
    isDraft: pull.flag('draft') || isWorkInProgress(pull.text('title')),
    from: {
      project: head.fieldsOrNull('repo')?.text('full_name') ?? null,
      // Of a branch that is gone, or was never pushed as one, only the label has the name.
      branch: ref.startsWith('refs/pull/') ? head.text('label') : ref,
      commit: head.text('sha'),
    },
    into: { branch: pull.fields('base').text('ref') },
  };
}

/** Servers before 1.23 say it by the title alone. A server may have other words for it, which nobody tells. */
const isWorkInProgress = (title: string): boolean => /^\s*(wip:|\[wip\])/i.test(title);

/** Handles of those who are asked. */
export const readRequested = (pull: Fields): readonly string[] =>
  pull.list('requested_reviewers').map((one) => one.text('login'));

export const readTeams = (pull: Fields): readonly string[] =>
  pull.list('requested_reviewers_teams').map((one) => one.text('name'));

const verdicts: Readonly<Record<string, Verdict>> = {
  APPROVED: 'approved',
  REQUEST_CHANGES: 'changes-requested',
  COMMENT: 'commented',
};

/** None where it is a question instead of a review, is not sent yet, or is nobody's: of a team, or of an account that is gone. */
export function readReview(review: Fields): readonly Review[] {
  const handle = review.fieldsOrNull('user')?.text('login');
  const verdict = verdicts[review.text('state')];
  if (handle === undefined || verdict === undefined) return [];
  const commit = review.textOrNull('commit_id') ?? '';
  return [{ handle, verdict: review.flag('dismissed') ? 'dismissed' : verdict, commit: commit === '' ? null : commit }];
}
