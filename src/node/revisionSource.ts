import { maximumFileBytes, type FileSource } from '../core';
import { runGit } from './git';

/** Ownership files as they were at a commit, beneath an absolute folder of a git work tree. Runs git. */
export function revisionSource(base: string, commit: string): FileSource {
  return {
    async read(path) {
      const entry = await runGit(base, ['ls-tree', '-z', '--long', commit, '--', path]);
      const [, mode, size] = /^(\d+) \S+ \S+ +(\S+)\t/.exec(entry ?? '') ?? [];
      if (mode === undefined || size === undefined) return { kind: 'missing' };
      if (!mode.startsWith('100')) return { kind: 'not-a-file' };
      if (Number(size) > maximumFileBytes) return { kind: 'too-large', bytes: Number(size) };
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
