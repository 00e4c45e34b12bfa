import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filePaths } from '../../../../src/core';
import { createKeptTree, type KeptTree, type Listed } from '../../../../src/host/repositories/tree/keptTree';
import { gitLister } from '../../../../src/node/files/gitLister';
import type { FileLister } from '../../../../src/node/files/lister';
import { isolated } from '../../../isolatedGit';

/** A kept tree that counts how often all was listed, and waits for changes. */
function keptOf(lister: FileLister) {
  let lists = 0;
  const errors: unknown[] = [];
  const waiting: (() => void)[] = [];
  const counted: FileLister = {
    ...lister,
    list: (signal) => {
      lists++;
      return lister.list(signal);
    },
  };
  const tree = createKeptTree({
    lister: counted,
    onDidChange: () => waiting.splice(0).forEach((done) => done()),
    report: (error) => errors.push(error),
  });
  return {
    tree,
    errors,
    lists: () => lists,
    changed: () => new Promise<void>((done) => waiting.push(done)),
  };
}

function sizeOf(listed: Listed): number {
  assert.ok(listed.kind === 'tree');
  return listed.tree.size;
}

async function pathsOf(tree: KeptTree): Promise<string[]> {
  const listed = await tree.listed();
  assert.ok(listed.kind === 'tree');
  return [...filePaths(listed.tree)].sort();
}

describe('the kept files of a work tree', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-kept-')));
  let root = '';
  let made = 0;
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, env: isolated, encoding: 'utf8' });
  const write = (path: string, text = ''): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const remove = (path: string): void => rmSync(join(root, path), { recursive: true });

  beforeEach(() => {
    root = join(folder, String(++made));
    for (const path of ['a.ts', 'src/b.ts', 'src/deep/c.ts']) write(path);
    write('.gitignore', 'build\n*.log\n');
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Start');
  });
  after(() => rmSync(folder, { recursive: true }));

  const start = ['.gitignore', 'a.ts', 'src/b.ts', 'src/deep/c.ts'];

  /** The tree after something was touched, and how often all was listed until then. */
  async function touched(act: () => void, ...paths: readonly string[]) {
    const kept = keptOf(gitLister(root, 1_000));
    await kept.tree.listed();
    act();
    const changed = kept.changed();
    kept.tree.follow(paths.length === 0 ? { kind: 'all' } : { kind: 'paths', paths });
    await changed;
    const files = await pathsOf(kept.tree);
    kept.tree.dispose();
    assert.deepEqual(kept.errors, []);
    return { files, lists: kept.lists() };
  }

  it('are those git lists, less what is tracked and not there', async () => {
    remove('src/b.ts');
    write('build/x');
    write('new é.ts');
    const { tree } = keptOf(gitLister(root, 1_000));
    assert.deepEqual(await pathsOf(tree), ['.gitignore', 'a.ts', 'new é.ts', 'src/deep/c.ts']);
  });

  it('follow what comes without listing again, and leave out what is ignored', async () => {
    const act = (): void => {
      for (const path of ['new.ts', 'x.log', 'build/y', 'more/d.ts', 'more/build/e', 'more/deep/é.ts']) write(path);
    };
    const { files, lists } = await touched(act, 'new.ts', 'x.log', 'build', 'build/y', 'more');
    assert.deepEqual(files, [...start, 'more/d.ts', 'more/deep/é.ts', 'new.ts'].sort());
    assert.equal(lists, 1);
  });

  it('follow what goes, with all that was in it', async () => {
    const { files, lists } = await touched(() => remove('src'), 'src');
    assert.deepEqual(files, ['.gitignore', 'a.ts']);
    assert.equal(lists, 1);
  });

  it('follow what is renamed, and a folder that takes the place of a file', async () => {
    const act = (): void => {
      renameSync(join(root, 'src'), join(root, 'lib'));
      remove('a.ts');
      write('a.ts/inside');
    };
    const { files } = await touched(act, 'src', 'lib', 'a.ts');
    assert.deepEqual(files, ['.gitignore', 'a.ts/inside', 'lib/b.ts', 'lib/deep/c.ts']);
  });

  it('have a tracked file back that is ignored', async () => {
    write('kept.log');
    git('add', '--force', 'kept.log');
    remove('kept.log');
    const { files, lists } = await touched(() => write('kept.log'), 'kept.log');
    assert.deepEqual(files, [...start, 'kept.log'].sort());
    assert.equal(lists, 1);
  });

  it('have links, and no file of a repository within', async () => {
    const act = (): void => {
      symlinkSync('a.ts', join(root, 'link'));
      write('within/x');
      execFileSync('git', ['init', '--quiet'], { cwd: join(root, 'within'), env: isolated });
    };
    const { files } = await touched(act, 'link', 'within', 'within/x');
    assert.deepEqual(files, [...start, 'link'].sort());
  });

  it('are other ones on another branch, and once they are tracked no more', async () => {
    git('checkout', '--quiet', '-b', 'other');
    git('rm', '--quiet', '-r', 'src');
    write('other.ts');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Other');
    git('checkout', '--quiet', 'main');
    const switched = await touched(() => git('checkout', '--quiet', 'other'));
    assert.deepEqual(switched.files, ['.gitignore', 'a.ts', 'other.ts']);
    assert.equal(switched.lists, 2);
    write('.gitignore', '*.ts\n');
    const untracked = await touched(() => git('rm', '--quiet', '--cached', 'a.ts'));
    assert.deepEqual(untracked.files, ['.gitignore', 'other.ts']);
  });

  it('are listed again where a sparse checkout leaves out what was touched', async () => {
    git('sparse-checkout', 'set', '--no-cone', '/a.ts');
    const { files, lists } = await touched(() => write('new.ts'), 'src', 'new.ts');
    assert.deepEqual(files, [...start, 'new.ts'].sort());
    assert.equal(lists, 2);
  });

  it('are too many beyond the limit, and can be few again', async () => {
    const kept = keptOf(gitLister(root, 4));
    await kept.tree.listed();
    write('one-more');
    let changed = kept.changed();
    kept.tree.follow({ kind: 'all' });
    await changed;
    assert.deepEqual(await kept.tree.listed(), { kind: 'too-many', maximumFiles: 4 });
    remove('one-more');
    changed = kept.changed();
    kept.tree.follow({ kind: 'paths', paths: ['one-more'] });
    await changed;
    assert.deepEqual(await pathsOf(kept.tree), start);
  });
});

