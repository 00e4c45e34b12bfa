import { entryPlaces, maximumFileBytes, type FileSource } from '../core';
import { runGit } from './git';

const entryPattern = /^(\d+) \S+ \S+ +(\S+)\t(.*)$/s;

/** What git keeps at some paths of a commit: mode and size by path. */
async function entriesAt(base: string, commit: string, paths: readonly string[]) {
  const output = await runGit(base, ['ls-tree', '-z', '--long', commit, '--', ...paths]);
  return new Map(
    (output ?? '').split('\0').flatMap((entry) => {
      const [, mode, size, path] = entryPattern.exec(entry) ?? [];
      return mode === undefined || size === undefined || path === undefined ? [] : [[path, { mode, size }] as const];
    }),
  );
}

/** Ownership files as they were at a commit, beneath an absolute folder of a git work tree. Runs git. */
export function revisionSource(base: string, commit: string): FileSource {
  // All places of the entry file are asked about, so git is asked once for all of them.
  let places: ReturnType<typeof entriesAt> | null = null;
  return {
    async read(path) {
      const isPlace = entryPlaces.includes(path);
      const entries = isPlace ? (places ??= entriesAt(base, commit, entryPlaces)) : entriesAt(base, commit, [path]);
      const entry = (await entries).get(path);
      if (entry === undefined) return { kind: 'missing' };
      if (!entry.mode.startsWith('100')) return { kind: 'not-a-file' };
      if (Number(entry.size) > maximumFileBytes) return { kind: 'too-large', bytes: Number(entry.size) };
      const text = await runGit(base, ['show', '--no-ext-diff', '--no-textconv', `${commit}:./${path}`]);
      return text === null ? { kind: 'unreadable', reason: 'git cannot show it' } : { kind: 'text', text };
    },
    async list() {
      const output = await runGit(base, ['ls-tree', '-r', '-z', '--name-only', commit]);
      return (output ?? '').split('\0').filter((path) => path !== '');
    },
  };
}

/** The full name of the commit that a ref names; `null` if it names none. */
export async function resolveCommit(folder: string, ref: string): Promise<string | null> {
  const output = await runGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return output === null ? null : output.trim();
}
