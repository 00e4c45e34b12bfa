import assert from 'node:assert/strict';
import { matchesGlob, parseGlob } from '../../../src/core/rules/glob';
import table from '../../data/conformance/globs.json';

type Row = { glob: string } & ({ matches: string[]; not: string[] } | { refused: string });

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}… (${text.length})` : text;
}

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
    });
  }
});
