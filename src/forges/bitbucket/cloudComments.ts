/** The comments of a pull request of Bitbucket in the cloud. */
import { ForgeError } from '../failure';
import { pathOf, type RestApi } from '../rest';
import type { ForgeComments } from '../keptComment';
import { fieldsOf, type Fields } from '../shape';
import { uuidOf } from './cloudPeople';

/** What all machines are called here: a token of a repository cannot ask who it is, and nobody can edit what others say. */
const machine = 'machine';

const authorOf = (user: Fields): string => (user.textOrNull('type') === 'user' ? uuidOf(user) : machine);

/** `pull`: the path of the request. Handles are UUIDs here. */
export const commentsOf = (api: RestApi, pull: string, signal?: AbortSignal): ForgeComments => ({
  async list() {
    const all = await api.pages(`${pull}/comments`, { pagelen: 100 }, signal);
    return all.flatMap((value) => {
      const comment = fieldsOf(value, 'a comment');
      if (comment.flag('deleted')) return [];
      const user = comment.fieldsOrNull('user');
      const text = comment.fieldsOrNull('content')?.textOrNull('raw') ?? '';
      return [{ id: comment.number('id'), text, author: user === null ? null : authorOf(user) }];
    });
  },
  async account() {
    try {
      return authorOf(fieldsOf(await api.request('GET', '/user', {}, signal), 'the account'));
    } catch (error) {
      if (!(error instanceof ForgeError) || error.failure.kind !== 'no-access') throw error;
      return machine;
    }
  },
  write: (raw) => api.request('POST', `${pull}/comments`, { body: { content: { raw } } }, signal),
  edit: (id, raw) => api.request('PUT', `${pull}/comments${pathOf(id)}`, { body: { content: { raw } } }, signal),
});
