import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** Repositories in which there is less to go by than usual, each in a folder of its own. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    const git = (folder: string, ...args: readonly string[]): void => {
      const who = ['-c', 'user.name=Test', '-c', 'user.email=test@acme.dev'];
      execFileSync('git', [...who, ...args], { cwd: join(directory, folder), stdio: 'pipe' });
    };
    const folders = ['no-base', 'detached', 'no-commits', 'no-file-in-base', 'nothing-changed'];
    for (const folder of folders) {
      await writeFiles(join(directory, folder), { 'aor.yaml': ownershipFile, 'src/a.ts': 'export const a = 1;\n' });
      if (folder === 'no-file-in-base') await rm(join(directory, folder, 'aor.yaml'));
      if (folder !== 'no-commits') makeRepository(join(directory, folder));
    }
    git('no-base', 'branch', '--quiet', '--move', 'work');
    await writeFiles(join(directory, 'no-base'), { 'src/b.ts': 'export const b = 1;\n' });
    git('detached', 'checkout', '--quiet', '--detach');
    await writeFiles(join(directory, 'detached'), { 'src/b.ts': 'export const b = 1;\n', 'src/c.ts': '' });
    git('detached', 'add', '--all');
    git('detached', 'commit', '--quiet', '--message', 'second');
    git('no-commits', 'init', '--quiet', '--initial-branch=main');
    git('no-file-in-base', 'checkout', '--quiet', '-b', 'adopt');
    await writeFiles(join(directory, 'no-file-in-base'), { 'aor.yaml': ownershipFile, 'src/b.ts': '' });
    await writeFiles(directory, {
      'all.code-workspace': JSON.stringify({ folders: folders.map((path) => ({ path })) }),
    });
    return join(directory, 'all.code-workspace');
  },
};
