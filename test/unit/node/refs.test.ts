import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { branchPoint, readRefs } from '../../../src/node/refs';
import { isolated } from '../../isolatedGit';

describe('the refs of a repository', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-refs-')));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env: isolated, encoding: 'utf8' }).trim();
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are none without git, and nothing is left of a branch that is not there', async () => {
    assert.deepEqual(await readRefs(folder), []);
    assert.equal(await branchPoint(folder), null);
  });

  it('are branches, those of remotes but not their default by another name, and tags', async () => {
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'one');
    const first = git('rev-parse', 'HEAD');
    git('tag', 'v1.0');
    git('remote', 'add', 'origin', 'https://git.shop.example/shop.git');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    git('switch', '-q', '-c', 'feature/a');
    git('commit', '-q', '--allow-empty', '-m', 'two');
    const found = (await readRefs(folder)).map(({ name, kind }) => `${kind} ${name}`);
    assert.deepEqual(found.sort(), ['branch feature/a', 'branch main', 'remote branch origin/main', 'tag v1.0']);
    assert.deepEqual(await branchPoint(folder), { from: 'origin/main', commit: first });
  });
});
