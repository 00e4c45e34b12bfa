import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';

/** A repository in which nobody has said anything about responsibilities. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, { 'src/a.ts': 'export const a = 1;\n' });
    makeRepository(directory);
    return directory;
  },
};
