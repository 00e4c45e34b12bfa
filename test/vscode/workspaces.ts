/** Making workspaces for scenarios, and asking the extension about files in them. */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes files beneath a folder: relative path → text. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Makes a folder a git work tree with everything in it committed. */
export function makeRepository(folder: string): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@acme.dev', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'first');
}

/** A small ownership file: Ana owns `src`, Ben backs her up, nobody holds `lib`, `vendor` is exempt. */
export const ownershipFile = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev, handles: { github: anaruiz } }
  ben: { name: Ben Okri, email: ben@acme.dev }
aors:
  payments: { title: Payments, owner: ana, backup: ben, paths: [src] }
  search: { title: Search, owner: , paths: [lib] }
exempt: [vendor]
`;
