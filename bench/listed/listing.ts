/** Who is listed where, in a repository that has lists of its own instead of an ownership file. */
import { runGit } from '../../src/node/git';
import type { Listing } from './books';
import { readCodeowners } from './codeowners';
import { readMaintainers } from './maintainers';

const places: readonly (readonly [string, (text: string) => Listing])[] = [
  ['Maintainers.txt', (text) => readMaintainers(text, 'edk2')],
  ['MAINTAINERS', (text) => readMaintainers(text, 'linux')],
  ['.github/CODEOWNERS', readCodeowners],
  ['CODEOWNERS', readCodeowners],
  ['docs/CODEOWNERS', readCodeowners],
];

/** The list of a repository at a commit, each version of it read once; `null` where there is none. */
export function listings(gitDirectory: string): (commit: string) => Promise<Listing | null> {
  const read = new Map<string, Listing>();
  return async (commit) => {
    for (const [path, parse] of places) {
      const blob = (await runGit(gitDirectory, ['rev-parse', '--verify', '--quiet', `${commit}:${path}`]))?.trim();
      if (blob === undefined) continue;
      const listing = read.get(blob) ?? parse((await runGit(gitDirectory, ['cat-file', 'blob', blob])) ?? '');
      read.set(blob, listing);
      return listing;
    }
    return null;
  };
}
