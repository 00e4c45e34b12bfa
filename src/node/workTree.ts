import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** `.git` is a folder, or a file in linked work trees and submodules. */
async function isWorkTree(folder: string): Promise<boolean> {
  try {
    await stat(join(folder, '.git'));
    return true;
  } catch {
    return false;
  }
}

/**
 * The roots of the git work trees around an absolute folder, innermost first. Looks for `.git` and runs no program, so
 * it is safe anywhere.
 */
export async function workTreesAround(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (await isWorkTree(at)) found.push(at);
    if (dirname(at) === at) return found;
  }
}
