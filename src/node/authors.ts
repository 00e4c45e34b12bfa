/** Who wrote the commits of a repository, and how many. */
import type { Author } from '../core';
import { askGit } from './gitStream';

const line = /^\s*(\d+)\t(.*?)\s*<([^<>]*)>$/;

/**
 * The authors of what `HEAD` reaches, merges left out, since a time (ms since 1970, UTC), through `.mailmap`, the most
 * active first. Empty where there is no git or no commit. Rejects only when the signal aborts.
 */
export async function recentAuthors(folder: string, since: number, signal?: AbortSignal): Promise<readonly Author[]> {
  const after = `--since=${new Date(since).toISOString()}`;
  const output = await askGit(folder, ['shortlog', '-sne', '--no-merges', after, 'HEAD'], { signal });
  return (output ?? '').split('\n').flatMap((text) => {
    const [, commits, name = '', email = ''] = line.exec(text) ?? [];
    return commits === undefined ? [] : [{ identity: { name, email }, commits: Number(commits) }];
  });
}
