/** Asks reviewers on Azure DevOps, one by one. */
import { askedAmong } from '../asked';
import { isSameHandle, type Refusal } from '../forge';
import { refusalOf } from '../refusal';
import { pathOf, type RestApi } from '../rest';
import { fieldsOf } from '../shape';
import type { PullList } from './lists';
import { handleOf, personCalled, type FoundPerson } from './people';
import { idOf, readState } from './pulls';

export interface PullPlace {
  readonly host: string;
  /** `/Shop/_apis/git/repositories/shop`. */
  readonly repository: string;
  readonly number: number;
  readonly version: string;
}

/** `learn`: told the id of whoever was looked up by a name. */
export async function addReviewers(
  { git, identities }: { readonly git: RestApi; readonly identities: RestApi },
  { host, repository, number, version }: PullPlace,
  { handles, required }: { readonly handles: readonly string[]; readonly required: readonly string[] },
  learn: (name: string, id: string) => void,
  signal?: AbortSignal,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const people: { readonly handle: string; readonly id: string }[] = [];
  for (const handle of handles) {
    const found: FoundPerson = await personCalled(identities, handle, version, signal);
    if (found.kind === 'none') refusals.push({ handle, words: found.words });
    else {
      people.push({ handle, id: found.id });
      learn(handle, found.id);
    }
  }
  const query = { 'api-version': version };
  // As late as can be: whoever is there is left alone, since being asked anew would take their vote back.
  const pull = fieldsOf(
    await git.request('GET', `${repository}/pullrequests${pathOf(number)}`, { query }, signal),
    'the request',
  );
  const there = new Set(pull.list('reviewers').map(idOf));
  const author = idOf(pull.fields('createdBy'));
  let isAnyAsked = false;
  for (const { handle, id } of people) {
    if (id === author) refusals.push({ handle, words: 'They opened the request.' });
    if (id === author || there.has(id)) continue;
    const body = { vote: 0, ...(required.some((one) => isSameHandle(one, handle)) && { isRequired: true }) };
    const path = `${repository}/pullRequests${pathOf(number, 'reviewers', id)}`;
    const words = await refusalOf(() => git.request('PUT', path, { query, body }, signal), host, isAnyAsked);
    if (words !== null) refusals.push({ handle, words });
    isAnyAsked ||= words === null;
    there.add(id);
  }
  return refusals;
}

/** Takes people back who have not voted yet, one by one. */
export async function withdraw(
  git: RestApi,
  { remote, repository, version, learnt }: PullList,
  { number, handles }: { readonly number: number; readonly handles: readonly string[] },
  signal?: AbortSignal,
): Promise<void> {
  const query = { 'api-version': version };
  const answer = await git.request('GET', `${repository}/pullrequests${pathOf(number)}`, { query }, signal);
  const pull = fieldsOf(answer, 'the request');
  const going = askedAmong(readState(pull, remote, learnt), handles);
  for (const one of pull.list('reviewers').filter((reviewer) => going.includes(handleOf(reviewer))))
    await git.request(
      'DELETE',
      `${repository}/pullRequests${pathOf(number, 'reviewers', idOf(one))}`,
      { query },
      signal,
    );
}
