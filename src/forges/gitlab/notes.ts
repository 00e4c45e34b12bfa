/** The comments of a merge request. Source: *Notes API*. */
import type { RestApi } from '../rest';
import type { ForgeComments } from '../keptComment';
import { fieldsOf } from '../shape';

/** `at`: the path of the notes. */
export const notesOf = (api: RestApi, at: string, signal?: AbortSignal): ForgeComments => ({
  async list() {
    const notes = await api.pages(at, { sort: 'asc', per_page: 100 }, signal);
    return notes.map((value) => {
      const note = fieldsOf(value, 'a comment');
      const author = note.fieldsOrNull('author')?.text('username') ?? null;
      return { id: note.number('id'), text: note.textOrNull('body') ?? '', author };
    });
  },
  account: async () => fieldsOf(await api.request('GET', '/user', {}, signal), 'the account').text('username'),
  write: (body) => api.request('POST', at, { body: { body } }, signal),
  edit: (id, body) => api.request('PUT', `${at}/${id}`, { body: { body } }, signal),
});
