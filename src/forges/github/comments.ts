/** The comments of a pull request. Source: *REST API endpoints for issue comments*. */
import { ForgeError } from '../failure';
import type { ForgeComments } from '../keptComment';
import { fieldsOf } from '../shape';
import type { GithubApi } from './octokit';
import type { Place } from './reviewers';

export const commentsOf = (api: GithubApi, place: Place, number: number, signal?: AbortSignal): ForgeComments => ({
  async list() {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    return (await api.pages(route, { ...place, issue_number: number }, signal)).map((one) => {
      const comment = fieldsOf(one, 'a comment');
      const user = comment.fieldsOrNull('user');
      const isOfBot = user?.textOrNull('type') === 'Bot';
      const author = user?.text('login') ?? null;
      return { id: comment.number('id'), text: comment.textOrNull('body') ?? '', author, isOfBot };
    });
  },
  /** A token of an app, as in GitHub Actions, has no user. */
  async account() {
    try {
      return fieldsOf(await api.request('GET /user', {}, signal), 'the account').text('login');
    } catch (error) {
      if (!(error instanceof ForgeError) || error.failure.kind !== 'no-access') throw error;
      return null;
    }
  },
  write: (body) =>
    api.requestOnce(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...place, issue_number: number, body },
      signal,
    ),
  edit: (id, body) =>
    api.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, comment_id: id, body }, signal),
});
