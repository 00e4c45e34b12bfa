import assert from 'node:assert/strict';
import { loadOwnership, namesOf, workspaceSymbols, writtenFile } from '../../../../src/core';
import { memorySource } from '../../memorySource';
import { written } from './marked';

const texts = {
  'aor.yaml': `include: [web/aor.yaml]
people:
  ana: Ana Ruiz <ana@acme.dev>
  b7: Ben Okri <ben@acme.dev>
aors:
  payments: { title: Payments, owner: ana }
  x1: { title: "Search\\nand find", owner: b7 }
teams: { anatomy: {} }
`,
  'web/aor.yaml': 'aors:\n  pages: { title: Web pages, owner: ana }\n',
};

/** The names that are found, with their places. `now` are other texts than the model's. */
async function found(query: string, now: Readonly<Record<string, string>> = texts): Promise<string[]> {
  const loaded = await loadOwnership(memorySource(texts), null);
  assert.equal(loaded.kind, 'loaded');
  const files = loaded.file.sources.map((source) => writtenFile({ ...source, text: now[source.path]! }));
  return workspaceSymbols(files, namesOf(loaded.file), query).map(
    ({ kind, name, at }) => `${kind} ${name} ${written(files, at)}`,
  );
}

const cases: readonly (readonly [title: string, query: string, expected: readonly string[]])[] = [
  [
    'everything for nothing',
    '',
    [
      'person Ana Ruiz aor.yaml:3 ana',
      'person Ben Okri (b7) aor.yaml:4 b7',
      'aor Payments aor.yaml:6 payments',
      'aor Search\\nand find (x1) aor.yaml:7 x1',
      'aor Web pages web/aor.yaml:2 pages',
    ],
  ],
  ['a person by name', 'ana r', ['person Ana Ruiz aor.yaml:3 ana']],
  ['a person by id', 'B7', ['person Ben Okri (b7) aor.yaml:4 b7']],
  ['an AOR by title', 'search', ['aor Search\\nand find (x1) aor.yaml:7 x1']],
  ['an AOR by id', 'x1', ['aor Search\\nand find (x1) aor.yaml:7 x1']],
  ['an AOR of an included file', 'webp', ['aor Web pages web/aor.yaml:2 pages']],
  ['letters in their order, whatever is between', 'pmts', ['aor Payments aor.yaml:6 payments']],
  ['nothing that is not there', 'zzz', []],
  ['no team', 'anatomy', []],
];

describe('symbols of the workspace are', () => {
  for (const [title, query, expected] of cases) it(title, async () => assert.deepEqual(await found(query), expected));

  it('where they are in half-typed text that the model does not know', async () => {
    const now = { ...texts, 'aor.yaml': '# é\npeople:\n  ana: Ana\n  zoe\naors:\n  payments: [\n' };
    assert.deepEqual(await found('', now), [
      ...['person Ana Ruiz aor.yaml:3 ana', 'person zoe aor.yaml:4 zoe', 'aor Payments aor.yaml:6 payments'],
      'aor Web pages web/aor.yaml:2 pages',
    ]);
  });
});
