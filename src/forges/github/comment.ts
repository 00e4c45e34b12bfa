/** The one comment of ours on a pull request. */
import { ForgeError } from '../failure';
import { isSameHandle, type CommentOutcome, type MarkedComment } from '../forge';
import { fieldsOf, type Fields } from '../shape';
import type { GithubApi } from './octokit';
import type { Place } from './reviewers';

/** Writes or edits it. A comment of somebody else is never touched, whatever it begins with. */
export async function writeComment(
  api: GithubApi,
  { place, number }: { readonly place: Place; readonly number: number },
  { marker, text, closing }: MarkedComment,
  signal?: AbortSignal,
): Promise<CommentOutcome> {
  const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const comments = (await api.pages(list, { ...place, issue_number: number }, signal)).map((one) =>
    fieldsOf(one, 'a comment'),
  );
  const marked = comments.filter((comment) => comment.textOrNull('body')?.startsWith(marker) === true);
  const isOurs = marked.length === 0 ? () => false : await ownership(api, signal);
  const ours = marked.find(isOurs);
  if (ours === undefined) {
    if (text === null) return 'unchanged';
    const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    await api.requestOnce(create, { ...place, issue_number: number, body: text }, signal);
    return 'written';
  }
  const body = text ?? closing;
  // GitHub gives line ends back as it likes.
  if (ours.textOrNull('body')?.replaceAll('\r\n', '\n').trimEnd() === body) return 'unchanged';
  const edit = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
  await api.request(edit, { ...place, comment_id: ours.number('id'), body }, signal);
  return 'edited';
}

/** Tells whose comments are ours. A token of an app, as in GitHub Actions, has no user; then those of bots are. */
async function ownership(api: GithubApi, signal: AbortSignal | undefined): Promise<(comment: Fields) => boolean> {
  try {
    const login = fieldsOf(await api.request('GET /user', {}, signal), 'the account').text('login');
    return (comment) => isSameHandle(comment.fieldsOrNull('user')?.text('login') ?? '', login);
  } catch (error) {
    if (!(error instanceof ForgeError) || error.failure.kind !== 'no-access') throw error;
    return (comment) => comment.fieldsOrNull('user')?.text('type') === 'Bot';
  }
}
