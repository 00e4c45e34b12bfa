import assert from 'node:assert/strict';
import { globMatcher } from '../../../src/core/rules/glob';
import { readCodeownersPattern } from '../../../src/core/codeowners/segments';

/** pattern, what it matches, what it does not. */
type Row = readonly [pattern: string, matches: readonly string[], not: readonly string[]];

/** The examples of GitHub's page *About code owners*, and what gitignore says of what it leaves open. */
const github: readonly Row[] = [
  ['*', ['a', 'a/b/c.js', '.github/x'], []],
  ['*.js', ['a.js', 'src/b.js', 'a.js/b'], ['a.jsx', 'js']],
  ['/build/logs/', ['build/logs/a', 'build/logs/b/c'], ['build/logs', 'x/build/logs/a']],
  ['docs/*', ['docs/getting-started.md'], ['docs/build-app/troubleshooting.md', 'x/docs/a']],
  ['apps/', ['apps/a', 'x/apps/a/b'], ['apps', 'x/apps']],
  ['/docs/', ['docs/a', 'docs/b/c'], ['x/docs/a']],
  ['/scripts/', ['scripts/a.sh'], ['a/scripts/b.sh']],
  ['**/logs', ['build/logs', 'build/logs/a', 'deeply/nested/logs/b', 'logs/c'], ['logs2']],
  ['/apps/github', ['apps/github', 'apps/github/x'], ['apps/gitlab', 'x/apps/github']],
  ['docs', ['docs', 'docs/a', 'x/docs', 'x/docs/a/b'], ['docs2']],
  ['a/b', ['a/b', 'a/b/c'], ['x/a/b']],
  ['a/**/b', ['a/b', 'a/x/y/b', 'a/x/b/c'], ['b', 'x/a/b']],
  ['**/', ['a', 'a/b', 'a/b/c'], []],
  ['a/**', ['a/b', 'a/b/c'], ['a']],
  ['*foo*', ['a/foo', 'xfoox/y'], ['fo']],
  ['foo?.c', ['fooa.c', 'x/foob.c'], ['foo.c', 'foo/.c']],
  ['Docs/', ['Docs/a'], ['docs/a']],
  ['with\\ space/', ['with space/a'], ['with/a']],
  ['[id].ts', ['[id].ts', 'a/[id].ts'], ['i.ts']],
  ['a{b}.c', ['a{b}.c'], ['ab.c']],
  ['a**b', ['axxb', 'x/ab'], ['ax/xb']],
];

/** The rules of GitLab's *Advanced CODEOWNERS configuration*: names with `fnmatch`, dot files too. */
const gitlab: readonly Row[] = [
  ['/', ['a', 'a/b', '.x/.y'], []],
  ['*', ['a', 'a/b', '.x/.y'], []],
  ['README.md', ['README.md', 'a/README.md'], ['README.md/a']],
  ['/README.md', ['README.md'], ['a/README.md']],
  ['/docs/', ['docs/a', 'docs/b/c'], ['x/docs/a', 'docs']],
  ['lib/', ['lib/a', 'x/lib/b/c'], ['lib']],
  ['/docs/*', ['docs/a'], ['docs/b/c']],
  ['/docs/**/*.md', ['docs/a.md', 'docs/b/c.md'], ['docs/a.txt', 'x/docs/a.md']],
  ['internal/*', ['internal/a', 'x/internal/b'], ['internal/a/b']],
  ['docs', ['docs', 'x/docs'], ['docs/a']],
  ['*.[ch]', ['a.c', 'x/b.h'], ['a.cc', 'a.o']],
  ['a[!x]', ['ab'], ['ax']],
  ['\\#file', ['#file', 'a/#file'], ['file']],
  ['path\\ with\\ spaces/', ['path with spaces/a'], ['path/a']],
];

const check = (rows: readonly Row[], dialect: 'github' | 'gitlab') => {
  for (const [pattern, matches, not] of rows)
    it(`${pattern} as ${dialect} has it`, () => {
      const read = readCodeownersPattern(pattern, dialect);
      assert.ok(read.kind === 'patterns');
      const isMatch = globMatcher(read);
      assert.deepEqual(
        [...matches, ...not].filter((path) => isMatch(path)),
        matches,
      );
    });
};

describe('Patterns of CODEOWNERS', () => {
  check(github, 'github');
  check(gitlab, 'gitlab');

  for (const pattern of ['!docs/', '\\#file', 'a//b', '/', './a', 'a/../b', 'x'.repeat(1001)])
    it(`${pattern.slice(0, 20)} is refused with a reason on GitHub`, () => {
      const read = readCodeownersPattern(pattern, 'github');
      assert.ok(read.kind === 'bad' && read.why !== '');
    });
});
