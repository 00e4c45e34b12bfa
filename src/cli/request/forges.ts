/** The forges that the environment has tokens for. */
import type { ForgeKind, Remote } from '../../core';
import { giteaClient, githubClient, gitlabClient, type ForgeClient } from '../../forges';
import { CliError } from '../io';
import { giteaPlace, giteaTokenFor, isGiteaJob } from './gitea';
import { actionsJob, githubPlace, githubTokenFor } from './github';
import { gitlabJob, gitlabPlace, gitlabTokenFor } from './gitlab';
import type { Environment, Job, TokenPlace } from './place';

export interface ForgePlaces {
  readonly github: TokenPlace;
  readonly gitlab: TokenPlace;
  readonly gitea: TokenPlace;
}

/** Throws `CliError` for variables that are no addresses. */
export const forgePlaces = (env: Environment): ForgePlaces => ({
  github: githubPlace(isGiteaJob(env) ? {} : env),
  gitlab: gitlabPlace(env),
  gitea: giteaPlace(env),
});

/** What the hosts of the tokens run. */
export const hostsOf = ({ github, gitlab, gitea }: ForgePlaces): ReadonlyMap<string, ForgeKind> =>
  new Map([
    [gitea.host, 'gitea'],
    [gitlab.host, 'gitlab'],
    [github.host, 'github'],
  ]);

/** The job that runs this; `null` where none does. */
export async function jobOf(env: Environment, { github, gitlab, gitea }: ForgePlaces): Promise<Job | null> {
  if (isGiteaJob(env)) return actionsJob('gitea', env, gitea);
  return gitlabJob(env, gitlab) ?? actionsJob('github', env, github);
}

/**
 * A client for the forge that requests go to. Throws `CliError` where there is no token for it, and `ForgeError` where the
 * token cannot be used.
 */
export function clientFor(into: Remote, places: ForgePlaces, env: Environment): ForgeClient {
  switch (into.kind) {
    case 'github':
      return githubClient(githubTokenFor(into, places.github, env), into);
    case 'gitlab':
      return gitlabClient(gitlabTokenFor(into, places.gitlab, env), into);
    case 'gitea':
      return giteaClient(giteaTokenFor(into, places.gitea, env), into);
    default:
      throw new CliError(
        `${into.host} is not known to run GitHub, GitLab, Gitea or Forgejo. For a server of your own set GITHUB_API_URL, CI_API_V4_URL or GITEA_SERVER_URL.`,
      );
  }
}
