import type { Scenario } from '../hosts/scenario';
import { makeRepository, ownershipFile, writeFiles } from '../workspaces';

/** Files in every state, and the line above the first one switched on. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': ownershipFile,
      'src/a.ts': 'export const a = 1;\n',
      'src/deep/z.ts': 'export const z = 1;\n',
      'lib/b.ts': 'export const b = 1;\n',
      'vendor/c.ts': 'export const c = 1;\n',
      'tools/d.ts': 'export const d = 1;\n',
    });
    makeRepository(directory);
    return directory;
  },
  settings: { 'aor.codeLens.enabled': true },
};
