import type { ChangedFile, Identity } from '../../core';
import { askGit, type GitStreamOptions } from '../gitStream';
import { commitAuthors, eachOnce, presentAuthor } from './authors';
import type { ChangeScope } from './model';
import type { WorkStatus } from './status';

interface Made {
  readonly scope: ChangeScope;
  readonly status: WorkStatus;
  /** The tip of the base branch; `null`: there is no base. */
  readonly base: string | null;
  /** `null`: they are not known. */
  readonly files: Promise<readonly ChangedFile[] | null>;
  /** As of `ChangeOptions`. */
  readonly isForeign: boolean;
}

/** Who made a change: whoever works on what is not committed, and the authors of the commits that base does not have. */
export async function authorsOfChange(
  folder: string,
  { scope, status, base, files, isForeign }: Made,
  git: GitStreamOptions,
): Promise<readonly Identity[]> {
  const { commit, isDirty } = status;
  const isCommitted = scope === 'branch' && commit !== null && base !== null;
  const range = isCommitted ? [commit, `^${base}`] : [];
  const [present, committed] = await Promise.all([
    scope !== 'branch' || isDirty ? presentAuthor(folder, git) : [],
    isCommitted && !isForeign ? commitAuthors(folder, range, git) : [],
  ]);
  if (!isCommitted) return present;
  // A change that rewrites `.mailmap` must not make its author somebody else: the base's counts as well.
  const isMailmapChanged = (await files)?.some(({ path, from }) => path === '.mailmap' || from === '.mailmap');
  if (isMailmapChanged !== true && !isForeign) return eachOnce([...present, ...committed]);
  const gitFolder = (await askGit(folder, ['rev-parse', '--absolute-git-dir'], git))?.replace(/\r?\n$/, '') ?? '';
  // Git looks for the file in the current folder, whatever it is told of bare repositories.
  const bare = [
    '-C',
    gitFolder,
    `--git-dir=${gitFolder}`,
    '-c',
    'core.bare=true',
    '-c',
    `mailmap.blob=${base}:.mailmap`,
  ];
  const byBase = await commitAuthors(folder, range, git, bare);
  // Nor make it somebody who reviews it, which would keep them from being asked.
  return isForeign ? byBase : eachOnce([...present, ...committed, ...byBase]);
}
