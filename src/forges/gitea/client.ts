/** Gitea and Forgejo, Codeberg among them. Source: their *API*, the parts *repository* and *issue*. */
import type { Remote } from '../../core';
import { askedAmong } from '../asked';
import { oneLine, type ForgeFailure } from '../failure';
import { isSameHandle, type ForgeClient, type OpenRequest, type RequestSearch } from '../forge';
import { lastWords } from '../lastWords';
import { pathOf, restApi, type RestOptions } from '../rest';
import { usualWords, type RestAnswer } from '../restAnswer';
import { keepComment, type ForgeComments } from '../keptComment';
import { fieldsOf, type Fields } from '../shape';
import type { ForgeToken } from '../token';
import { filesOf, lastChangedFirst, openPulls, perPage } from './lists';
import { readPull, readRequested, readReview, readTeams } from './pulls';
import { addReviewers } from './reviewers';

/** `remote`: where requests go to. `token`: of `giteaToken`. */
export function giteaClient(token: ForgeToken, remote: Remote, options: RestOptions = {}): ForgeClient {
  const api = restApi(token, {}, options);
  const asking = restApi(token, { failureOf: unknownName }, options);
  const [owner = '', repo = ''] = remote.path.split('/');
  const inProject = (...parts: readonly (string | number)[]): string => pathOf('repos', owner, repo, ...parts);

  const read = async (path: string, where: string, signal?: AbortSignal): Promise<Fields> =>
    fieldsOf(await api.request('GET', path, {}, signal), where);
  const readPullAt = (number: number, signal?: AbortSignal): Promise<Fields> =>
    read(inProject('pulls', number), 'the request', signal);

  const comments = (number: number, signal?: AbortSignal): ForgeComments => ({
    async list() {
      const values = await api.pages(inProject('issues', number, 'comments'), {}, signal);
      return values.map((value) => {
        const comment = fieldsOf(value, 'a comment');
        const author = comment.fieldsOrNull('user')?.text('login') ?? null;
        return { id: comment.number('id'), text: comment.textOrNull('body') ?? '', author };
      });
    },
    account: async () => (await read('/user', 'the account', signal)).text('login'),
    write: (body) => api.request('POST', inProject('issues', number, 'comments'), { body: { body } }, signal),
    edit: (id, body) => api.request('PATCH', inProject('issues', 'comments', id), { body: { body } }, signal),
  });

  return {
    kind: 'gitea',
    host: token.host,
    project: remote.path,
    async findRequests(search, signal) {
      // `pulls/{base}/{head}` gives one of several, be it closed, and none where the base has a slash in its name.
      const all = await api.pages(inProject('pulls'), { ...lastChangedFirst, limit: perPage }, signal);
      return pick(
        all.map((one) => readPull(fieldsOf(one, 'the request'))),
        search,
      );
    },
    async readRequest(number, signal) {
      const pull = await readPullAt(number, signal);
      const all = await api.pages(inProject('pulls', number, 'reviews'), { limit: perPage }, signal);
      const reviews = lastWords(all.flatMap((one) => readReview(fieldsOf(one, 'a review'))));
      return { request: readPull(pull), requested: readRequested(pull), requestedTeams: readTeams(pull), reviews };
    },
    async mayAsk(signal) {
      const rights = (await read(inProject(), 'the project', signal)).fieldsOrNull('permissions');
      return rights === null ? null : rights.flag('push') || rights.flag('admin');
    },
    addReviewers: (number, handles, signal) =>
      addReviewers(
        token.host,
        // Who is asked already is passed over, so it may be sent twice.
        (reviewers) =>
          asking.request(
            'POST',
            inProject('pulls', number, 'requested_reviewers'),
            { body: { reviewers }, mayRepeat: true },
            signal,
          ),
        async () => readRequested(await readPullAt(number, signal)),
        handles,
      ),
    writeComment: (number, comment, signal) => keepComment(comments(number, signal), comment),
    openRequests: (atMost, signal) => openPulls(api, inProject('pulls'), atMost, signal),
    changedPaths: ({ number }, signal) => filesOf(api, inProject('pulls', number), signal),
    async withdraw(number, handles, signal) {
      // Whoever has reviewed is not asked any more.
      const requested = readRequested(await readPullAt(number, signal));
      const reviewers = askedAmong({ requested }, handles);
      if (reviewers.length === 0) return;
      await api.request('DELETE', inProject('pulls', number, 'requested_reviewers'), { body: { reviewers } }, signal);
    },
    // Neither has a status of people, nor a list that tells who reviewed.
    busyAmong: () => Promise.resolve([]),
    pastReviews: () => Promise.resolve([]),
  };
}

/** Those of the branch; where there are none, those of the commit, whose branch has another name there. */
function pick(open: readonly OpenRequest[], { from, commit }: RequestSearch): readonly OpenRequest[] {
  const found = open.filter(
    // A copy that is gone has no name any more: then the branch's name alone tells.
    (pull) =>
      pull.from.branch === from.branch &&
      (pull.from.project === null || isSameHandle(pull.from.project, from.remote.path)),
  );
  return found.length > 0 ? found : open.filter((pull) => pull.from.commit === commit);
}

/** Of the request and the project it is known that they are there: what is not found is a name. */
const unknownName = ({ status, data }: RestAnswer): ForgeFailure | null =>
  status === 404 ? { kind: 'refused', words: oneLine(usualWords(data)) } : null;
