import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';

/** Three languages, whose imports lead to files of three owners. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': `version: 1
people: { ana: Ana Ruiz <ana@acme.dev>, ben: Ben Okri <ben@acme.dev>, mei: Mei Tan <mei@acme.dev> }
aors:
  web: { title: Web, owner: ana, paths: [web] }
  services: { title: Services, owner: ben, paths: [py, go, "**/*.go"] }
  shared: { title: Shared, owner: mei, paths: [lib, py/shared, go/shared] }
  odd: { title: Odd, owner: ana, paths: [go/mixed/odd.go] }
`,
      'web/tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["../lib/*"] } } }',
      'web/a.ts': `// first\nimport { x } from '@lib/x';\nimport { y } from '../lib/y.js';\nexport { z } from './none';\nconst word = 'lib';\n`,
      'lib/x.ts': 'export const x = 1;\n',
      'lib/y.ts': 'export const y = 1;\n',
      'py/app.py': '# first\nfrom shared.money import (\n    Money,\n)\nimport json\n',
      'py/shared/money.py': 'class Money: ...\n',
      'go/go.mod': 'module acme.dev/shop\n',
      'go/main.go': 'package main\n\nimport (\n\t"fmt"\n\t"acme.dev/shop/shared"\n\t"acme.dev/shop/mixed"\n)\n',
      'go/shared/shared.go': 'package shared\n',
      'go/mixed/even.go': 'package mixed\n',
      'go/mixed/odd.go': 'package mixed\n',
      'settings.yaml': 'first: 1\nread: "lib/x.ts"\nword: "lib"\n',
    });
    makeRepository(directory);
    return directory;
  },
};
