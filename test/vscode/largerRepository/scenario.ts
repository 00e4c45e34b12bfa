import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** The opened folder is a part of a larger repository, whose ownership file is above it. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': ownershipFile,
      'src/deep/a.ts': 'export const a = 1;\n',
      'lib/b.ts': 'export const b = 1;\n',
    });
    makeRepository(directory);
    return join(directory, 'src');
  },
};
