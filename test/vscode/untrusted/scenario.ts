import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** A repository whose configuration would run a program, opened in restricted mode. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': ownershipFile.replace('paths: [lib]', 'paths: [lib, gone]'),
      'src/a.ts': 'export const a = 1;\n',
      'lib/b.ts': 'export const b = 1;\n',
    });
    makeRepository(directory);
    return directory;
  },
  isUntrusted: true,
};
