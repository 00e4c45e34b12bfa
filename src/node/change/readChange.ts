import type { ChangeOptions, ChangeReading } from './model';

/**
 * The change at hand in the git work tree at an absolute folder, with who made it and the ownership files that decide.
 * Runs git, so never call it in an untrusted workspace. Rejects only when `options.signal` aborts, with its reason.
 */
export function readChange(root: string, options: ChangeOptions = {}): Promise<ChangeReading> {
  options.signal?.throwIfAborted();
  return Promise.resolve({ kind: 'failed', code: 'git', message: `Changes cannot be read yet in ${root}.` });
}
