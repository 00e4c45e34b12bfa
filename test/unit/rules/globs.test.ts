import assert from 'node:assert/strict';
import { matchesGlob, parseGlob } from '../../../src/core/rules/glob';
import { compileRules } from '../../../src/core/rules';
import table from '../../data/conformance/globs.json';
import { askedEveryWay } from './everyWay';
import { fileOf } from './fileOf';

type Row = { glob: string } & ({ matches: string[]; not: string[] } | { refused: string });

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}… (${text.length})` : text;
}

/** Whether the index finds the glob for each path: alone in an area, or where it takes out, beside `**`. */
function foundByIndex(glob: string, base: string, paths: readonly string[]): readonly boolean[] {
  const takesOut = glob.startsWith('!');
  const index = compileRules(fileOf({ x: { base, paths: takesOut ? ['**', glob] : [glob] } }));
  return askedEveryWay(index, paths).map(({ decision }) => (decision.kind === 'none') === takesOut);
}

const all = (count: number, value: boolean): readonly boolean[] => new Array<boolean>(count).fill(value);

describe('the table of globs', () => {
  for (const row of table as Row[]) {
    if ('refused' in row) {
      it(`refuses ${short(row.glob)} for ${row.refused}`, () => {
        const result = parseGlob(row.glob, '');
        assert.equal(result.kind === 'refused' ? result.refused : result.kind, row.refused);
      });
      continue;
    }
    it(`reads ${short(row.glob)}`, () => {
      const result = parseGlob(row.glob, '');
      assert.ok(result.kind === 'glob', JSON.stringify(result));
      assert.equal(result.glob.exclude, row.glob.startsWith('!'));
      for (const path of row.matches) assert.ok(matchesGlob(result.glob, path), `matches ${path}`);
      for (const path of row.not) assert.ok(!matchesGlob(result.glob, path), `does not match ${path}`);
      assert.deepEqual(foundByIndex(row.glob, '', row.matches), all(row.matches.length, true));
      assert.deepEqual(foundByIndex(row.glob, '', row.not), all(row.not.length, false));
    });
  }

  for (const row of table as Row[]) {
    if ('refused' in row) continue;
    it(`reads ${short(row.glob)} beneath a folder with a name full of wildcards`, () => {
      const base = 'a*/[b]/{c,d}';
      const result = parseGlob(row.glob, base);
      assert.ok(result.kind === 'glob');
      for (const path of row.matches) assert.ok(matchesGlob(result.glob, `${base}/${path}`), `matches ${path}`);
      for (const path of [...row.not.map((path) => `${base}/${path}`), ...row.matches, base]) {
        assert.ok(!matchesGlob(result.glob, path), `does not match ${path}`);
      }
      const inside = (paths: readonly string[]): string[] => paths.map((path) => `${base}/${path}`);
      assert.deepEqual(foundByIndex(row.glob, base, inside(row.matches)), all(row.matches.length, true));
      assert.deepEqual(foundByIndex(row.glob, base, inside(row.not)), all(row.not.length, false));
    });
  }
});
