import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Minimatch, type MinimatchOptions } from 'minimatch';
import { globMatcher, parseGlob } from '../../../src/core/rules/glob';
import { globNoise, globText, path } from './arbitraries';

/** The dialect as the reference page defines it, in the library's words; it expands the alternatives itself here. */
const options: MinimatchOptions = { dot: true, noext: true, nonegate: true, nocomment: true, platform: 'linux' };

function withoutClasses(glob: string): string {
  return glob.replace(/\\.|[[\]]/gsu, (found) => (found.length === 1 ? `\\${found}` : found));
}

function lastHasWildcard(glob: string): boolean {
  return /[*?]/.test(glob.slice(glob.lastIndexOf('/') + 1).replace(/\\./gsu, ''));
}

/** Rule 2, on text. */
function withBeneath(glob: string): readonly string[] {
  if (glob.endsWith('/')) return [`${glob}**`];
  return lastHasWildcard(glob) ? [glob] : [glob, `${glob}/**`];
}

function naiveMatcher(glob: string): (path: string) => boolean {
  const results = new Minimatch(withoutClasses(glob), options).braceExpand();
  const plain = results.map((result) => result.replace(/^\//, '')).flatMap(withBeneath);
  const matchers = plain.map((result) => new Minimatch(result, { ...options, nobrace: true }));
  return (path) => matchers.some((matcher) => matcher.match(path));
}

/** Paths that have a chance: those that the glob itself looks like. */
function pathsLike(glob: string): readonly string[] {
  const results = new Minimatch(withoutClasses(glob), options).braceExpand().slice(0, 4);
  return results
    .flatMap((result) => ['', 'a', '😀', 'x/.y'].map((wild) => result.replace(/(?<!\\)[*?]+/g, wild)))
    .map((result) => result.replace(/^\//, '').replace(/\\(.)/gsu, '$1'))
    .flatMap((like) => [like, `${like}/below`])
    .filter((like) => like.split('/').every((name) => name !== '' && name !== '.' && name !== '..'));
}

function sameAsMinimatch(text: string, paths: readonly string[]): void {
  const result = parseGlob(text, '');
  fc.pre(result.kind === 'glob' && !result.glob.exclude);
  const ours = globMatcher(result.glob);
  const theirs = naiveMatcher(text);
  for (const path of [...paths, ...pathsLike(text)]) assert.equal(ours(path), theirs(path), `${text} on ${path}`);
}

const manyPaths = fc.array(path, { minLength: 5, maxLength: 20 });

describe('globs and a naive evaluation by minimatch', () => {
  it('agree on globs as people write them', () => {
    fc.assert(fc.property(globText, manyPaths, sameAsMinimatch), { numRuns: 1_500 });
  });

  it('agree on any text that is a glob at all', () => {
    fc.assert(fc.property(globNoise, manyPaths, sameAsMinimatch), { numRuns: 1_500 });
  });

  it('agree on paths beneath the folder of an included file, and none beside it matches', () => {
    fc.assert(
      fc.property(globText, path, manyPaths, (text, base, paths) => {
        const alone = parseGlob(text, '');
        const based = parseGlob(text, base);
        assert.equal(based.kind, alone.kind);
        fc.pre(based.kind === 'glob' && alone.kind === 'glob');
        const [inFolder, atRoot] = [globMatcher(based.glob), globMatcher(alone.glob)];
        for (const path of paths) {
          assert.equal(inFolder(`${base}/${path}`), atRoot(path), `${text} on ${path}`);
          if (!path.startsWith(`${base}/`)) assert.ok(!inFolder(path), `${text} reaches ${path} from ${base}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are answered for any text at all, with a glob or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(globNoise, fc.string({ unit: 'binary' })), fc.string(), (text, path) => {
        const result = parseGlob(text, '');
        if (result.kind === 'refused') assert.ok(result.message.length > 0 && result.refused.length > 0);
        else globMatcher(result.glob)(path);
      }),
    );
  });
});

describe('globs that minimatch reads in another way', () => {
  // Its brace expansion leaves a group behind `$` alone, drops empty results, and stops at a line break.
  const differing = [
    { glob: '${a,b}', ours: '$a' },
    { glob: '{\n,a}x', ours: 'ax' },
  ];
  for (const { glob, ours } of differing) {
    it(`is ${JSON.stringify(glob)}, of which the reference page says that it stands for ${ours}`, () => {
      const result = parseGlob(glob, '');
      assert.ok(result.kind === 'glob');
      assert.ok(globMatcher(result.glob)(ours));
      assert.ok(!naiveMatcher(glob)(ours));
    });
  }

  it('takes over what Bash makes of braces that only look like a group', () => {
    const matches = (glob: string, path: string) => {
      const result = parseGlob(glob, '');
      return result.kind === 'glob' && globMatcher(result.glob)(path) && naiveMatcher(glob)(path);
    };
    assert.ok(matches('{a},b}', 'a}'));
    assert.ok(matches('{a},b}', 'b'));
    assert.ok(matches('{},a}b', '{},a}b'));
    assert.ok(matches('a{},b}c', 'a}c'));
    assert.ok(matches('{{a,b}}', '{a}'));
  });
});
