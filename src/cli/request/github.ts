/** What the environment says of GitHub. Nothing of a checkout is looked at here. */
import { bindToken, githubApi, githubClient, hostOfGithubApi } from '../../forges';
import { actionsJob } from './actions';
import { placeFor, type ForgeOfEnvironment } from './forgeOfEnvironment';
import { isGiteaJob } from './gitea';
import { githubPipeline, isPipelineOf } from './pipelines';
import { addressIn, secretIn, type Environment, type TokenPlace } from './place';

/**
 * The token belongs to the host of `GITHUB_API_URL`, else to github.com, and nowhere else. Throws `CliError` for what is no
 * address.
 */
function githubPlace(env: Environment): TokenPlace {
  const api = addressIn(env, 'GITHUB_API_URL', 'https://api.github.com');
  if (api === null) {
    const site = 'https://github.com';
    return { host: 'github.com', api: githubApi({ host: 'github.com', site }), site };
  }
  const host = hostOfGithubApi(api);
  const port = api.port === '' ? '' : `:${api.port}`;
  return { host, api: api.href.replace(/\/+$/, ''), site: `${api.protocol}//${host}${port}` };
}

const isActionsJob = (env: Environment): boolean => env['GITHUB_ACTIONS'] === 'true' && !isGiteaJob(env);

/** What Azure Pipelines calls repositories that are on GitHub. */
const providers = ['GitHub', 'GitHubEnterprise'];

export const github: ForgeOfEnvironment = {
  kind: 'github',
  // In a job of Gitea the variables speak of that.
  place: (env) => githubPlace(isGiteaJob(env) ? {} : env),
  isJob: (env) => isActionsJob(env) || isPipelineOf(env, providers),
  job(env, place) {
    if (place === null) return null;
    return isActionsJob(env) ? actionsJob('github', env, place) : githubPipeline(env, place);
  },
  client(into, place, env) {
    const own = placeFor(into, place, 'GITHUB_TOKEN', `Set GITHUB_API_URL to the API of ${into.host}.`);
    return githubClient(bindToken({ kind: 'github', ...own }, secretIn(env, 'GITHUB_TOKEN', into.host)), into);
  },
};
