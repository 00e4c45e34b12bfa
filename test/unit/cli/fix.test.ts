import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFixes, type Fixes } from '../../../src/cli/fix';

describe('writing fixes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aor-fix-'));
  after(() => rmSync(folder, { recursive: true }));

  const replacing = (path: string, text: string) => ({
    ...{ path, text },
    replacements: [{ start: 0, end: 1, text: 'A' }],
  });

  it('writes no file where one was changed meanwhile', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'a: 1\n');
    writeFileSync(join(folder, 'b.yaml'), 'b: 2\n');
    const files = [replacing('a.yaml', 'a: 1\n'), replacing('b.yaml', 'b: 1\n')];
    await assert.rejects(writeFixes(folder, { files } as unknown as Fixes), {
      message: 'b.yaml was changed meanwhile; nothing is fixed.',
    });
    const gone = [replacing('a.yaml', 'a: 1\n'), replacing('c.yaml', 'c: 1\n')];
    await assert.rejects(writeFixes(folder, { files: gone } as unknown as Fixes), /c\.yaml is not there any more/);
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'a: 1\n');
    assert.deepEqual(readdirSync(folder).sort(), ['a.yaml', 'b.yaml']);
  });

  it('writes all of them else', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'a: 1\n');
    await writeFixes(folder, { files: [replacing('a.yaml', 'a: 1\n')] } as unknown as Fixes);
    assert.equal(readFileSync(join(folder, 'a.yaml'), 'utf8'), 'A: 1\n');
  });
});
