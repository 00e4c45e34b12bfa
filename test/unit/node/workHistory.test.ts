import assert from 'node:assert/strict';
import { readWorkHistory } from '../../../src/node/workHistory';
import { git, repositoryWith, temporaryFolder, write } from '../../cli/program';

/** After every commit of these tests. */
const now = Date.now() + 3_600_000;

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '-m', 'x');
}

describe('the work that a repository tells', () => {
  it('follows files that were moved as they are, and leaves merges out', async () => {
    const folder = repositoryWith({ 'old/a.ts': 'one\ntwo\n', 'b.ts': '' });
    commit(folder);
    git(folder, 'mv', 'old', 'new');
    commit(folder);
    git(folder, 'checkout', '--quiet', '-b', 'side');
    write(folder, { 'b.ts': 'x' });
    commit(folder);
    git(folder, 'checkout', '--quiet', 'main');
    git(folder, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'side');
    const told: (readonly [number, number])[] = [];
    const onProgress = (read: number, total: number): void => void told.push([read, total]);
    const history = await readWorkHistory(folder, { files: ['new/a.ts', 'b.ts'], now, since: 0, onProgress });
    assert.ok(history !== null);
    assert.equal(history.hasLines, true);
    // A first commit is not counted: in a shallow clone it would be everybody's work.
    assert.equal(history.done.commits, 2);
    assert.deepEqual([...history.done.byFile.keys()].sort(), ['b.ts', 'new/a.ts']);
    assert.deepEqual(told, [[3, 3]]);
  });

  it('ends when it is stopped', async () => {
    const folder = repositoryWith({ a: '' });
    commit(folder);
    const stop = new AbortController();
    const reading = readWorkHistory(folder, { files: ['a'], now, since: 0, signal: stop.signal });
    stop.abort();
    await assert.rejects(reading, { name: 'AbortError' });
  });

  it('is null without git or commits', async () => {
    assert.equal(await readWorkHistory(temporaryFolder(), { files: [], now, since: 0 }), null);
    assert.equal(await readWorkHistory(repositoryWith({ a: '' }), { files: ['a'], now, since: 0 }), null);
  });
});
