import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** Two folders with ownership files of their own, one of them no git repository, and one folder without. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'one/aor.yaml': ownershipFile,
      'one/src/a.ts': 'export const a = 1;\n',
      'one-more/docs/aor.yml': ownershipFile.replace('title: Payments, owner: ana', 'title: Refunds, owner: ben'),
      'one-more/src/a.ts': 'export const a = 1;\n',
      'bare/src/a.ts': 'export const a = 1;\n',
      'all.code-workspace': JSON.stringify({
        folders: [{ path: 'one' }, { path: 'one-more' }, { path: 'bare' }],
      }),
    });
    makeRepository(join(directory, 'one'));
    return join(directory, 'all.code-workspace');
  },
};
