/** Asks reviewers on GitHub, which takes all of a call or nobody. */
import type { Refusal } from '../forge';
import { refusalOf } from '../refusal';
import type { GithubApi } from './octokit';

/** As many as GitHub takes in one call. */
const mostAtOnce = 15;

/** Asks people of a pull request: together, and one by one where GitHub refuses them together. */
export async function addReviewers(
  api: GithubApi,
  { host, place, number }: { readonly host: string; readonly place: Place; readonly number: number },
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Refusal[]> {
  const ask = async (reviewers: readonly string[]): Promise<void> => {
    const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
    await api.request(route, { ...place, pull_number: number, reviewers }, signal);
  };
  const refusals: Refusal[] = [];
  for (let at = 0; at < handles.length; at += mostAtOnce) {
    const together = handles.slice(at, at + mostAtOnce);
    const words = await refusalOf(() => ask(together), host, false);
    if (words === null) continue;
    for (const handle of together) {
      // Somebody was asked already, so what goes wrong now is told of each and ends nothing.
      const single = together.length === 1 ? words : await refusalOf(() => ask([handle]), host, true);
      if (single !== null) refusals.push({ handle, words: single });
    }
  }
  return refusals;
}

export interface Place {
  readonly owner: string;
  readonly repo: string;
}
