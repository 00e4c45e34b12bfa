import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskSource, filesBeneath, isBeneath } from '../../../src/node/diskSource';

describe('ownership files on disk', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-disk-')));
  const root = join(folder, 'root');
  const source = diskSource(root, root);
  const write = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const kindOf = async (path: string): Promise<string> => (await source.read(path)).kind;

  before(() => {
    write('root/aor.yaml', 'version: 1\n');
    write('outside.yaml', 'secret');
    mkdirSync(join(root, 'folder.yaml'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are read as UTF-8, what is no UTF-8 replaced and a byte order mark kept', async () => {
    write('root/odd.yaml', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x0d, 0x0a]));
    assert.deepEqual(await source.read('odd.yaml'), { kind: 'text', text: '\uFEFFa\uFFFD\r\n' });
  });

  it('are missing, or no files', async () => {
    assert.equal(await kindOf('nope.yaml'), 'missing');
    assert.equal(await kindOf('aor.yaml/below'), 'missing');
    assert.equal(await kindOf(`${'x'.repeat(300)}.yaml`), 'missing');
    assert.equal(await kindOf('folder.yaml'), 'not-a-file');
  });

  it('do not hold us where they are a pipe that nobody writes to', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    assert.equal(await kindOf('pipe.yaml'), 'not-a-file');
  });

  it('may be links beneath the root, and no other', async () => {
    symlinkSync('aor.yaml', join(root, 'inside.yaml'));
    symlinkSync('../outside.yaml', join(root, 'leak.yaml'));
    symlinkSync('..', join(root, 'up'));
    symlinkSync('circle.yaml', join(root, 'circle.yaml'));
    symlinkSync('gone.yaml', join(root, 'dangling.yaml'));
    assert.equal(await kindOf('inside.yaml'), 'text');
    assert.equal(await kindOf('leak.yaml'), 'outside');
    assert.equal(await kindOf('up/outside.yaml'), 'outside');
    assert.equal(await kindOf('dangling.yaml'), 'missing');
    assert.deepEqual(await source.read('circle.yaml'), { kind: 'unreadable', reason: 'its links lead in a circle' });
  });

  it('are not read where they are too large', async () => {
    write('root/large.yaml', Buffer.alloc(1_000_001, 'a'));
    assert.deepEqual(await source.read('large.yaml'), { kind: 'too-large', bytes: 1_000_001 });
    assert.equal((await source.read('large.yaml', 1_000_001)).kind, 'text');
    write('root/largest.yaml', Buffer.alloc(1_000_000, 'a'));
    assert.equal(await kindOf('largest.yaml'), 'text');
  });

  // Windows has no such bits.
  if (process.platform !== 'win32') {
    it('say so where they may not be read', async () => {
      write('root/closed.yaml', '');
      chmodSync(join(root, 'closed.yaml'), 0);
      // Who may do everything may read everything, so root is somebody else for a moment.
      const isRoot = process.getuid?.() === 0;
      if (isRoot) for (const open of [folder, root]) chmodSync(open, 0o755);
      if (isRoot) process.seteuid?.(65_534);
      try {
        assert.deepEqual(await source.read('closed.yaml'), { kind: 'unreadable', reason: 'permission denied' });
      } finally {
        if (isRoot) process.seteuid?.(0);
      }
    });
  }

  it('are found without git too, `.git` and links left out', async () => {
    const plain = join(folder, 'plain');
    for (const path of ['a.ts', '.hidden/b', 'sub/deep/c', '.git/config']) write(`plain/${path}`, '');
    symlinkSync('a.ts', join(plain, 'link'));
    assert.deepEqual([...(await filesBeneath(plain))].sort(), ['.hidden/b', 'a.ts', 'sub/deep/c']);
  });
});

describe('a folder', () => {
  it('holds itself and what lies beneath it', () => {
    for (const path of ['/a', '/a/b', '/a/..b', '/a/c:d', '/a/b/../c']) assert.ok(isBeneath('/a', path), path);
    for (const path of ['/', '/ab', '/b', '/a/../b', '/a/..']) assert.ok(!isBeneath('/a', path), path);
  });
});
