/** Which files were moved between two states of a repository. */
import { askGit, type GitStreamOptions } from './gitStream';

/** What a user's configuration could say differently is said here; no program that a repository names is run. */
const options: readonly string[] = [
  ...['--name-status', '-z', '--find-renames=50%', '-l1000', '--diff-filter=R', '--relative', '--no-color'],
  ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=all', '-O/dev/null'],
];

/**
 * New paths with the paths before, beneath a folder, between two commits, or with `null` between a commit and the work
 * tree. Empty where git fails. Files that git does not know yet are not looked at.
 */
export async function renamesBetween(
  folder: string,
  from: string,
  to: string | null,
  git: GitStreamOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const compared = to === null ? [from] : [from, to];
  const output = await askGit(folder, ['-c', 'core.quotePath=false', 'diff', ...options, ...compared, '--'], git);
  const fields = (output ?? '').split('\0');
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) renames.set(fields[at + 2] ?? '', fields[at + 1] ?? '');
  return renames;
}
