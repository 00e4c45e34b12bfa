import assert from 'node:assert/strict';
import { compileRules, importForeign } from '../../../src/core';
import { readTeams } from '../../../src/core/interop/teams';

const files = [
  {
    path: 'config/teams/pay.yml',
    text: 'name: Payments\ngithub: { team: "@acme/pay" }\nowned_globs:\n  - app/pay/**/*\n  - lib/{a,b}.rb\nunowned_globs: [app/pay/shared/**/*]\n',
  },
  { path: 'config/teams/core/web.yml', text: 'name: Web\nowned_globs: ["app/**/*.js", app/pay/shared/**/*]\n' },
  { path: 'config/teams/nobody.yml', text: 'owned_globs: [x]\n' },
  { path: 'app/pay/legacy/.codeowner', text: 'Web\n' },
  { path: 'app/pay/legacy/new/.codeowner', text: '@acme/pay\n' },
  { path: 'packs/till/package.yml', text: 'enforce: true\nowner: Payments\n' },
  { path: 'packs/odd/package.yml', text: 'owner: Ghosts\n' },
  { path: 'app/pay/page.js', text: '// @team Web\nconst a = 1;\n' },
  { path: 'packs/till/a.rb', text: '# @team Web\n' },
  { path: 'packs/till/b.rb', text: '# nobody\n' },
];

/** What the documentation says, written down once more: the strongest claim first. */
const expected: Readonly<Record<string, string>> = {
  'app/pay/a.rb': 'Payments',
  'app/pay/shared/x.rb': 'Web',
  'app/pay/legacy/x.rb': 'Web',
  'app/pay/legacy/new/x.rb': 'Payments',
  'app/pay/page.js': 'Web',
  'app/home/x.js': 'Web',
  'app/home/x.rb': '',
  'lib/a.rb': 'Payments',
  'lib/c.rb': '',
  'packs/till/a.rb': 'Web',
  'packs/till/b.rb': 'Payments',
  'packs/odd/x.rb': '',
  'config/teams/pay.yml': 'Payments',
  'config/teams/core/web.yml': 'Web',
};

describe('config/teams of code_ownership', () => {
  const tree = Object.keys(expected);

  it('keeps the team of every file', async () => {
    const foreign = readTeams(files, tree);
    const { file, imported, changed } = await importForeign(foreign, tree, 'a test', undefined);
    const index = compileRules(file);
    for (const [path, team] of Object.entries(expected)) {
      const { decision } = index.explain(path);
      assert.equal(decision.kind === 'area' ? decision.winner.aor.title : '', team, path);
    }
    assert.equal(imported.vacant.length, 2);
    assert.deepEqual(changed, []);
    const moved = await importForeign({ ...foreign, keyOf: () => 'Web' }, tree, 'a test', undefined);
    assert.ok(moved.changed.includes('app/pay/a.rb'));
    assert.equal(file.teams.get('pay')?.handles.get('github'), 'acme/pay');
  });

  it('lists what it leaves out, with the place', () => {
    assert.deepEqual(
      readTeams(files, tree).lost.map(({ file, why }) => [file, why]),
      [
        ['config/teams/nobody.yml', 'The team has no name.'],
        ['packs/odd/package.yml', 'No team is called so.'],
      ],
    );
  });

  it('takes anything for a text', () => {
    for (const text of ['', '[]', 'name: __proto__\nowned_globs: [a, "!(x)", "["]', 'name: [', '\0'])
      assert.ok(Array.isArray(readTeams([{ path: 'config/teams/a.yml', text }], ['a']).aors), text);
  });
});
