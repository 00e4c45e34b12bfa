/** Lists of pull requests, and of what one changes. Source: *Pullrequests* of its REST API; *Partial responses*. */
import { changedPaths } from '../changedPaths';
import type { ChangedPaths, ListedRequest } from '../forge';
import type { RestApi } from '../rest';
import { fieldsOf } from '../shape';
import { readState } from './cloudPulls';

/** As many as a page has at most. */
const perPage = 50;

/** `pulls`: the path of the requests. */
export async function openPulls(
  api: RestApi,
  pulls: string,
  atMost: number,
  signal?: AbortSignal,
): Promise<readonly ListedRequest[]> {
  // A list tells of no reviewers unless it is asked to.
  const fields = '+values.reviewers,+values.participants';
  const query = { state: 'OPEN', sort: '-updated_on', pagelen: Math.min(perPage, atMost), fields };
  const { values } = await api.upTo(atMost, pulls, query, signal);
  return values.map((value) => {
    const pull = fieldsOf(value, 'the request');
    const { request, requested, aliases = new Map<string, string>() } = readState(pull);
    return { ...request, requested, aliases, updated: pull.textOrNull('updated_on') };
  });
}

/** `pull`: the path of the request. */
export const diffstatOf = async (api: RestApi, pull: string, signal?: AbortSignal): Promise<ChangedPaths> =>
  changedPaths(await api.upTo(Infinity, `${pull}/diffstat`, {}, signal), (file) =>
    // What is added has no old side, what is removed no new one.
    ['new', 'old'].map((side) => file.fieldsOrNull(side)?.text('path') ?? null),
  );
