/** What the environment says of GitHub. Nothing of a checkout is looked at here. */
import { readFile } from 'node:fs/promises';
import type { Remote } from '../../core';
import { bindToken, githubApi, hostOfGithubApi, type ForgeToken } from '../../forges';
import { CliError } from '../io';
import { addressIn, secretIn, type Environment, type Job, type TokenPlace } from './place';

/**
 * The token belongs to the host of `GITHUB_API_URL`, else to github.com, and nowhere else. Throws `CliError` for what is no
 * address.
 */
export function githubPlace(env: Environment): TokenPlace {
  const api = addressIn(env, 'GITHUB_API_URL', 'https://api.github.com');
  if (api === null) {
    const site = 'https://github.com';
    return { host: 'github.com', api: githubApi({ host: 'github.com', site }), site };
  }
  const host = hostOfGithubApi(api);
  const port = api.port === '' ? '' : `:${api.port}`;
  return { host, api: api.href.replace(/\/+$/, ''), site: `${api.protocol}//${host}${port}` };
}

/** Throws `CliError` without a token, and where the token would go to another host than its own. */
export function githubTokenFor(remote: Remote, place: TokenPlace, env: Environment): ForgeToken {
  if (remote.host !== place.host)
    throw new CliError(
      `The request is on ${remote.host}, and GITHUB_TOKEN belongs to ${place.host}. Set GITHUB_API_URL to the API of ${remote.host}.`,
    );
  return bindToken({ kind: 'github', ...place }, secretIn(env, 'GITHUB_TOKEN', remote.host));
}

/** `null` elsewhere than in a job of GitHub Actions, or of the one of Gitea and Forgejo, which calls everything the same. */
export async function actionsJob(
  kind: 'github' | 'gitea',
  env: Environment,
  { host, site }: TokenPlace,
): Promise<Job | null> {
  const path = env['GITHUB_REPOSITORY'] ?? '';
  if (env['GITHUB_ACTIONS'] !== 'true' || !/^[\w.-]+\/[\w.-]+$/.test(path)) return null;
  const ref = env['GITHUB_REF'] ?? '';
  const ofRef = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
  const number = (await numberOfEvent(env['GITHUB_EVENT_PATH'])) ?? (ofRef === undefined ? null : Number(ofRef));
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  return { project: { kind, host, site, path }, number, branch };
}

/** GitHub writes the file; `null` where it tells of no pull request. */
async function numberOfEvent(path: string | undefined): Promise<number | null> {
  if (path === undefined || path === '') return null;
  try {
    const event = JSON.parse(await readFile(path, 'utf8')) as { readonly pull_request?: { readonly number?: unknown } };
    const number = event.pull_request?.number;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
  } catch {
    return null;
  }
}
