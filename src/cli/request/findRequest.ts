/** The open request that a change belongs to. */
import type { Remote } from '../../core';
import {
  changeIdOf,
  failureText,
  ForgeError,
  pickRequest,
  type ForgeClient,
  type OpenRequest,
  type RequestState,
} from '../../forges';
import { readMessage } from '../../node/message';
import { readRoute } from '../../node/route';
import type { ChangeAtHand } from '../changeAtHand';
import { CliError, type Io } from '../io';
import { clientFor, forgePlaces, hostsOf, jobOf } from './forges';
import type { Job } from './place';

export type FoundRequest = { readonly client: ForgeClient; readonly isInJob: boolean } & (
  | { readonly kind: 'one'; readonly state: RequestState }
  | { readonly kind: 'none'; readonly branch: string }
  | { readonly kind: 'several'; readonly requests: readonly OpenRequest[] }
);

/** Asks the forge; sends nothing. Throws `CliError` where it cannot be asked. */
export async function findRequest(at: ChangeAtHand, io: Io, signal: AbortSignal): Promise<FoundRequest> {
  const places = forgePlaces(io.env);
  const job = await jobOf(io.env, places);
  const { into, intoBranch, from } = job === null ? await routeByGit(at, hostsOf(places)) : routeOfJob(job, at);
  // A token that would travel in the clear is the first thing that can go wrong.
  return orCliError(into.host, async () => {
    const client = clientFor(into, places, io.env);
    const found = { client, isInJob: job !== null };
    if (job !== null && job.number !== null)
      return { ...found, kind: 'one', state: await client.readRequest(job.number, signal) };
    const { commit } = at.change.head;
    const changeId = into.kind === 'gerrit' ? changeIdOf((await readMessage(at.folder, commit)) ?? '') : null;
    const requests = await client.findRequests({ from, commit, changeId }, signal);
    const picked = pickRequest(requests, intoBranch);
    if (picked.kind === 'none') return { ...found, kind: 'none', branch: from.branch };
    if (picked.kind === 'several') return { ...found, ...picked };
    return { ...found, kind: 'one', state: await client.readRequest(picked.request.number, signal) };
  });
}

/** What a forge client rejects with, as the one line that a command ends with. */
export async function orCliError<T>(host: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ForgeError ? new CliError(failureText(error.failure, host)) : error;
  }
}

interface Route {
  readonly into: Remote;
  /** As far as it is known: what the change is compared with. */
  readonly intoBranch: string;
  readonly from: { readonly remote: Remote; readonly branch: string };
}

/** The environment alone says it: what is checked out was written by whoever made the change. */
function routeOfJob({ project, number, branch }: Job, { change }: ChangeAtHand): Route {
  if (branch === null && number === null)
    throw new CliError('This job runs neither for a pull request nor for a branch, so there is no request to ask in.');
  const ref = change.base?.ref ?? '';
  return {
    into: project,
    intoBranch: ref.slice(ref.indexOf('/') + 1),
    from: { remote: project, branch: branch ?? '' },
  };
}

async function routeByGit({ folder, change }: ChangeAtHand, hosts: Parameters<typeof readRoute>[2]): Promise<Route> {
  if (change.head.branch === null)
    throw new CliError('No branch is checked out, so it is not known which request is meant. Switch to its branch.');
  const route = await readRoute(folder, change, hosts);
  if (route === undefined)
    throw new CliError(`There is no remote to which a request from ${change.head.branch} could go.`);
  return { into: route.into.remote, intoBranch: route.into.branch, from: route.from };
}
