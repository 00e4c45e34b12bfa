import assert from 'node:assert/strict';
import { moveOf } from '../../../src/node/moves';
import { git, repositoryWith, write } from '../../cli/program';

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', 'x');
}

describe('where a folder moved to', () => {
  const text = 'one\ntwo\nthree\n';

  it('is told by the last commit that had to do with it, however old', async () => {
    const folder = repositoryWith({ 'old/a.ts': text, 'old/in/b.ts': `${text}b`, 'old/c.ts': `${text}c`, 'd.ts': '' });
    commit(folder);
    write(folder, { 'new/x': '', 'other/x': '' });
    git(folder, 'mv', 'old/a.ts', 'new/a.ts');
    git(folder, 'mv', 'old/in', 'new/in');
    git(folder, 'mv', 'old/c.ts', 'other/c.ts');
    commit(folder);
    write(folder, { 'd.ts': 'later' });
    commit(folder);
    assert.deepEqual(await moveOf(folder, 'old'), { to: 'new', files: 2 });
    assert.deepEqual(await moveOf(folder, 'old/in'), { to: 'new/in', files: 1 });
    assert.deepEqual(await moveOf(folder, 'old/c.ts'), { to: 'other/c.ts', files: 1 });
  });

  it('is told by a move that is not committed yet', async () => {
    const folder = repositoryWith({ 'old/a.ts': text });
    commit(folder);
    git(folder, 'mv', 'old', 'new');
    assert.deepEqual(await moveOf(folder, 'old'), { to: 'new', files: 1 });
  });

  it('is not known of a folder that was only written, removed, or never there', async () => {
    const folder = repositoryWith({ 'old/a.ts': text, 'kept/b.ts': '' });
    commit(folder);
    assert.equal(await moveOf(folder, 'kept'), null);
    git(folder, 'rm', '-r', '--quiet', 'old');
    commit(folder);
    for (const path of ['old', 'never', '--all', ':/']) assert.equal(await moveOf(folder, path), null);
  });
});
