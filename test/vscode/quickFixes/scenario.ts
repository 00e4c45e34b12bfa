import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';

/** An ownership file with slips, one of them in an included file with a byte order mark, and a folder that was moved. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': `version: 1
include: [web/aor.yaml]
people:
  # Second by name.
  ben: Ben Okri <ben@acme.dev>
  ana: Ana Ruiz <ana@acme.dev>
aors:
  search: { title: Search, owner: anna, backup: ben, paths: [serach] } # all of it
`,
      'web/aor.yaml':
        '\uFEFFversion: 1\r\naors:\r\n  web:\r\n    # Ours.\r\n    owner: [ben, ana]\r\n    paths: ["**"]\r\n',
      'web/a.ts': '',
      'serach/a.ts': 'export const a = 1;\n',
    });
    makeRepository(directory);
    mkdirSync(join(directory, 'services'));
    execFileSync('git', ['mv', 'serach', 'services/search'], { cwd: directory });
    return directory;
  },
};