describe('kept files', () => {
  const bytes = (...paths: readonly string[]): Uint8Array => Buffer.from(paths.map((path) => `${path}\0`).join(''));

  /** A lister whose lists end when the test says so. */
  function slow() {
    const ends: ((paths: readonly string[]) => void)[] = [];
    const lister: FileLister = {
      list: () =>
        new Promise((resolve) =>
          ends.push((paths) => resolve({ kind: 'listed', bytes: bytes(...paths), missing: [], isSparse: false })),
        ),
      statesOf: (paths) => Promise.resolve(new Map(paths.map((path) => [path, 'nothing']))),
      belonging: () => Promise.resolve([]),
    };
    return { lister, ends };
  }

  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('are listed once, whoever asks, and not at all before', async () => {
    const { lister, ends } = slow();
    const kept = keptOf(lister);
    kept.tree.follow({ kind: 'all' });
    await settled();
    assert.equal(kept.lists(), 0);
    const asked = [pathsOf(kept.tree), pathsOf(kept.tree)];
    await settled();
    ends[0]!(['a']);
    assert.deepEqual(await Promise.all(asked), [['a'], ['a']]);
    assert.equal(kept.lists(), 1);
  });

  it('are the old ones while they are listed again, and one list answers all that was asked before', async () => {
    const { lister, ends } = slow();
    const kept = keptOf(lister);
    const first = pathsOf(kept.tree);
    await settled();
    ends[0]!(['a', 'b']);
    await first;
    for (let times = 0; times < 3; times++) kept.tree.follow({ kind: 'all' });
    kept.tree.follow({ kind: 'paths', paths: ['b'] });
    await settled();
    assert.deepEqual(await pathsOf(kept.tree), ['a', 'b']);
    const changed = kept.changed();
    ends[1]!(['a', 'c']);
    await changed;
    assert.deepEqual(await pathsOf(kept.tree), ['a', 'c']);
    await settled();
    assert.equal(kept.lists(), 2);
  });

  it('are listed again for who cannot wait for the watchers', async () => {
    const { lister, ends } = slow();
    const kept = keptOf(lister);
    const first = kept.tree.listedAnew();
    await settled();
    // A file that comes now may be missing in the list that is under way.
    const second = kept.tree.listedAnew();
    ends[0]!(['a']);
    assert.equal(sizeOf(await first), 1);
    await settled();
    ends[1]!(['a', 'b']);
    assert.equal(sizeOf(await second), 2);
    assert.equal(kept.lists(), 2);
  });

  it('that are the same as before change nothing', async () => {
    const { lister, ends } = slow();
    const kept = keptOf(lister);
    const first = kept.tree.listed();
    await settled();
    ends[0]!(['a', 'b']);
    const before = await first;
    kept.tree.follow({ kind: 'all' });
    await settled();
    ends[1]!(['a', 'b']);
    await settled();
    kept.tree.follow({ kind: 'paths', paths: ['b'] });
    const changed = kept.changed();
    await changed;
    assert.deepEqual(await pathsOf(kept.tree), ['a']);
    assert.equal(before.kind === 'tree' && before.tree.size, 2);
  });

  it('that cannot be listed are tried again by who asks next', async () => {
    const { lister, ends } = slow();
    let isBroken = true;
    const { tree } = keptOf({
      ...lister,
      list: (signal) => (isBroken ? Promise.resolve({ kind: 'failed' }) : lister.list(signal)),
    });
    await assert.rejects(tree.listed(), /cannot be listed/);
    isBroken = false;
    const asked = pathsOf(tree);
    await settled();
    ends[0]!(['a']);
    assert.deepEqual(await asked, ['a']);
  });
});
