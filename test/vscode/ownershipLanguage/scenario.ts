import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';

/** An ownership file that includes another one, and a YAML file that is none. */
export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': `version: 1
include: [web/aor.yaml]
# Those who work here.
# And those who did.
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev }
  ben: Ben Okri <ben@acme.dev>
aors:
  payments:
    title: Payments
    owner: ana
    backup: ben
    paths: ["src/*.ts", "!src/gen"]
    guide: docs/payments.md
`,
      'web/aor.yaml': 'aors:\n  pages: { title: Web pages, owner: ana, parent: payments, paths: ["**"] }\n',
      'other.yaml': 'people:\n  ana: Ana Ruiz\naors: { p: { owner: ana, paths: ["src/*"] } }\n',
      'src/a.ts': 'export const a = 1;\n',
      'src/b.ts': 'export const b = 1;\n',
      'docs/payments.md': '# Payments\n',
      'web/index.html': '<p>\n',
    });
    makeRepository(directory);
    return directory;
  },
};
