import { maximumFileBytes, type FileSource } from '../core';
import { runGit } from './git';

/** Ownership files as the next commit would have them, beneath an absolute folder of a git work tree. Runs git. */
export function indexSource(base: string): FileSource {
  return {
    async read(path) {
      const entry = await runGit(base, ['--literal-pathspecs', 'ls-files', '-z', '--stage', '--', path]);
      const [, mode, blob, found] = /^(\d+) ([0-9a-f]+) 0\t([^\0]*)\0/.exec(entry ?? '') ?? [];
      if (mode === undefined || blob === undefined) return { kind: 'missing' };
      // A folder's name gives what lies beneath it.
      if (found !== path || !mode.startsWith('100')) return { kind: 'not-a-file' };
      const bytes = Number(await runGit(base, ['cat-file', '-s', blob]));
      if (bytes > maximumFileBytes) return { kind: 'too-large', bytes };
      const text = await runGit(base, ['cat-file', 'blob', blob]);
      return text === null ? { kind: 'unreadable', reason: 'git cannot show it' } : { kind: 'text', text };
    },
    async list() {
      const output = await runGit(base, ['ls-files', '-z', '--cached']);
      return (output ?? '').split('\0').filter((path) => path !== '');
    },
  };
}
