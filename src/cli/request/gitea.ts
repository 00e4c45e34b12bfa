/** What the environment says of Gitea and Forgejo. Nothing of a checkout is looked at here. */
import { giteaApi, giteaClient, giteaToken } from '../../forges';
import { actionsJob } from './actions';
import { placeFor, type ForgeOfEnvironment } from './forgeOfEnvironment';
import { addressIn, secretIn, type Environment, type TokenPlace } from './place';

/** Whether a job of Gitea or Forgejo runs this, in which the variables of GitHub speak of it. */
export const isGiteaJob = (env: Environment): boolean =>
  env['GITEA_ACTIONS'] === 'true' || env['FORGEJO_ACTIONS'] === 'true';

/**
 * The token belongs to the host of `GITEA_SERVER_URL`, in a job to the one of `GITHUB_SERVER_URL`, else to codeberg.org, and
 * nowhere else. Throws `CliError` for what is no address.
 */
function giteaPlace(env: Environment): TokenPlace {
  const name = isGiteaJob(env) ? 'GITHUB_SERVER_URL' : 'GITEA_SERVER_URL';
  const server = addressIn(env, name, 'https://codeberg.org');
  const site = server?.href.replace(/\/+$/, '') ?? 'https://codeberg.org';
  return { host: server?.hostname ?? 'codeberg.org', api: giteaApi({ site }), site };
}

export const gitea: ForgeOfEnvironment = {
  kind: 'gitea',
  place: giteaPlace,
  isJob: isGiteaJob,
  job: (env, place) => (place === null ? null : actionsJob('gitea', env, place)),
  client(into, place, env) {
    const own = placeFor(into, place, 'GITEA_TOKEN', `Set GITEA_SERVER_URL to https://${into.host}.`);
    return giteaClient(giteaToken({ kind: 'gitea', ...own }, secretIn(env, 'GITEA_TOKEN', into.host)), into);
  },
};
