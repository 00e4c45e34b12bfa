import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitFolder } from '../../../../src/node/files/gitListing';
import { watchIndex, type IndexEvent } from '../../../../src/node/files/watchIndex';
import { isolated } from '../../../isolatedGit';

describe('the index of a work tree', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'aor-index-')));
  after(() => rmSync(root, { recursive: true }));

  it('tells when git begins, has written, and ends', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: root, env: isolated });
    const folder = (await gitFolder(root))!;
    const told: IndexEvent[] = [];
    const waiting = new Map<IndexEvent, () => void>();
    const seen = (event: IndexEvent) => new Promise<void>((done) => waiting.set(event, done));
    const watcher = watchIndex(folder, (event) => {
      told.push(event);
      waiting.get(event)?.();
    });
    const locked = seen('locked');
    writeFileSync(join(folder, 'index.lock'), '');
    await locked;
    const unlocked = seen('unlocked');
    rmSync(join(folder, 'index.lock'));
    await unlocked;
    assert.equal(told.includes('changed'), false);
    const changed = seen('changed');
    writeFileSync(join(root, 'a.ts'), '');
    execFileSync('git', ['add', 'a.ts'], { cwd: root, env: isolated });
    await changed;
    watcher.dispose();
  });

  it('tells nothing where there is none', () => {
    watchIndex(join(root, 'nowhere'), () => assert.fail()).dispose();
  });
});
