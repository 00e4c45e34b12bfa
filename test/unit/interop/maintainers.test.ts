import assert from 'node:assert/strict';
import { compileRules, loadOwnership, ownershipOf, writeDraft } from '../../../src/core';
import { readMaintainers } from '../../../src/core/interop/maintainers';
import { draftOf } from '../../../src/core/interop/draftOf';
import { maintainersGlobs, pathsStartingWith } from '../../../src/core/interop/maintainersGlobs';
import { globMatcher, parseGlob } from '../../../src/core/rules/glob';
import { memorySource } from '../memorySource';

const text = `\uFEFFList of maintainers\r
===================\r
\r
	M: Mail patches to\r
\r
NET DRIVERS\r
M:	Ada Byron <ada@example.org>\r
M:	"Ben O." <ben@example.org> (backup)\r
R:	cleo@example.org\r
L:	net@lists.example.org (moderated)\r
L:	other@lists.example.org\r
S:	Maintained\r
W:	https://net.example.org/\r
T:	git git://git.example.org/net.git\r
F:	drivers/net/\r
X:	drivers/net/old/\r
K:	\\bnet_device\\b\r
\r
OLD NET\r
M:	Old Hand <old@example.org>\r
S:	Orphan\r
F:	drivers/net/old/*\r
N:	[^a-z]tegra\r
\r
constructor\r
M:	Dora <dora@example.org>\r
stray\r
\r
BROKEN\r
M:	nobody\r
Y:	what\r
F:	lib/a\r
\r
THE REST\r
M:	Eli <eli@example.org>\r
F:	*\r
F:	*/\r
`;
const mapping: Readonly<Record<string, string>> = {
  README: 'Eli',
  'a/b/c': 'Eli',
  'drivers/net/x.c': 'Ada Byron',
  'drivers/net/deep/tegra.c': 'Ada Byron',
  'drivers/net/old/x.c': 'vacant',
  'drivers/net/old/deep/x.c': 'Eli',
};
const tree = Object.keys(mapping);
const files = [{ path: 'MAINTAINERS', text }];

describe('The reader of MAINTAINERS', () => {
  it('gives every file to the most specific section', async () => {
    const { draft } = draftOf(readMaintainers(files, tree), tree);
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': writeDraft(draft) }), null);
    assert.ok(loaded.kind === 'loaded');
    assert.deepEqual(
      loaded.problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    const index = compileRules(loaded.file);
    const found = tree.map((path) => {
      const answer = ownershipOf(loaded.file, index, path, { day: '2026-01-01' });
      return [path, answer.state === 'owned' ? answer.owner.name : answer.state];
    });
    assert.deepEqual(Object.fromEntries(found), mapping);
  });

  it('reads people, contact, status and links of a section', () => {
    const [net, review] = readMaintainers(files, tree).aors;
    assert.deepEqual(
      net?.holders.map(({ name, email }) => [name, email]),
      [
        ['Ada Byron', 'ada@example.org'],
        ['Ben O.', 'ben@example.org'],
      ],
    );
    assert.deepEqual(net.consult, [{ name: null, handle: null, email: 'cleo@example.org' }]);
    assert.equal(net.contact, 'net@lists.example.org');
    assert.equal(net.about, 'Status: Maintained');
    assert.deepEqual([...net.links], [['web', 'https://net.example.org/']]);
    assert.deepEqual([review?.kind, review?.level, review?.content], ['review', 'offer', '\\bnet_device\\b']);
  });

  it('lists what it drops with its line', () => {
    const { lost } = readMaintainers(files, tree);
    assert.deepEqual(
      lost.map(({ line, files: count }) => [line, count]).sort(([a], [b]) => Number(a) - Number(b)),
      [
        [11, null],
        [14, null],
        [20, null],
        [23, 1],
        [27, null],
        [30, null],
        [31, null],
      ],
    );
  });

  const paths = [
    'a',
    'a/b',
    'a/bc',
    'a/b.c',
    'a/d/b',
    'a/d/e/b',
    'x/net/f',
    'x/y/net/f',
    'net/f',
    'x/nets/f',
    'a/dx/f/g',
  ];
  /** get_maintainer.pl, by hand: a slash at the end is a prefix, otherwise a prefix with as many slashes. */
  const naive = (pattern: string, path: string): boolean => {
    const isFolder = paths.some((one) => one.startsWith(`${pattern}/`));
    const value = isFolder ? `${pattern}/` : pattern;
    const source = value.replace(/\./g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.');
    if (!new RegExp(`^${source}`).test(path)) return false;
    return value.endsWith('/') || path.split('/').length === value.split('/').length;
  };
  for (const pattern of [
    'a',
    'a/',
    'a/*',
    'a/b',
    'a/b.c',
    'a/?',
    '*',
    '*/',
    '*/net/',
    'x/*/net/',
    '*/net/*',
    'a/d*/',
    'a/*x/',
  ]) {
    it(`lets ${pattern} name what get_maintainer does`, () => {
      const globs = maintainersGlobs(pattern, pathsStartingWith(paths)) ?? [];
      const matchers = globs.map((glob) => {
        const read = parseGlob(glob, '');
        assert.ok(read.kind === 'glob');
        return globMatcher(read.glob);
      });
      const found = paths.filter((path) => matchers.some((matches) => matches(path)));
      assert.deepEqual(
        found,
        paths.filter((path) => naive(pattern, path)),
      );
    });
  }
});

describe('Several MAINTAINERS', () => {
  it('may have sections of the same name at the same line', () => {
    const text = 'BOARD\nM:\tAna <ana@k.example>\nF:\tboard/';
    const files = ['a', 'b'].map((name) => ({ path: `${name}/MAINTAINERS`, text: `${text}${name}/\n` }));
    const { draft } = draftOf(readMaintainers(files, []), []);
    assert.deepEqual(
      draft.aors.map(({ id, paths }) => [id, paths[0]?.glob]),
      [
        ['board', 'board/a'],
        ['board-b', 'board/b'],
      ].map(([id, glob]) => [id, `${String(glob)}/`]),
    );
  });
});
