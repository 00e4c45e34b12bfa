import assert from 'node:assert/strict';
import { compileRules, loadOwnership, ownershipOf, writeDraft } from '../../../src/core';
import type { ForeignFile } from '../../../src/core/interop/foreign';
import { readProw } from '../../../src/core/interop/prow';
import { draftOf } from '../../../src/core/interop/draftOf';
import { regexGlobs } from '../../../src/core/interop/pathRegex';
import { memorySource } from '../memorySource';

const files: readonly ForeignFile[] = [
  { path: 'OWNERS_ALIASES', text: 'aliases:\r\n  leads: [Ana, ben]\r\n  constructor:\r\n  - cleo\r\n' },
  { path: 'OWNERS', text: '\uFEFFapprovers:\n- leads\nreviewers:\n- dora\n- ana\nemeritus_approvers:\n- old\n' },
  { path: 'pkg/OWNERS', text: 'reviewers: [eli]\nlabels:\n- area/pkg\n' },
  { path: 'pkg/api/OWNERS', text: 'options: {no_parent_owners: true}\napprovers: [constructor]\n' },
  {
    path: 'cmd/OWNERS',
    text: "filters:\n  '.*':\n    approvers: [finn]\n  '\\.go$':\n    approvers: [gus]\n  '(a|b)$':\n    approvers: [hal]\n",
  },
  { path: 'cmd/sub/OWNERS', text: 'approvers: [ida]\n' },
  { path: 'docs/OWNERS', text: 'labels: [docs]\n' },
  { path: 'bad/OWNERS', text: 'approvers: [jo]\nwhat: 1\nx: "open\n' },
];
/** Who is the first approver, by hand: nearest folder, a matching filter before the whole folder. */
const mapping: Readonly<Record<string, string>> = {
  'README.md': 'ana',
  'pkg/a.go': 'ana',
  'pkg/api/a.go': 'cleo',
  'pkg/api/deep/a.go': 'cleo',
  'cmd/x.txt': 'finn',
  'cmd/x.go': 'gus',
  'cmd/deep/x.go': 'gus',
  'cmd/sub/x.go': 'ida',
  'cmd/sub/a': 'ida',
  'docs/a.md': 'ana',
  'bad/a': 'jo',
};
const tree = Object.keys(mapping);

describe('The reader of Prow OWNERS', () => {
  it('gives every file to the first approver of the nearest folder', async () => {
    const { draft } = draftOf(readProw(files, tree), tree);
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': writeDraft(draft) }), null);
    assert.ok(loaded.kind === 'loaded');
    const index = compileRules(loaded.file);
    const found = tree.map((path) => {
      const answer = ownershipOf(loaded.file, index, path, { day: '2026-01-01' });
      return [path, answer.state === 'owned' ? answer.owner.name : answer.state];
    });
    assert.deepEqual(Object.fromEntries(found), mapping);
  });

  it('keeps the order of approvers, consults reviewers who approve nothing, and forgets emeritus people', () => {
    const { aors } = readProw(files, tree);
    const shown = aors.map(({ key, holders, consult, parent, teams }) => [
      key,
      holders.map(({ handle }) => handle).join(),
      consult.map(({ handle }) => handle).join(),
      parent,
      teams.map(({ handle }) => handle).join(),
    ]);
    assert.deepEqual(shown, [
      ['/', 'ana,ben', 'dora', null, 'leads'],
      ['/pkg', 'ana,ben', 'eli', '/', 'leads'],
      ['/pkg/api', 'cleo', '', null, 'constructor'],
      ['/cmd', 'finn', '', '/', ''],
      ['/cmd \\.go$', 'gus', 'finn', '/cmd', ''],
      ['/cmd/sub', 'ida', '', '/cmd', ''],
      ['/bad', 'jo', '', '/', ''],
    ]);
  });

  it('leaves a folder whose alias has nobody to the approvers above', () => {
    const { aors } = readProw(
      [
        { path: 'OWNERS', text: 'approvers: [ana]\n' },
        { path: 'OWNERS_ALIASES', text: 'aliases:\n  nobody: []\n' },
        { path: 'pkg/OWNERS', text: 'approvers: [nobody]\nreviewers: [ben]\n' },
      ],
      ['a', 'pkg/b'],
    );
    assert.deepEqual(
      aors.map(({ key, holders, consult }) => [key, holders[0]?.handle, consult.map(({ handle }) => handle)]),
      [
        ['/', 'ana', []],
        ['/pkg', 'ana', ['ben']],
      ],
    );
  });

  it('lists what it drops with its line', () => {
    const { lost } = readProw(files, tree);
    const shown = lost.map(({ file, line, files: count }) => `${file}:${String(line)} ${String(count)}`);
    assert.deepEqual(shown.filter((one) => !one.startsWith('bad/')).sort(), [
      'cmd/OWNERS:6 1',
      'docs/OWNERS:1 null',
      'pkg/OWNERS:2 null',
    ]);
    assert.ok(shown.some((one) => one.startsWith('bad/OWNERS:2')));
    assert.ok(shown.length > 4, 'the open quote');
  });

  for (const [source, globs] of [
    ['.*', ['p/**']],
    ['\\.go$', ['p/**/*.go']],
    ['^foo/', ['p/foo/']],
    ['^foo/.*$', ['p/foo/']],
    ['^a\\.b$', ['p/a.b']],
    ['tegra', ['p/**/*tegra*', 'p/**/*tegra*/']],
    ['(a|b)', null],
    ['a.b', null],
    ['a\\$', ['p/**/*a$*', 'p/**/*a$*/']],
  ] as const) {
    it(`reads the expression ${source}`, () => {
      assert.deepEqual(regexGlobs(source, 'p/'), globs);
    });
  }
});
