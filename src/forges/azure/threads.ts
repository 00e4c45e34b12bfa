/** The comments of a pull request: the first of each thread. Source: *Pull Request Threads*. */
import { pathOf, type RestApi } from '../rest';
import type { ForgeComments } from '../keptComment';
import { fieldsOf } from '../shape';
import { idOf } from './pulls';

/** `pull`: the path of the request. Handles are ids here. */
export function threadsOf(
  api: RestApi,
  { pull, version }: { readonly pull: string; readonly version: string },
  signal?: AbortSignal,
): ForgeComments {
  const query = { 'api-version': version };
  const at = `${pull}/threads`;
  /** Thread → its first comment. */
  const firsts = new Map<number, number>();
  return {
    async list() {
      const threads = fieldsOf(await api.request('GET', at, { query }, signal), 'the answer').list('value');
      return threads.flatMap((thread) => {
        const [first] = thread.flag('isDeleted') ? [] : thread.list('comments');
        if (first === undefined || first.flag('isDeleted')) return [];
        const id = thread.number('id');
        firsts.set(id, first.number('id'));
        return [{ id, text: first.textOrNull('content') ?? '', author: idOf(first.fields('author')) }];
      });
    },
    async account() {
      // The version of this call has been a preview for ever.
      const preview = { 'api-version': `${version}-preview` };
      const data = await api.request('GET', '/_apis/connectionData', { query: preview }, signal);
      return idOf(fieldsOf(data, 'the connection').fields('authenticatedUser'));
    },
    write(content) {
      // A closed thread keeps nobody from merging where all threads must be resolved.
      const body = { comments: [{ parentCommentId: 0, content, commentType: 'text' }], status: 'closed' };
      return api.request('POST', at, { query, body }, signal);
    },
    edit: (id, content) =>
      api.request('PATCH', `${at}${pathOf(id, 'comments', firsts.get(id) ?? 1)}`, { query, body: { content } }, signal),
  };
}
