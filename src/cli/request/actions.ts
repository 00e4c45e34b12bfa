/** Jobs of GitHub Actions, and of the one of Gitea and Forgejo, which calls everything the same. */
import { readFile } from 'node:fs/promises';
import type { Environment, Job, TokenPlace } from './place';

/** `null` where the environment names no project. */
export async function actionsJob(
  kind: 'github' | 'gitea',
  env: Environment,
  { host, site }: TokenPlace,
): Promise<Job | null> {
  const path = env['GITHUB_REPOSITORY'] ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(path)) return null;
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
