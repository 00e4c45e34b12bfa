/** What is seen of the open request for review of a branch. */
import type { Remote } from '../../core';
import { changeIdOf, pickRequest, type ForgeClient, type OpenRequest, type RequestState } from '../../forges';
import { readMessage } from '../../node/message';
import type { Route } from '../../node/route';
import type { ReadyReview } from '../review/review';

export type Sight =
  /** Nobody is signed in there. */
  | { readonly kind: 'signed-out'; readonly remote: Remote }
  /** The branch has no open request. */
  | { readonly kind: 'none'; readonly remote: Remote }
  | { readonly kind: 'several'; readonly remote: Remote; readonly requests: readonly OpenRequest[] }
  | { readonly kind: 'one'; readonly remote: Remote; readonly state: RequestState }
  /** `text`: one sentence for the user; holds words of the forge. */
  | { readonly kind: 'failed'; readonly remote: Remote; readonly text: string };

/** Looks for the open request of a change that goes that route. Rejects with a `ForgeError`. */
export async function lookFor(
  client: ForgeClient,
  { repository, change }: ReadyReview,
  { from, into }: Route,
  signal?: AbortSignal,
): Promise<Sight> {
  const { remote } = into;
  const { commit } = change.head;
  // Gerrit knows a change by a line of its message.
  const message = remote.kind === 'gerrit' ? await readMessage(repository.base.fsPath, commit) : null;
  const changeId = message === null ? null : changeIdOf(message);
  const found = pickRequest(await client.findRequests({ from, commit, changeId }, signal), into.branch);
  if (found.kind === 'none') return { kind: 'none', remote };
  if (found.kind === 'several') return { kind: 'several', remote, requests: found.requests };
  return { kind: 'one', remote, state: await client.readRequest(found.request.number, signal) };
}
