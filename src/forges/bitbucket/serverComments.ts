/** The comments of a pull request of Bitbucket Data Center, which has them among all that happened. */
import { pathOf, type RestApi } from '../rest';
import type { ForgeComments } from '../keptComment';
import { fieldsOf } from '../shape';
import { nameOf } from './serverPulls';

/** `pull`: the path of the request. `self`: who asks, once something was answered. */
export function commentsOf(
  api: RestApi,
  { pull, self }: { readonly pull: string; readonly self: () => string | null },
  signal?: AbortSignal,
): ForgeComments {
  /** Only what is as it was read can be edited. */
  const versions = new Map<number, number>();
  return {
    async list() {
      const happened = await api.pages(`${pull}/activities`, { limit: 100 }, signal);
      return happened.flatMap((value) => {
        const comment = fieldsOf(value, 'an activity').fieldsOrNull('comment');
        if (comment === null) return [];
        const id = comment.number('id');
        versions.set(id, comment.integer('version'));
        return [{ id, text: comment.text('text'), author: nameOf(comment.fields('author')) }];
      });
    },
    account: () => Promise.resolve(self() ?? ''),
    write: (text) => api.request('POST', `${pull}/comments`, { body: { text } }, signal),
    edit: (id, text) =>
      api.request('PUT', `${pull}/comments${pathOf(id)}`, { body: { text, version: versions.get(id) ?? 0 } }, signal),
  };
}
