/** Asks reviewers on GitHub, which takes all of a call or nobody. */
import { failureText, ForgeError } from '../failure';
import type { Refusal } from '../forge';
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

/** The words of a refusal; `null` where there is none. `isAnyTold`: other trouble is put in words as well. */
async function refusalOf(work: () => Promise<void>, host: string, isAnyTold: boolean): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    if (error.failure.kind === 'refused') return error.failure.words;
    if (isAnyTold) return failureText(error.failure, host);
    throw error;
  }
}
