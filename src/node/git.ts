/** Git, run with argument lists and hardened against what a repository's own configuration could make it do. */
import { execFile } from 'node:child_process';

/** Options before every command: no monitor program of the repository is started. */
export const safely: readonly string[] = ['-c', 'core.fsmonitor=false'];

/** What a hook's environment holds about the repository it runs for, which need not be the one that is asked about. */
const namesRepository =
  /^GIT_(DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX)$/;

/** What would change the answers of git whatever its options say. */
const changesAnswers = /^GIT_(DIFF_OPTS|EXTERNAL_DIFF|(LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)$/;

/**
 * The environment for git: no lock is taken that somebody else waits for, no page, prompt or translation gets in the
 * way, and the folder alone says which repository it is.
 */
export function gitEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(([name]) => !namesRepository.test(name) && !changesAnswers.test(name));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}

/** What git printed; `null` where there is no git or it fails. Never rejects. */
export function runGit(folder: string, args: readonly string[]): Promise<string | null> {
  const options = { cwd: folder, env: gitEnvironment(process.env), maxBuffer: 512_000_000 };
  return new Promise((resolve) => {
    execFile('git', [...safely, ...args], options, (error, output) => resolve(error === null ? output : null));
  });
}

/** Why git does not work in a folder of a work tree, in one line; `null` where it does. Never rejects. */
export function gitTrouble(folder: string): Promise<string | null> {
  const options = { cwd: folder, env: gitEnvironment(process.env) };
  return new Promise((resolve) => {
    execFile('git', [...safely, 'rev-parse', '--is-inside-work-tree'], options, (error, _, messages) => {
      if (error === null) return resolve(null);
      const [line = ''] = messages.split('\n');
      resolve(error.code === 'ENOENT' ? 'git is not installed.' : `git says: ${line.replace(/^fatal: /, '')}`);
    });
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
