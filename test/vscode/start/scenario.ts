import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';

/** A folder with one file and no ownership file: the least there can be. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFile(join(directory, 'notes.txt'), 'one line\n');
    return directory;
  },
  settings: { 'editor.tabSize': 3 },
};
