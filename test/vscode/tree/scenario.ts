import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** A repository with an owned and a vacant AOR. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, { 'aor.yaml': ownershipFile, 'src/a.ts': 'a\n', 'lib/b.ts': 'b\n', 'c.ts': 'c\n' });
    makeRepository(directory);
    return directory;
  },
};
