import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compileRules,
  importCodeowners,
  loadOwnership,
  readCodeowners,
  type Aor,
  type CodeownersDialect,
  type OwnershipFile,
} from '../../../src/core';
import { lastMatch, linesOf } from '../export/lastMatch';
import { memorySource } from '../memorySource';

async function imported(text: string, tree: readonly string[], dialect: CodeownersDialect = 'github') {
  const made = await importCodeowners(readCodeowners('CODEOWNERS', text, dialect), tree);
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': made.text }), null);
  assert.ok(loaded.kind === 'loaded', made.text);
  assert.deepEqual(
    loaded.problems.filter(({ severity }) => severity === 'error'),
    [],
    made.text,
  );
  return { ...made, file: loaded.file, index: compileRules(loaded.file) };
}

/** Everybody an AOR names, as they stood in CODEOWNERS. */
function namesOf({ people, teams }: OwnershipFile, { owner, backups, teams: labels, contact }: Aor): readonly string[] {
  return [
    ...[owner, ...backups]
      .flatMap((ref) => people.get(ref?.id ?? '') ?? [])
      .map((person) => {
        const handle = [...person.handles.values()][0];
        return handle === undefined ? (person.emails[0] ?? '') : `@${handle}`;
      }),
    ...labels.map(({ id }) => `@${[...(teams.get(id)?.handles.values() ?? [])][0] ?? ''}`),
    ...(contact?.split(', ') ?? []),
  ].sort();
}

const shop = `# Who looks after what
* @lead

# Payments and refunds
/services/payments/ @ana @ben
/services/search/   @acme/search
/services/mail/     mail-team@shop.example cleo@shop.example
/services/payments/gen/
*.md @docs
/services/search/README.md @ben @ana
`;
const shopFiles = [
  ...[
    'README.md',
    'a.txt',
    'services/payments/a.py',
    'services/payments/gen/x.py',
    'services/payments/gen/y.md',
    'services/payments/README.md',
  ],
  ...['services/search/a.py', 'services/search/README.md', 'services/mail/a.py'],
];

