/** What the environment says of GitLab. Nothing of a checkout is looked at here. Source: *Predefined CI/CD variables*. */
import { gitlabApi, gitlabClient, gitlabToken } from '../../forges';
import { CliError } from '../io';
import { placeFor, type ForgeOfEnvironment } from './forgeOfEnvironment';
import { addressIn, numberIn, secretIn, textIn, type Environment, type Job, type TokenPlace } from './place';

/**
 * The token belongs to the host of `CI_API_V4_URL`, else to `CI_SERVER_HOST`, else to gitlab.com, and nowhere else. Throws
 * `CliError` for what is no address, and for two hosts.
 */
function gitlabPlace(env: Environment): TokenPlace {
  const named = textIn(env, 'CI_SERVER_HOST')?.toLowerCase() ?? null;
  if (named !== null && !/^[\w.-]+$/.test(named))
    throw new CliError('CI_SERVER_HOST is not a name such as gitlab.com.');
  const api = addressIn(env, 'CI_API_V4_URL', 'https://gitlab.com/api/v4');
  if (api === null) {
    const host = named ?? 'gitlab.com';
    return { host, api: gitlabApi({ site: `https://${host}` }), site: `https://${host}` };
  }
  if (named !== null && named !== api.hostname)
    throw new CliError(`CI_API_V4_URL is on ${api.hostname}, and CI_SERVER_HOST is ${named}.`);
  const address = api.href.replace(/\/+$/, '');
  return { host: api.hostname, api: address, site: address.replace(/\/api\/v4$/, '') };
}

/** `null` where the environment names no project. */
function gitlabJob(env: Environment, { host, site }: TokenPlace): Job | null {
  const path = textIn(env, 'CI_MERGE_REQUEST_PROJECT_PATH') ?? textIn(env, 'CI_PROJECT_PATH') ?? '';
  if (!/^[\w.-]+(\/[\w.-]+)+$/.test(path)) return null;
  return {
    project: { kind: 'gitlab', host, site, path },
    number: numberIn(env, 'CI_MERGE_REQUEST_IID'),
    branch: textIn(env, 'CI_COMMIT_BRANCH'),
  };
}

export const gitlab: ForgeOfEnvironment = {
  kind: 'gitlab',
  place: gitlabPlace,
  isJob: (env) => env['GITLAB_CI'] === 'true',
  job: (env, place) => (place === null ? null : gitlabJob(env, place)),
  client(into, place, env) {
    const own = placeFor(into, place, 'GITLAB_TOKEN', `Set CI_SERVER_HOST to ${into.host}.`);
    if (textIn(env, 'GITLAB_TOKEN') === null && textIn(env, 'CI_JOB_TOKEN') !== null)
      throw new CliError(
        `Set GITLAB_TOKEN to an access token with the scope "api" on ${into.host}: the token of a job cannot ask anybody.`,
      );
    return gitlabClient(gitlabToken({ kind: 'gitlab', ...own }, secretIn(env, 'GITLAB_TOKEN', into.host)), into);
  },
};
