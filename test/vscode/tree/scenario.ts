import { execFileSync } from 'node:child_process';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** A repository with an owned and a vacant AOR, whose next commits would be Ana's. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': ownershipFile,
      '.mailmap': 'Ana Ruiz <7+AnaRuiz@users.noreply.github.com> <ana@home.example>\n',
      'src/a.ts': 'a\n',
      'lib/b.ts': 'b\n',
      'c.ts': 'c\n',
    });
    makeRepository(directory);
    execFileSync('git', ['config', 'user.email', 'Ana@Home.Example'], { cwd: directory });
    return directory;
  },
};
