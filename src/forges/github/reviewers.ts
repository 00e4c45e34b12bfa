/** Asks reviewers on GitHub, which takes all of a call or nobody. */
import { askedAmong } from '../asked';
import type { Refusal } from '../forge';
import { refusalOf } from '../refusal';
import type { GithubApi } from './octokit';
import { readRequested } from './pulls';

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

/** Takes back people of a pull request. Whoever has reviewed is not asked any more, and so is left out. */
export async function withdraw(
  api: GithubApi,
  { place, number }: { readonly place: Place; readonly number: number },
  handles: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const of = { ...place, pull_number: number };
  const pull = await api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', of, signal);
  const reviewers = askedAmong(readRequested(pull), handles);
  if (reviewers.length === 0) return;
  const route = 'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
  await api.request(route, { ...of, reviewers }, signal);
}

export interface Place {
  readonly owner: string;
  readonly repo: string;
}
