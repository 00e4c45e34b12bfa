/**
 * Asks reviewers on Gitea and Forgejo, which add: a name that is unknown fails the whole call before anything happens, a
 * person who cannot be asked ends it after those before them were. Source: *repoCreatePullReviewRequests* of their API.
 */
import { isSameHandle, type Refusal } from '../forge';
import { refusalOf } from '../refusal';

/** `ask`: asks several at once. `readRequested`: who is asked by now. */
export async function addReviewers(
  host: string,
  ask: (handles: readonly string[]) => Promise<unknown>,
  readRequested: () => Promise<readonly string[]>,
  handles: readonly string[],
): Promise<readonly Refusal[]> {
  const words = await refusalOf(() => ask(handles), host, false);
  if (words === null) return [];
  const [only, ...others] = handles;
  if (only !== undefined && others.length === 0) return [{ handle: only, words }];

  const requested = await readRequested();
  const refusals: Refusal[] = [];
  for (const handle of handles) {
    if (requested.some((one) => isSameHandle(one, handle))) continue;
    // Somebody may be asked by now, so what goes wrong is told of each and ends nothing.
    const single = await refusalOf(() => ask([handle]), host, true);
    if (single !== null) refusals.push({ handle, words: single });
  }
  return refusals;
}
