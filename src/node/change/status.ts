import { askGit, type GitStreamOptions } from '../gitStream';

/** What a work tree holds beyond its last commit, beneath the folder asked about. */
export interface WorkStatus {
  /** `null` before the first commit. */
  readonly commit: string | null;
  /** `null` on a detached HEAD. */
  readonly branch: string | null;
  readonly isIndexChanged: boolean;
  readonly isWorkTreeChanged: boolean;
  /** Whether there is anything that is not committed. */
  readonly isDirty: boolean;
  /** Files git does not know and does not ignore, relative to the root of the work tree; no nested repositories. */
  readonly untracked: readonly string[];
}

/** `null` where git fails. What lies inside of submodules is not looked at. */
export async function readStatus(folder: string, git: GitStreamOptions): Promise<WorkStatus | null> {
  const output = await askGit(
    folder,
    [
      // Git reads this file even where no order matters, and fails where it is missing.
      ...[
        '-c',
        'diff.orderFile=/dev/null',
        'status',
        '--porcelain=v2',
        '-z',
        '--branch',
        '--no-ahead-behind',
        '--untracked-files=all',
      ],
      ...['--no-renames', '--ignore-submodules=dirty', '--', '.'],
    ],
    git,
  );
  if (output === null) return null;
  const status = {
    commit: null as string | null,
    branch: null as string | null,
    isIndexChanged: false,
    isWorkTreeChanged: false,
    untracked: [] as string[],
  };
  for (const entry of output.split('\0')) {
    if (entry.startsWith('# branch.oid ')) status.commit = valueOf(entry, '(initial)');
    else if (entry.startsWith('# branch.head ')) status.branch = valueOf(entry, '(detached)');
    else if (entry.startsWith('? ') && !entry.endsWith('/')) status.untracked.push(entry.slice(2));
    else if (/^[12u] /.test(entry)) {
      // `1 XY …`: X is the index, Y the work tree, `.` is no change.
      status.isIndexChanged ||= entry[2] !== '.';
      status.isWorkTreeChanged ||= entry[3] !== '.';
    }
  }
  const { isIndexChanged, isWorkTreeChanged, untracked } = status;
  return { ...status, isDirty: isIndexChanged || isWorkTreeChanged || untracked.length > 0 };
}

function valueOf(entry: string, none: string): string | null {
  const value = entry.slice(entry.indexOf(' ', 2) + 1);
  return value === none ? null : value;
}
