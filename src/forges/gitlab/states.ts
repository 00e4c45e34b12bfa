/** Who is asked of a merge request, and what those who reviewed say. Source: *Merge request approvals API*. */
import { ForgeError } from '../failure';
import { isSameHandle, type RequestState, type Review, type Verdict } from '../forge';
import type { RestApi } from '../rest';
import { fieldsOf, listOf, type Fields } from '../shape';

const verdicts: Readonly<Record<string, Verdict>> = {
  approved: 'approved',
  requested_changes: 'changes-requested',
  reviewed: 'commented',
};

/** `at`: the path of the request; `request`: what is there. */
export async function readReviewers(
  api: RestApi,
  at: string,
  request: Fields,
  signal?: AbortSignal,
): Promise<Pick<RequestState, 'requested' | 'requestedTeams' | 'reviews'>> {
  const [listed, approvals] = await Promise.all(
    ['reviewers', 'approvals'].map((part) => whereThere(api, `${at}/${part}`, signal)),
  );
  // Older servers list people without what they have done.
  const reviewers =
    (listed ?? null) === null
      ? request.list('reviewers').map((user) => ({ handle: user.text('username'), state: '' }))
      : listOf(listed, 'the reviewers').map((one) => ({
          handle: one.fields('user').text('username'),
          state: one.textOrNull('state') ?? '',
        }));
  const hasApprovals = (approvals ?? null) !== null;
  const approvers = hasApprovals ? fieldsOf(approvals, 'the approvals').list('approved_by') : [];
  const approved = approvers.map((one) => one.fields('user').text('username'));

  const verdictOf = ({ handle, state }: { readonly handle: string; readonly state: string }): Verdict | null => {
    if (approved.some((one) => isSameHandle(one, handle))) return 'approved';
    // An approval that is not among the approvals was taken back.
    return hasApprovals && state === 'approved' ? null : (verdicts[state] ?? null);
  };
  const others = approved.filter((handle) => !reviewers.some((one) => isSameHandle(one.handle, handle)));
  return {
    // Whatever else GitLab says of them, they are listed: `unreviewed`, `review_started`, `unapproved`.
    requested: reviewers.filter((one) => verdictOf(one) === null).map(({ handle }) => handle),
    requestedTeams: [],
    reviews: [
      ...reviewers.flatMap((one) => review(one.handle, verdictOf(one))),
      ...others.flatMap((handle) => review(handle, 'approved')),
    ],
  };
}

const review = (handle: string, verdict: Verdict | null): readonly Review[] =>
  verdict === null ? [] : [{ handle, verdict, commit: null }];

/** `null` where the server has no such list, of a request that can be read. */
async function whereThere(api: RestApi, path: string, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await api.request('GET', path, {}, signal);
  } catch (error) {
    if (error instanceof ForgeError && error.failure.kind === 'no-access') return null;
    throw error;
  }
}
