/** What the environment says of Gitea and Forgejo. Nothing of a checkout is looked at here. */
import type { Remote } from '../../core';
import { giteaApi, giteaToken, type ForgeToken } from '../../forges';
import { CliError } from '../io';
import { addressIn, secretIn, type Environment, type TokenPlace } from './place';

/** Whether a job of Gitea or Forgejo runs this, in which the variables of GitHub speak of it. */
export const isGiteaJob = (env: Environment): boolean =>
  env['GITEA_ACTIONS'] === 'true' || env['FORGEJO_ACTIONS'] === 'true';

/**
 * The token belongs to the host of `GITEA_SERVER_URL`, in a job to the one of `GITHUB_SERVER_URL`, else to codeberg.org, and
 * nowhere else. Throws `CliError` for what is no address.
 */
export function giteaPlace(env: Environment): TokenPlace {
  const name = isGiteaJob(env) ? 'GITHUB_SERVER_URL' : 'GITEA_SERVER_URL';
  const server = addressIn(env, name, 'https://codeberg.org');
  const site = server?.href.replace(/\/+$/, '') ?? 'https://codeberg.org';
  return { host: server?.hostname ?? 'codeberg.org', api: giteaApi({ site }), site };
}

/** Throws `CliError` without a token, and where the token would go to another host than its own. */
export function giteaTokenFor(remote: Remote, place: TokenPlace, env: Environment): ForgeToken {
  if (remote.host !== place.host)
    throw new CliError(
      `The request is on ${remote.host}, and GITEA_TOKEN belongs to ${place.host}. Set GITEA_SERVER_URL to https://${remote.host}.`,
    );
  return giteaToken({ kind: 'gitea', ...place }, secretIn(env, 'GITEA_TOKEN', remote.host));
}
