import type { ChangedFile } from '../../core';
import { streamGit, type GitStreamOptions } from '../gitStream';
import { createDiffReader, type LineBudget } from './diffParser';

/** What is compared: a commit, the index or the work tree, each with the tree where the change began. */
export type DiffTarget = { readonly commit: string } | 'index' | 'workTree';

/** Everything a user's configuration could say differently is said here; no program that a repository names is run. */
const options: readonly string[] = [
  ...['--raw', '--patch', '-z', '--unified=0', '--inter-hunk-context=0', '--no-color', '--no-ext-diff'],
  ...['--no-textconv', '--relative', '--find-renames=50%', '-l1000', '-O/dev/null', '--diff-algorithm=myers'],
  ...['--src-prefix=a/', '--dst-prefix=b/', '--ignore-submodules=dirty', '--submodule=short', '--no-indent-heuristic'],
];

const configuration: readonly string[] = [
  ...['-c', 'core.quotePath=false', '-c', 'diff.autoRefreshIndex=true', '-c', 'diff.suppressBlankEmpty=false'],
];

/** Whether a path is a file that says how git treats others. */
const isAttributes = ({ path, from }: ChangedFile): boolean =>
  [path, from ?? ''].some((name) => /(^|\/)\.gitattributes$/.test(name));

/**
 * The changed files beneath a folder, from a tree to the target; `null` where git fails. Uses up the budget.
 * Where the change itself says what counts as binary, the bytes say it instead, so that no change hides its lines.
 */
export async function diffFiles(
  folder: string,
  from: string,
  target: DiffTarget,
  budget: LineBudget,
  git: GitStreamOptions,
): Promise<readonly ChangedFile[] | null> {
  const untouched = { ...budget };
  const files = await run(budget, false);
  if (files === null || !files.some(isAttributes) || !files.some(({ isBinary }) => isBinary)) return files;
  Object.assign(budget, untouched);
  return run(budget, true);

  async function run(lines: LineBudget, areAllText: boolean): Promise<readonly ChangedFile[] | null> {
    const reader = createDiffReader(lines, areAllText);
    const compared = target === 'index' ? ['--cached', from] : target === 'workTree' ? [from] : [from, target.commit];
    const args = [...configuration, 'diff', ...options, ...(areAllText ? ['--text'] : []), ...compared, '--'];
    const { status } = await streamGit(folder, args, (piece) => reader.push(piece), git);
    return status === 0 ? reader.end() : null;
  }
}
