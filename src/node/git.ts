/** Git, run with argument lists and hardened against what a repository's own configuration could make it do. */
import { execFile } from 'node:child_process';

/** No monitor program of the repository is started. */
const safely = ['-c', 'core.fsmonitor=false'];

/** No lock is taken that somebody else waits for, and no page, prompt or translation gets in the way. */
export const gitEnvironment = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/** What git printed; `null` where there is no git or it fails. Never rejects. */
export function runGit(folder: string, args: readonly string[]): Promise<string | null> {
  const options = { cwd: folder, env: { ...process.env, ...gitEnvironment }, maxBuffer: 512_000_000 };
  return new Promise((resolve) => {
    execFile('git', [...safely, ...args], options, (error, output) => resolve(error === null ? output : null));
  });
}

/**
 * Tracked files, and untracked ones that are not ignored, relative to the folder with `/`; `null` without git.
 * Nested repositories and submodules are one name each, with no file behind it.
 */
export async function listFiles(folder: string): Promise<readonly string[] | null> {
  const output = await runGit(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (output === null) return null;
  return [...new Set(output.split('\0').filter((path) => path !== '' && !path.endsWith('/')))];
}

/** Whether files of the work tree are left out on purpose. */
export async function isSparse(folder: string): Promise<boolean> {
  return (await runGit(folder, ['config', '--type=bool', 'core.sparseCheckout']))?.trim() === 'true';
}
