/** Git, only for trusted workspaces: the configuration of a repository can name programs that git runs. */
import { execFile } from 'node:child_process';
import { workspace, type Uri } from 'vscode';

/** Nothing of these may run a program the repository names, or take a lock somebody waits for. */
const safely = ['-c', 'core.fsmonitor=false', '-c', 'core.untrackedCache=false'];

/** What git printed, or `undefined`: in an untrusted workspace, off a local disk, or where git fails. Never rejects. */
export function runGit(folder: Uri, args: readonly string[]): Promise<string | undefined> {
  if (!workspace.isTrusted || folder.scheme !== 'file') return Promise.resolve(undefined);
  const options = { cwd: folder.fsPath, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' }, maxBuffer: 512_000_000 };
  return new Promise((resolve) => {
    execFile('git', [...safely, ...args], options, (error, output) => {
      resolve(error === null ? output : undefined);
    });
  });
}

/** Tracked files, and untracked ones that are not ignored, relative to the folder; `undefined` without git. */
export async function listFiles(folder: Uri): Promise<readonly string[] | undefined> {
  const output = await runGit(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  return output === undefined ? undefined : [...new Set(output.split('\0').filter((path) => path !== ''))];
}

/** Whether files of the work tree are left out on purpose; also where nobody can tell. */
export async function isSparse(folder: Uri): Promise<boolean> {
  const isRepository = await runGit(folder, ['rev-parse', '--is-inside-work-tree']);
  if (isRepository === undefined) return true;
  return (await runGit(folder, ['config', '--type=bool', 'core.sparseCheckout']))?.trim() === 'true';
}

/** The host a remote's address names: `github.com` for `git@github.com:acme/shop.git`. The first remote is `origin`. */
export async function remoteHost(folder: Uri): Promise<string | undefined> {
  const url = await runGit(folder, ['remote', 'get-url', 'origin']);
  return url === undefined ? undefined : hostOfRemote(url.trim());
}

/** The host of a remote's address, lower case; `undefined` for a local path. */
export function hostOfRemote(address: string): string | undefined {
  const found = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(address) ?? /^(?:[^/@:]+@)?([^/:]{2,}):/.exec(address);
  return address.startsWith('file:') ? undefined : found?.[1]?.toLowerCase();
}
