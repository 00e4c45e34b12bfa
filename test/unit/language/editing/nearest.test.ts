import assert from 'node:assert/strict';
import { compileRules, foldersToSplit, nearestAors, peopleToAdd, typedPerson } from '../../../../src/core';
import { loadAll } from '../fixes/goldens';

const text = `people: { ana: Ana Ruiz <ana@acme.example> }
aors:
  platform: { title: Platform, owner: ana, paths: ["**"] }
  web: { title: Web, owner: ana, paths: [web] }
  checkout: { title: Checkout, owner: ana, paths: [web/shop/checkout] }
  search: { title: Search, owner: ana, paths: [services/search] }
  interns: { title: Interns, kind: duty, owner: ana }
  style: { title: Style, kind: review, owner: ana }
  access: { title: Access, kind: review, owner: ana, paths: [web] }
`;

const nearest = async (path: string, isFolder: boolean, more: Readonly<Record<string, string>> = {}) => {
  const { file } = await loadAll({ 'aor.yaml': text, ...more }, undefined);
  return nearestAors(file, compileRules(file), [{ path, isFolder }]).map(
    ({ aor, hasAll }) => aor.id + (hasAll ? ' has it' : ''),
  );
};

describe('the AORs a path could go to', () => {
  for (const [path, isFolder, ids] of [
    // That of the folder around has it already, so the nearest other one comes first.
    ['web/shop/basket', true, ['checkout', 'platform', 'search', 'access', 'web has it']],
    ['web/shop/checkout/pay.ts', false, ['web', 'platform', 'search', 'access', 'checkout has it']],
    // The folder around is Platform's, as the folder is; behind come those that share a folder with it.
    ['services/billing', true, ['search', 'web', 'checkout', 'access', 'platform has it']],
    ['', true, ['web', 'search', 'checkout', 'access', 'platform has it']],
  ] as const) {
    it(`are sorted by how near they are to ${path === '' ? 'the root' : path}`, async () => {
      assert.deepEqual(await nearest(path, isFolder), ids);
    });
  }

  it('begin with that of the folder around, where it does not have all', async () => {
    const { file } = await loadAll(
      {
        'aor.yaml': `aors:
  shop: { title: Shop, paths: ["web/shop", "!web/shop/gen"] }
  gen: { title: Gen, paths: [web/shop/gen/old] }
  all: { title: All, paths: ["**"] }
`,
      },
      undefined,
    );
    const targets = [{ path: 'web/shop/gen', isFolder: true }];
    const ids = nearestAors(file, compileRules(file), targets).map(({ aor }) => aor.id);
    assert.deepEqual(ids, ['shop', 'gen', 'all']);
  });

  it('leave out those of an included file that cannot reach the path', async () => {
    const entry = `include: [web/aor.yaml]\n${text}`;
    const included = { 'aor.yaml': entry, 'web/aor.yaml': 'aors: { pages: { title: Pages, paths: [pages] } }\n' };
    assert.ok(!(await nearest('services/billing', true, included)).includes('pages'));
    assert.equal((await nearest('web/pages2', true, included))[0], 'pages');
  });
});

describe('the folders an AOR can be split at', () => {
  it('are those of its files with their counts, beneath the folder all share', () => {
    const files = ['a/b/c/1.ts', 'a/b/c/d/2.ts', 'a/b/x/y/z/deep/3.ts', 'a/b/4.ts'];
    assert.deepEqual(
      foldersToSplit(files).map(({ path, files: count }) => `${path} ${count}`),
      ['a/b/c 2', 'a/b/c/d 1', 'a/b/x 1', 'a/b/x/y 1', 'a/b/x/y/z 1'],
    );
    assert.deepEqual(foldersToSplit(['a/1.ts']), []);
    assert.deepEqual(foldersToSplit([]), []);
    assert.deepEqual(foldersToSplit(['a/1.ts', 'b']), [{ path: 'a', files: 1 }]);
  });
});

describe('people from git history', () => {
  it('are those nobody knows yet, each once, most active first, without programs', async () => {
    const { file } = await loadAll({ 'aor.yaml': text }, undefined);
    const author = (name: string, email: string, commits: number) => ({ identity: { name, email }, commits });
    const found = peopleToAdd(file, [
      author('ana ruiz', 'other@home.example', 50),
      author('Eli Noor', 'eli@acme.example', 3),
      author('renovate[bot]', 'bot@renovate.example', 90),
      author('Eli Noor', '77+enoor@users.noreply.github.com', 9),
      author('Kim', 'kim@acme.example', 5),
      author('Kim', 'kim@other.example', 5),
    ]);
    assert.deepEqual(
      found.map(({ id, name, emails, handles, commits }) => [id, name, emails, [...handles], commits]),
      [
        ['eli', 'Eli Noor', ['eli@acme.example'], [['github', 'enoor']], 12],
        ['kim', 'Kim', ['kim@acme.example'], [], 5],
        ['kim', 'Kim', ['kim@other.example'], [], 5],
      ],
    );
  });

  it('are typed as a name, with an address or without', () => {
    assert.deepEqual(typedPerson(' Ana Ruiz  < ana@acme.dev > '), { name: 'Ana Ruiz', email: 'ana@acme.dev' });
    assert.deepEqual(typedPerson('Ana Ruiz'), { name: 'Ana Ruiz', email: '' });
    for (const text of ['', 'ana@acme.dev', 'Ana <ana>', '<>', 'Ana <a@b> x'])
      assert.equal(typedPerson(text), null, text);
  });
});
