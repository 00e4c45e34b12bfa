import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';

/** Every glob matches nothing while its folder is empty, which the problems tell. */
const ownershipFile = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev }
aors:
  source: { title: Source, owner: ana, paths: [src] }
  made: { title: Made, owner: ana, paths: [made] }
  moved: { title: Moved, owner: ana, paths: [moved] }
  logs: { title: Logs, owner: ana, paths: ["*.log"] }
  branch: { title: Branch, owner: ana, paths: [branch] }
`;

/** A repository with a second branch, and the same without git. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    const files = { 'aor.yaml': ownershipFile, 'src/a.ts': 'a\n', 'src/deep/b.ts': 'b\n' };
    const git = join(directory, 'git');
    const bare = join(directory, 'bare');
    await writeFiles(git, { ...files, '.gitignore': '*.log\n' });
    await writeFiles(bare, files);
    await writeFiles(directory, {
      'all.code-workspace': JSON.stringify({ folders: [{ path: 'git' }, { path: 'bare' }] }),
    });
    makeRepository(git);
    await writeFiles(git, { 'branch/c.ts': 'c\n' });
    const run = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@acme.dev', ...args], {
        cwd: git,
        stdio: 'pipe',
      });
    };
    run('checkout', '--quiet', '-b', 'other');
    run('add', '--all');
    run('commit', '--quiet', '--message', 'second');
    run('checkout', '--quiet', 'main');
    return join(directory, 'all.code-workspace');
  },
};
