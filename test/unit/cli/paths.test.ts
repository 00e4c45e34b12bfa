import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBaseRelative } from '../../../src/cli/paths';

describe('a path on the command line', () => {
  it('is relative to where it starts, and printed relative to the base', () => {
    for (const [input, start, expected] of [
      ['a.ts', '/repo', 'a.ts'],
      ['a.ts', '/repo/src', 'src/a.ts'],
      ['./a//b/../c', '/repo', 'a/c'],
      ['../x', '/repo/src', 'x'],
      ['src/', '/repo', 'src'],
      ['/repo/src/a', '/elsewhere', 'src/a'],
      ['', '/repo', ''],
      ['.', '/repo/src', 'src'],
      ['..name', '/repo', '..name'],
      ['../c:x', '/repo/src', 'c:x'],
      [' ', '/repo', ' '],
    ] as const) {
      assert.equal(toBaseRelative(input, start, '/repo'), expected, `${input} from ${start}`);
    }
  });

  it('is outside where it leads out of the base', () => {
    for (const input of ['..', '../x', '/repository', '/etc/passwd', 'a/../../repo2/x'])
      assert.equal(toBaseRelative(input, '/repo', '/repo'), null, input);
  });

  it('keeps a backslash that is part of a name', function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(toBaseRelative('a\\b', '/repo', '/repo'), 'a\\b');
  });

  it('is inside where it comes through a link above the base, whatever stands there', () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-paths-')));
    try {
      const base = join(folder, 'real', 'repo');
      mkdirSync(base, { recursive: true });
      symlinkSync(join(folder, 'real'), join(folder, 'link'));
      assert.equal(toBaseRelative(join(folder, 'link/repo/not/there.ts'), base, base), 'not/there.ts');
      assert.equal(toBaseRelative(join(folder, 'link/repo'), base, base), '');
      assert.equal(toBaseRelative(join(folder, 'link/other'), base, base), null);
      assert.equal(toBaseRelative(join(base, 'x'), base, join(folder, 'link/repo')), 'x');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
