import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lastMatchOf } from '../../../src/core';
import { readCodeownersPattern } from '../../../src/core/codeowners/segments';
import { globMatcher } from '../../../src/core/rules/glob';
import { lastMatch } from '../export/lastMatch';

interface Row {
  readonly name: string;
  readonly pattern: string;
  readonly paths: Readonly<Record<string, boolean>>;
}

/** Somebody else's table: what their reader of GitHub's file is tested with. */
const rows = JSON.parse(readFileSync('test/data/codeowners/patterns.json', 'utf8')) as readonly Row[];

describe('The published pattern table of another reader', () => {
  it('is there', () => {
    assert.ok(rows.length > 20);
  });

  for (const { name, pattern, paths } of rows) {
    const expected = Object.entries(paths).flatMap(([path, isMatch]) => (isMatch ? [path] : []));
    const found = (isMatch: (path: string) => boolean): readonly string[] => Object.keys(paths).filter(isMatch);

    it(`holds for what is read live: ${name}`, () => {
      const read = readCodeownersPattern(pattern, 'github');
      assert.ok(read.kind === 'patterns', pattern);
      assert.deepEqual(found(globMatcher(read)), expected);
    });

    // Neither needs what an export never writes.
    if (!pattern.includes('\\'))
      it(`holds for how exports are read back, and for the matcher of the tests: ${name}`, () => {
        const back = lastMatchOf([{ pattern }]);
        assert.deepEqual(
          found((path) => back(path) !== undefined),
          expected,
        );
        const own = lastMatch([{ pattern, owners: [] }]);
        assert.deepEqual(
          found((path) => own(path) !== null),
          expected,
        );
      });
  }
});
