/** What the environment says of GitHub. Nothing of a checkout is looked at here. */
import { readFile } from 'node:fs/promises';
import type { ForgeKind, Remote } from '../../core';
import { bindToken, githubApi, hostOfGithubApi, type ForgeToken } from '../../forges';
import { CliError, type Io } from '../io';

type Environment = Io['env'];

/** Where the token of the environment belongs, and nowhere else: the host of `GITHUB_API_URL`, else github.com. */
export interface GithubPlace {
  readonly host: string;
  /** Without a slash at its end. */
  readonly api: string;
  /** What pages of the host start with. */
  readonly site: string;
}

/** Throws `CliError` for a `GITHUB_API_URL` that is no address. */
export function githubPlace(env: Environment): GithubPlace {
  const written = env['GITHUB_API_URL'] ?? '';
  if (written === '') {
    const site = 'https://github.com';
    return { host: 'github.com', api: githubApi({ host: 'github.com', site }), site };
  }
  const api = URL.canParse(written) ? new URL(written) : null;
  if (api === null || !/^https?:$/.test(api.protocol) || api.username !== '' || api.password !== '')
    throw new CliError('GITHUB_API_URL is not an address such as https://api.github.com.');
  const host = hostOfGithubApi(api);
  const port = api.port === '' ? '' : `:${api.port}`;
  return { host, api: written.replace(/\/+$/, ''), site: `${api.protocol}//${host}${port}` };
}

/** That the host of the token runs GitHub. */
export const hostsOf = ({ host }: GithubPlace): ReadonlyMap<string, ForgeKind> => new Map([[host, 'github']]);

/** Throws `CliError` without a token, and where the token would go to another host than its own. */
export function tokenFor(remote: Remote, place: GithubPlace, env: Environment): ForgeToken {
  const secret = env['GITHUB_TOKEN']?.trim() ?? '';
  if (remote.kind !== 'github')
    throw new CliError(
      `--request asks on GitHub, and ${remote.host} is not known to run it. For a server of your own set GITHUB_API_URL.`,
    );
  if (remote.host !== place.host)
    throw new CliError(
      `The request is on ${remote.host}, and GITHUB_TOKEN belongs to ${place.host}. Set GITHUB_API_URL to the API of ${remote.host}.`,
    );
  if (secret === '') throw new CliError(`Set GITHUB_TOKEN to a token that may ask reviewers on ${remote.host}.`);
  // A line end would be a second header.
  if (!/^[\x21-\x7e]+$/.test(secret)) throw new CliError('GITHUB_TOKEN holds characters that no token has.');
  return bindToken({ kind: 'github', ...place }, secret);
}

/** What a job of GitHub Actions runs for. */
export interface ActionsJob {
  readonly project: Remote;
  /** Of the pull request; `null`: the job runs for a branch. */
  readonly number: number | null;
  /** Without `refs/heads/`; `null`: the job runs for something else. */
  readonly branch: string | null;
}

/** Whether a job of GitHub Actions runs this. What it has checked out was written by whoever made the change. */
export const isInActions = (env: Environment): boolean => env['GITHUB_ACTIONS'] === 'true';

/** `null` elsewhere than in GitHub Actions. */
export async function actionsJob(env: Environment, { host, site }: GithubPlace): Promise<ActionsJob | null> {
  const path = env['GITHUB_REPOSITORY'] ?? '';
  if (!isInActions(env) || !/^[\w.-]+\/[\w.-]+$/.test(path)) return null;
  const ref = env['GITHUB_REF'] ?? '';
  const ofRef = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
  const number = (await numberOfEvent(env['GITHUB_EVENT_PATH'])) ?? (ofRef === undefined ? null : Number(ofRef));
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  return { project: { kind: 'github', host, site, path }, number, branch };
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
