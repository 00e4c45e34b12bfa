/** Reads pull requests of Bitbucket Data Center. Source: *Pull Requests* of its REST API. */
import type { OpenRequest, RequestState, Review } from '../forge';
import type { Fields } from '../shape';

/** The name they sign in with. */
export const nameOf = (user: Fields): string => user.text('name');

/** `SHOP/shop`, `~zoe/shop`. */
const projectOf = (ref: Fields): string => {
  const repository = ref.fields('repository');
  return `${repository.fields('project').text('key')}/${repository.text('slug')}`;
};

export interface ServerPull {
  readonly request: OpenRequest;
  readonly intoProject: string;
}

export function readPull(pull: Fields): ServerPull {
  const [from, into] = [pull.fields('fromRef'), pull.fields('toRef')];
  const request: OpenRequest = {
    number: pull.number('id'),
    title: pull.text('title'),
    url: pull.fields('links').list('self')[0]?.text('href') ?? '',
    author: nameOf(pull.fields('author').fields('user')),
    isDraft: pull.flag('draft'),
    from: { project: projectOf(from), branch: from.text('displayId'), commit: from.text('latestCommit') },
    into: { branch: into.text('displayId') },
  };
  return { request, intoProject: projectOf(into) };
}

export function readState(pull: Fields): RequestState {
  const reviewers = pull.list('reviewers');
  const reviews = reviewers.flatMap(readReview);
  const users = [pull.fields('author'), ...reviewers].map((one) => one.fields('user'));
  return {
    request: readPull(pull).request,
    requested: reviewers
      .map((one) => nameOf(one.fields('user')))
      .filter((name) => !reviews.some(({ handle }) => handle === name)),
    // A group is taken apart when it is asked.
    requestedTeams: [],
    reviews,
    aliases: new Map(
      users.flatMap((user) =>
        [user.textOrNull('slug'), user.textOrNull('emailAddress')].flatMap((other) =>
          other === null ? [] : [[other.toLowerCase(), nameOf(user)] as const],
        ),
      ),
    ),
  };
}

function readReview(reviewer: Fields): readonly Review[] {
  const status = reviewer.textOrNull('status');
  const handle = nameOf(reviewer.fields('user'));
  const commit = reviewer.textOrNull('lastReviewedCommit');
  if (status === 'APPROVED') return [{ handle, verdict: 'approved', commit }];
  return status === 'NEEDS_WORK' ? [{ handle, verdict: 'changes-requested', commit }] : [];
}
