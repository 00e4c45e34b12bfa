import type { ChangedFile } from '../../core';
import type { GitStreamOptions } from '../gitStream';
import { diffFiles, type DiffTarget } from './diff';
import type { LineBudget } from './diffParser';
import type { ChangeScope } from './model';
import type { WorkStatus } from './status';
import { unionOf } from './union';
import { withUntracked } from './untracked';

/** More than anybody reads: about 60 MB of text. Lines beyond are counted only. */
const budget = { lines: 400_000, bytes: 60_000_000 } as const;

/** The files of a change beneath a folder, from a tree on; `null` where git fails. */
export async function filesSince(
  folder: string,
  from: string,
  scope: ChangeScope,
  status: WorkStatus,
  git: GitStreamOptions,
  onFiles: (files: number) => void,
): Promise<readonly ChangedFile[] | null> {
  const stages: (readonly ChangedFile[])[] = [];
  const isTreeNeeded = scope !== 'staged' && (status.isWorkTreeChanged || status.untracked.length > 0);
  const targets: DiffTarget[] = [
    ...(scope === 'branch' && status.commit !== null ? [{ commit: status.commit }] : []),
    ...(scope !== 'branch' || status.isIndexChanged ? (['index'] as const) : []),
  ];
  for (const target of targets) if (!(await add(target, git))) return null;
  if (isTreeNeeded) {
    const untracked = status.untracked;
    const isRead = await withUntracked(folder, untracked, git, (extended) => add('workTree', extended));
    if (isRead !== true) return null;
  }
  return unionOf(stages);

  async function add(target: DiffTarget, options: GitStreamOptions): Promise<boolean> {
    // Each stage repeats most of the one before, so each has the whole budget.
    const left: LineBudget = { ...budget };
    const files = await diffFiles(folder, from, target, left, options);
    if (files === null) return false;
    stages.push(files);
    onFiles(Math.max(...stages.map(({ length }) => length)));
    return true;
  }
}
