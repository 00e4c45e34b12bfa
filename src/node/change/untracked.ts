import { copyFile, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askGit, type GitStreamOptions } from '../gitStream';

/** No hook of the repository runs, and no name is refused: what is there is there. */
const plainly = [
  ...['-c', 'core.hooksPath=/dev/null', '-c', 'core.protectNTFS=false', '-c', 'core.protectHFS=false'],
] as const;

/**
 * Runs `use` with a copy of the index in which the untracked files stand as empty ones, so that git shows their lines
 * and finds those that were moved there. The repository's own index is not written. `paths`: from the work tree's root.
 * `null` where git fails.
 */
export async function withUntracked<T>(
  folder: string,
  paths: readonly string[],
  git: GitStreamOptions,
  use: (git: GitStreamOptions) => Promise<T>,
): Promise<T | null> {
  if (paths.length === 0) return use(git);
  const place = await mkdtemp(join(tmpdir(), 'aor-index-'));
  try {
    const indexFile = join(place, 'index');
    const own = await askGit(folder, ['rev-parse', '--git-path', 'index'], git);
    await copyIndex(resolve(folder, withoutLineEnd(own ?? 'index')), indexFile);
    const blob = withoutLineEnd((await askGit(folder, ['hash-object', '-t', 'blob', '--stdin'], git)) ?? '');
    const entries = paths.map((path) => `100644 ${blob}\t${path}\0`).join('');
    const extended = { ...git, indexFile };
    const added = await askGit(folder, [...plainly, 'update-index', '--replace', '-z', '--index-info'], {
      ...extended,
      input: entries,
    });
    return added === null ? null : await use(extended);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/**
 * A copy with the age of the original: git takes a file for changed in secret only if it is as young as the index, and
 * a younger copy would hide what was written in the same moment. Before the first `git add` there is no index.
 */
async function copyIndex(from: string, to: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(from);
    await copyFile(from, to);
    // Whole milliseconds, rounded down: looking at a file too many does no harm.
    const seconds = Math.floor(mtimeMs) / 1000;
    await utimes(to, seconds, seconds);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Names may end in white space of their own. */
const withoutLineEnd = (text: string): string => text.replace(/\r?\n$/, '');