describe('The import of CODEOWNERS', () => {
  it('writes an ownership file that reads as if somebody had written it', async () => {
    const { text, changed, imported: made } = await imported(shop, shopFiles);
    assert.deepEqual(changed, []);
    assert.equal(
      text,
      `# Imported from CODEOWNERS. Change it here; export CODEOWNERS from it where the host needs one.

version: 1

people:
  lead: { name: lead, handles: { github: lead } }
  ana: { name: ana, handles: { github: ana } }
  ben: { name: ben, handles: { github: ben } }
  cleo: cleo@shop.example <cleo@shop.example>
  docs: { name: docs, handles: { github: docs } }

teams:
  search: { name: search, handles: { github: acme/search } }

aors:
  everything-else:
    title: Everything else
    about: Who looks after what
    owner: lead
    paths: [ "**" ]

  payments:
    title: Payments
    about: Payments and refunds
    owner: ana
    backup: ben
    paths: [ services/payments/ ]

  search:
    title: Search
    team: search
    paths: [ services/search/ ]

  mail:
    title: Mail
    owner: cleo
    contact: mail-team@shop.example
    paths: [ services/mail/ ]

  md-files:
    title: "*.md files"
    owner: docs
    paths:
      - { glob: "**/*.md", priority: 1 }

  readme-md:
    title: README.md
    owner: ben
    backup: ana
    paths:
      - { glob: services/search/README.md, priority: 1 }

exempt: [ services/payments/gen/, "!**/*.md" ]
`,
    );
    assert.deepEqual(made.byOrder, ['payments', 'readme-md']);
    assert.deepEqual(made.vacant, ['search']);
  });

  it('lets no file change its owners, by a matcher written from the page of GitHub', async () => {
    const name = fc.constantFrom('a', 'b', 'c.js', '*', '*.js', 'a*', '**');
    const pattern = fc
      .tuple(fc.boolean(), fc.array(name, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([isAnchored, names, isFolder]) => `${isAnchored ? '/' : ''}${names.join('/')}${isFolder ? '/' : ''}`);
    const owners = fc.constantFrom('@ana', '@ben', '@ana @ben', '@acme/t', 'x@y.example', '');
    const text = fc
      .array(fc.tuple(pattern, owners), { minLength: 1, maxLength: 8 })
      .map((rows) => rows.map(([glob, who]) => `${glob} ${who}`.trim()).join('\n'));
    const leaf = fc.constantFrom('a', 'b', 'c.js', 'ab', 'd');
    const tree = fc
      .uniqueArray(
        fc.array(leaf, { minLength: 1, maxLength: 4 }).map((names) => names.join('/')),
        { minLength: 1, maxLength: 25 },
      )
      // Nothing is a file and a folder.
      .map((paths) => paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`))));
    await fc.assert(
      fc.asyncProperty(text, tree, async (codeowners, paths) => {
        const { file, index, changed, text: yaml, foreign } = await imported(codeowners, paths);
        const was = lastMatch(linesOf(codeowners));
        if (foreign.lost.length > 0) return;
        assert.deepEqual(changed, [], yaml);
        for (const path of paths) {
          const { decision } = index.explain(path);
          const now = decision.kind === 'area' ? namesOf(file, decision.winner.aor) : [];
          assert.deepEqual(now, [...(was(path)?.owners ?? [])].sort(), `${path}\n${codeowners}\n${yaml}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tells lines that a later, more general one makes useless', async () => {
    const { foreign } = await imported('/net/a/ @ana\n/net/ @ben\n', ['net/a/x', 'net/b']);
    assert.deepEqual(foreign.mistakes, [{ line: 1, laterLine: 2, files: 1 }]);
  });

  it('picks as owner whoever did most, and keeps the others in their order', async () => {
    const read = readCodeowners('CODEOWNERS', '/a/ @ana @ben @cleo\n/b/ @ana @ben\n', 'github');
    const workOf = () => (files: readonly string[]) => (person: string) =>
      files.includes('a/x') && person === 'ben' ? 2 : 0;
    const { text, imported: made } = await importCodeowners(read, ['a/x', 'b/x'], { workOf });
    assert.match(text, /title: A\n +owner: ben\n +backup: \[ ana, cleo \]/);
    assert.deepEqual([made.byEvidence, made.byOrder], [['a'], ['b']]);
  });

  it('makes reviews of the sections of GitLab, and keeps who has what in each', async () => {
    const text = `* @lead
[Documentation] @docs
*.md
/legal/*.md @counsel
^[Database]
/db/ @dba @acme/data
!/db/gen/
`;
    const tree = ['a.md', 'legal/x.md', 'db/a.sql', 'db/gen/b.sql', 'src/x'];
    const { file, index, changed, foreign } = await imported(text, tree, 'gitlab');
    assert.deepEqual(changed, []);
    assert.equal(foreign.areas, null);
    const reviews = (path: string) =>
      index.explain(path).reviews.map((aor) => `${aor.level} ${namesOf(file, aor).join(' ')}`);
    assert.deepEqual(reviews('a.md'), ['must @docs']);
    assert.deepEqual(reviews('legal/x.md'), ['must @counsel']);
    assert.deepEqual(reviews('db/a.sql'), ['offer @acme/data @dba']);
    assert.deepEqual(reviews('db/gen/b.sql'), []);
  });

  it('takes the largest section of GitLab for the areas where nothing stands before them', async () => {
    const { foreign } = await imported('[A]\n/a @ana\n[B]\n/b @ben\n/c @ben\n', ['a', 'b', 'c'], 'gitlab');
    assert.equal(foreign.areas, 'B');
  });

  it('lists what has no translation with its line, and keeps the rest', async () => {
    const { foreign, file } = await imported(
      '*.[!ab] @ana\n/b/ @ben\n[Two][2]\n/c @ana\n',
      ['x.c', 'b/a', 'c'],
      'gitlab',
    );
    assert.deepEqual(
      foreign.lost.map(({ line, text, files }) => [line, text, files]),
      [
        [1, '*.[!ab] @ana', 1],
        [3, '[Two][2]', null],
      ],
    );
    assert.ok(file.aors.has('b'));
  });
});
