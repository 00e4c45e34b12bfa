/** Where a folder's files went, as git remembers it. */
import type { Move } from '../core';
import { askGit, type GitStreamOptions } from './gitStream';
import { renamesBetween } from './renames';

/**
 * Where most files of a folder that is gone moved to: by a change that is not committed yet, else by the last commit
 * that had to do with the folder. `null`: git knows of no move. Paths are relative to `base`.
 */
export async function moveOf(base: string, folder: string, git: GitStreamOptions = {}): Promise<Move | null> {
  const uncommitted = mostCommon(folder, await renamesBetween(base, 'HEAD', null, git));
  if (uncommitted !== null) return uncommitted;
  const log = ['-c', 'log.showRoot=false', '--literal-pathspecs', 'log', '-1', '--format=%H', '--no-show-signature'];
  const commit = (await askGit(base, [...log, 'HEAD', '--', folder], git))?.trim() ?? '';
  return commit === '' ? null : mostCommon(folder, await renamesBetween(base, `${commit}^`, commit, git));
}

/** The folder that most of the files went to, with the same paths beneath it. */
function mostCommon(folder: string, renames: ReadonlyMap<string, string>): Move | null {
  const counts = new Map<string, number>();
  for (const [now, before] of renames) {
    if (before === folder) counts.set(now, (counts.get(now) ?? 0) + 1);
    const rest = before.startsWith(`${folder}/`) ? before.slice(folder.length) : '';
    if (rest === '' || !now.endsWith(rest)) continue;
    const to = now.slice(0, -rest.length);
    counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : { to: best[0], files: best[1] };
}
