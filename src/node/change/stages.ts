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
  const { commit, isIndexChanged, isWorkTreeChanged, untracked } = status;
  const targets: DiffTarget[] = [
    ...(scope === 'branch' && commit !== null ? [{ commit }] : []),
    ...(scope !== 'branch' || isIndexChanged ? (['index'] as const) : []),
  ];
  const isTreeNeeded = scope !== 'staged' && (isWorkTreeChanged || untracked.length > 0);
  let most = 0;
  const stages = await Promise.all([
    ...targets.map((target) => read(target, git)),
    ...(isTreeNeeded ? [withUntracked(folder, untracked, git, (extended) => read('workTree', extended))] : []),
  ]);
  return stages.every((stage) => stage !== null) ? unionOf(stages) : null;

  async function read(target: DiffTarget, options: GitStreamOptions): Promise<readonly ChangedFile[] | null> {
    // Each stage repeats most of the one before, so each has the whole budget.
    const left: LineBudget = { ...budget };
    const files = await diffFiles(folder, from, target, left, options);
    most = Math.max(most, files?.length ?? 0);
    onFiles(most);
    return files;
  }
}
