import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** A repository with two others in it: one has an ownership file of its own. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': ownershipFile,
      'src/a.ts': 'export const a = 1;\n',
      'src/own/aor.yaml': ownershipFile.replace('Payments', 'Inner'),
      'src/own/src/a.ts': 'export const a = 1;\n',
      'src/plain/b.ts': 'export const b = 1;\n',
    });
    for (const nested of ['src/own', 'src/plain', '']) makeRepository(join(directory, nested));
    return directory;
  },
};
