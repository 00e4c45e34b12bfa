import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';

/** One git repository with a CODEOWNERS file and no ownership file. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      '.github/CODEOWNERS': '* @lead\n/src/ @ana @ben\n/lib/ @acme/platform\n/gone/ @ana\n!x @ana\n',
      'src/a.ts': 'export const a = 1;\n',
      'lib/b.ts': 'export const b = 1;\n',
    });
    makeRepository(directory);
    return directory;
  },
};
