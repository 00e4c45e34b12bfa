import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitEnvironment, gitTrouble, isSparse, listFiles, runGit } from '../../../src/node/git';
import { resolveCommit, revisionSource } from '../../../src/node/revisionSource';
import { workTreesAround } from '../../../src/node/workTree';
import { isolated } from '../../isolatedGit';

describe('git', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-git-')));
  const root = join(folder, 'root');
  const git = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('git', args, { cwd, env: isolated, encoding: 'utf8' });
  const write = (path: string, text = ''): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  before(() => {
    write('root/aor.yaml', 'version: 1\n');
    write('root/src/a.ts');
    git(root, 'init', '--quiet');
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '--message', 'Start');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('lists tracked files and untracked ones that are not ignored, from any folder', async () => {
    write('root/src/new é"\n.ts');
    write('root/build/out.js');
    write('root/.gitignore', 'build\n');
    assert.deepEqual([...((await listFiles(root)) ?? [])].sort(), [
      '.gitignore',
      'aor.yaml',
      'src/a.ts',
      'src/new é"\n.ts',
    ]);
    assert.deepEqual([...((await listFiles(join(root, 'src'))) ?? [])].sort(), ['a.ts', 'new é"\n.ts']);
  });

  it('lists no file of a nested repository', async () => {
    write('nesting/nested/x');
    git(join(folder, 'nesting'), 'init', '--quiet');
    git(join(folder, 'nesting/nested'), 'init', '--quiet');
    assert.deepEqual(await listFiles(join(folder, 'nesting')), []);
  });

  it('is not there outside a repository', async () => {
    assert.equal(await listFiles(folder), null);
    assert.equal(await resolveCommit(folder, 'HEAD'), null);
    assert.match((await gitTrouble(folder)) ?? '', /^git says: not a git repository/);
    assert.equal(await gitTrouble(root), null);
  });

  it('runs no program that the repository names', async function () {
    if (process.platform === 'win32') this.skip();
    const bad = join(folder, 'bad');
    write('bad/x');
    git(bad, 'init', '--quiet');
    write('monitor', `#!/bin/sh\ntouch '${join(folder, 'ran')}'\n`);
    execFileSync('chmod', ['+x', join(folder, 'monitor')]);
    git(bad, 'config', 'core.fsmonitor', join(folder, 'monitor'));
    assert.deepEqual(await listFiles(bad), ['x']);
    assert.equal(existsSync(join(folder, 'ran')), false);
  });

  it('asks the repository of the folder, whatever a hook runs for', () => {
    const environment = gitEnvironment({ PATH: '/bin', GIT_DIR: '/other/.git', GIT_INDEX_FILE: '/tmp/index' });
    assert.deepEqual(environment, { PATH: '/bin', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' });
  });

  it('says whether files are left out on purpose', async () => {
    assert.equal(await isSparse(root), false);
    const sparse = join(folder, 'sparse');
    git(folder, 'clone', '--quiet', root, sparse);
    git(sparse, 'config', 'core.sparseCheckout', 'true');
    assert.equal(await isSparse(sparse), true);
  });

  it('never rejects', async () => {
    assert.equal(await runGit(join(folder, 'nowhere'), ['status']), null);
    assert.equal(await runGit(root, ['no-such-command']), null);
  });

  it('shows files as they were at a commit', async () => {
    symlinkSync('aor.yaml', join(root, 'link.yaml'));
    write('root/large.yaml', 'a'.repeat(1_000_001));
    write('root/src/[x]*.yaml', 'odd\r\n');
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '--message', 'More');
    const commit = (await resolveCommit(root, 'HEAD')) ?? '';
    write('root/aor.yaml', 'changed');
    const source = revisionSource(root, commit);
    assert.deepEqual(await source.read('aor.yaml'), { kind: 'text', text: 'version: 1\n' });
    assert.deepEqual(await source.read('src/[x]*.yaml'), { kind: 'text', text: 'odd\r\n' });
    assert.deepEqual(await source.read('nope.yaml'), { kind: 'missing' });
    assert.deepEqual(await source.read('src'), { kind: 'not-a-file' });
    assert.deepEqual(await source.read('link.yaml'), { kind: 'not-a-file' });
    assert.deepEqual(await source.read('large.yaml'), { kind: 'too-large', bytes: 1_000_001 });
    assert.equal((await source.read('large.yaml', 1_000_001)).kind, 'text');
    assert.deepEqual(await revisionSource(join(root, 'src'), commit).read('[x]*.yaml'), {
      kind: 'text',
      text: 'odd\r\n',
    });
    assert.deepEqual([...(await revisionSource(join(root, 'src'), commit).list())].sort(), [
      '[x]*.yaml',
      'a.ts',
      'new é"\n.ts',
    ]);
  });

  it('takes no option for the name of a commit', async () => {
    assert.equal(await resolveCommit(root, '--all'), null);
    assert.equal(await resolveCommit(root, 'nope'), null);
  });

  it('finds the work trees around a folder, innermost first, by `.git` folders and files', async () => {
    git(root, 'worktree', 'add', '--quiet', join(root, 'linked'));
    assert.deepEqual(await workTreesAround(join(root, 'linked', 'src')), [join(root, 'linked'), root]);
    assert.deepEqual(await workTreesAround(join(root, 'not/there')), [root]);
  });
});
