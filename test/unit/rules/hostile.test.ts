/** Input that is meant to make the index slow or large. What is counted here is work and memory, never time. */
import assert from 'node:assert/strict';
import { compileRules } from '../../../src/core/rules';
import { globMatcher, parseGlob } from '../../../src/core/rules/glob';
import { analyseTree } from '../../../src/core/rules';
import { atOnce } from '../../../src/core/steps';
import { treeOfPaths } from '../../../src/core/tree/readTree';
import { fileOf, type AorOf } from './fileOf';

const areas = (globs: readonly string[]) =>
  fileOf(Object.fromEntries(globs.map((glob, at): [string, AorOf] => [`a${at}`, { paths: [glob] }])));

const many = <T>(count: number, of: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => of(at));

/** Whether the index says what trying every glob says, of whether there is anyone. */
function assertFound(globs: readonly string[], paths: readonly string[]): void {
  const index = compileRules(areas(globs));
  const matchers = globs.map((glob) => {
    const read = parseGlob(glob, '');
    assert.ok(read.kind === 'glob', glob);
    return globMatcher(read.glob);
  });
  for (const path of paths) {
    const isOwned = matchers.some((matches) => matches(path));
    assert.equal(index.decide(path).kind, isOwned ? 'area' : 'none', path.slice(0, 80));
    assert.equal(index.explain(path).decision.kind, isOwned ? 'area' : 'none', path.slice(0, 80));
  }
}

describe('the index stays right and within its means with', () => {
  it('paths of 2,000 folders and names of 4,096 characters', () => {
    const deep = `${many(2_000, (at) => `d${at % 7}`).join('/')}/x.ts`;
    const long = 'n'.repeat(4_096);
    assertFound(
      ['**/d3/**/d5/**/*.ts', `**/${'n'.repeat(900)}*`, '**/*nnn*nnn*x', 'd0/*/d2/**'],
      [deep, deep.replace('x.ts', 'x.js'), long, `${long}x`, `a/${long}`, `${deep}/${long}`],
    );
  });

  it('a glob of a thousand characters made of stars', () => {
    const stars = `${'*a'.repeat(490)}*b`;
    assertFound([stars, `**/${'?'.repeat(900)}`], ['a'.repeat(4_000), `${'a'.repeat(4_000)}b`, 'x'.repeat(900)]);
  });

  it('a thousand globs `**/*middle*`', () => {
    const globs = many(1_000, (at) => `**/*m${at}x*`);
    assertFound(globs, ['a/b/cm7xd', 'm999x', 'a/m1000x', 'm/x', `${'m1'.repeat(500)}x`]);
  });

  it('many `**` in one glob, and the same many times', () => {
    const globs = many(300, (at) => `**/a/**/b/**/a/**/b/**/f${at}`);
    const path = `${'a/b/'.repeat(60)}f7`;
    assertFound(globs, [path, path.slice(0, -1), 'a/b/a/b/f299', 'a/b/a/f299']);
  });

  it('ten thousand files in one folder, each named by a glob', () => {
    const names = many(10_000, (at) => `src/f${at}.ts`);
    const file = areas(names);
    const { owned, entries } = atOnce(analyseTree(file, compileRules(file), treeOfPaths([...names, 'src/none'])));
    assert.equal(owned, 10_000);
    assert.ok(entries.every(({ matches, decides }) => matches === 1 && decides === 1));
  });

  it('names that no two globs share, a hundred thousand times: what is remembered does not grow without end', () => {
    const index = compileRules(areas(['**/*a*/x', '**/*b*/**/y', 'src/**', '**/f*']));
    const before = process.memoryUsage().heapUsed;
    for (let at = 0; at < 300_000; at++) index.explain(`r${at}a/q${at}b/w${at}/f${at}`);
    // Without a limit it would be a kilobyte a path and more.
    assert.ok(process.memoryUsage().heapUsed - before < 200_000_000);
  });
});
