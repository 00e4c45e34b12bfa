import type { Scenario } from '../hosts/scenario';
import { makeRepository, writeFiles } from '../workspaces';

/** An ownership file that includes another one, with an owner who is the user, and files that nobody has. */
export const entryText = `version: 1
include: [web/aor.yaml]
people:
  ana: Ana Ruiz <ana@acme.dev> # leads
  ben: { name: Ben Okri, email: ben@acme.dev }
aors:
  # Takes money.
  payments:
    title: Payments
    owner: ana
    backup: ben
    paths:
      - services/payments # all of it
  search: { title: Search, owner: ben, paths: [services/search] }
`;

export const includedText =
  'version: 1\r\naors:\r\n  web:\r\n    # Ours.\r\n    title: Web\r\n    owner: ana\r\n    paths: ["**"]\r\n';

export const scenario: Scenario = {
  prepare: async (directory) => {
    await writeFiles(directory, {
      'aor.yaml': entryText,
      'web/aor.yaml': includedText,
      'web/a.ts': '',
      'services/payments/a.ts': '',
      'services/payments/refunds/b.ts': '',
      'services/search/c.ts': '',
      'tools/[x].sh': '',
      'tools/deep/y.sh': '',
      'guides/g.md': '',
    });
    makeRepository(directory);
    return directory;
  },
  settings: { 'aor.me': 'ana' },
};
