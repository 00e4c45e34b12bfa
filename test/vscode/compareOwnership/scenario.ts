import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** One git repository whose working tree is what was committed. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, { 'aor.yaml': ownershipFile, 'src/a.ts': '', 'src/b.ts': '', 'lib/c.ts': '' });
    makeRepository(directory);
    return directory;
  },
};
