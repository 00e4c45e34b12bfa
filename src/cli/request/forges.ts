/** The forges that the environment has tokens for. */
import type { ForgeKind, Remote } from '../../core';
import type { ForgeClient } from '../../forges';
import { CliError } from '../io';
import { azure } from './azure';
import { bitbucket, bitbucketServer } from './bitbucket';
import type { ForgeOfEnvironment } from './forgeOfEnvironment';
import { gerrit } from './gerrit';
import { gitea } from './gitea';
import { github } from './github';
import { gitlab } from './gitlab';
import type { Environment, Job, TokenPlace } from './place';

/** Where several are on one host the first counts. */
const forges: readonly ForgeOfEnvironment[] = [github, gitlab, gitea, gerrit, azure, bitbucketServer, bitbucket];

/** A forge, and where its token belongs. */
interface PlacedForge {
  readonly forge: ForgeOfEnvironment;
  readonly place: TokenPlace | null;
}

export type ForgePlaces = readonly PlacedForge[];

/** Throws `CliError` for variables that are no addresses. */
export const forgePlaces = (env: Environment): ForgePlaces =>
  forges.map((forge) => ({ forge, place: forge.place(env) }));

/** Whether a job of a forge runs this. What it has checked out was written by whoever made the change. */
export const isInJob = (env: Environment): boolean => forges.some((forge) => forge.isJob(env));

/** What the hosts of the tokens run, with the folders of forges that live in one. */
export const hostsOf = (places: ForgePlaces): ReadonlyMap<string, ForgeKind> =>
  new Map(
    places
      .toReversed()
      .flatMap(({ forge, place }) => (place === null ? [] : [[placeName(place), forge.kind] as const])),
  );

/** `git.acme.example`, `acme.example/git`. */
const placeName = ({ host, site }: TokenPlace): string => host + new URL(site).pathname.replace(/\/+$/, '');

/** The job that runs this; `null` where none does. Throws `CliError` where it does not say what for. */
export async function jobOf(env: Environment, places: ForgePlaces): Promise<Job | null> {
  const running = places.filter(({ forge }) => forge.isJob(env));
  for (const { forge, place } of running) {
    const job = await forge.job(env, place);
    if (job !== null) return job;
  }
  if (running.length > 0) throw new CliError('This job does not say which project it runs for.');
  return null;
}

/** A client for the forge that requests go to. Throws as `ForgeOfEnvironment.client` does. */
export function clientFor(into: Remote, places: ForgePlaces, env: Environment): ForgeClient {
  const found = places.find(({ forge }) => forge.kind === into.kind);
  if (found !== undefined) return found.forge.client(into, found.place, env);
  throw new CliError(
    `It is not known what ${into.host} runs. For a server of your own set GITHUB_API_URL, CI_SERVER_HOST, GITEA_SERVER_URL, GERRIT_URL, SYSTEM_COLLECTIONURI or BITBUCKET_SERVER_URL.`,
  );
}
