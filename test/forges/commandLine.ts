/** Runs `aor review --request`, the built program, in a real repository whose forge is a stand-in on this machine. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { aor, git, repositoryWith, write, type Result } from '../cli/program';
import { commitAll } from '../cli/reviewRepository';

export const ownership = `version: 1
review: { ask-at-most: 5 }
people:
  ana: { name: Ana Ruiz, email: ana@shop.example, handles: { 127.0.0.1: ana } }
  ben: { name: Ben Okri, email: ben@shop.example, handles: { 127.0.0.1: ben } }
  eve: { name: Eve, email: eve@shop.example, handles: { 127.0.0.1: eve } }
aors:
  pay: { title: Payments, owner: ana, paths: [pay] }
  web: { title: Web, owner: ben, paths: [web] }
  ops: { title: Operations, owner: eve, paths: [ops] }
`;

export const secret = 'TheSecretOfTheTest';

/** Whatever runs these tests is not the job that is meant. */
const noJob = {
  ...{ GITHUB_ACTIONS: '', GITLAB_CI: '', GITEA_ACTIONS: '', FORGEJO_ACTIONS: '', GITHUB_API_URL: '' },
  ...{ GITHUB_REPOSITORY: '', TF_BUILD: '', BITBUCKET_BUILD_NUMBER: '', GERRIT_CHANGE_NUMBER: '' },
};

export type Environment = Readonly<Record<string, string>>;

/** Every run: no connection leaves this machine, and the token is in no output. */
export async function run(
  cwd: string,
  args: readonly string[],
  environment: Environment,
  action: '--request' | '--check' | null = '--request',
): Promise<Result> {
  const result = await aor(
    cwd,
    ['review', ...(action === null ? [] : [action]), '--today', '2026-06-15', ...args],
    '',
    {
      ...noJob,
      NODE_OPTIONS: `--require ${resolve('out/test/forges/onlyLoopback.js')}`,
      ...environment,
    },
  );
  assert.doesNotMatch(result.stdout + result.stderr, /TheSecret|leave this machine/);
  return result;
}

/** A clone with `work` checked out, which changes these files. `project`: its path on the host. */
export function repository(
  project: string,
  files: Readonly<Record<string, string>>,
  { base = ownership, message = 'Change' }: { readonly base?: string; readonly message?: string } = {},
): string {
  const folder = repositoryWith({ 'aor.yaml': base });
  commitAll(folder, 'Start');
  git(folder, 'remote', 'add', 'origin', `http://127.0.0.1/${project}.git`);
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'main');
  git(folder, 'switch', '--quiet', '--create', 'work');
  write(folder, files);
  commitAll(folder, message);
  return folder;
}

export const commitOf = (folder: string): string => git(folder, 'rev-parse', 'HEAD').trim();

/** What is said of the request, below the suggestion. */
export const ending = ({ stdout }: Result): string =>
  stdout.slice(stdout.search(/^(Request|Nothing was sent|No open|Needed on|Several)/m));
