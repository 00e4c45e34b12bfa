import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { loadOwnership } from '../../../src/core';
import { createBatchReader, type BatchAnswer } from '../../../src/node/batchReader';
import { indexSource } from '../../../src/node/indexSource';
import { withObjects, type ObjectRead } from '../../../src/node/objects';
import { revisionSource } from '../../../src/node/revisionSource';
import { commit, git, repository, scratchFolder, write } from './change/scratch';

const limit = 1_000_000;
const nowhere = '1'.repeat(40);

const idOf = (folder: string, name: string): string => git(folder, 'rev-parse', name).trim();

function textOf(read: ObjectRead): string {
  return read.kind === 'object' ? read.bytes.toString('latin1') : read.kind;
}

/** Runs `use` where `git` is a script that may hand on to the real one, `$GIT`; gives back how often it was started. */
async function withGit(script: string, use: () => Promise<void>): Promise<number> {
  const folder = scratchFolder();
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  write(folder, { git: `#!/bin/sh\nGIT=${real}\necho >> '${folder}/starts'\n${script}\n`, starts: '' });
  chmodSync(join(folder, 'git'), 0o755);
  const path = process.env['PATH'];
  process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
  try {
    await use();
  } finally {
    process.env['PATH'] = path;
  }
  return readFileSync(join(folder, 'starts'), 'utf8').length;
}

describe('objects of git', () => {
  it('are read whatever they hold', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
    const files = { empty: '', binary: bytes, line: '\n', lines: '1 blob 3\nabc\n', big: 'x'.repeat(limit) };
    const folder = repository(files);
    await withObjects(folder, {}, async (objects) => {
      const names = Object.keys(files);
      const reads = await Promise.all(names.map((name) => objects.read(idOf(folder, `HEAD:${name}`), limit)));
      assert.deepEqual(
        reads.map(textOf),
        Object.values(files).map((file) => (typeof file === 'string' ? file : file.toString('latin1'))),
      );
    });
  });

  it('are missing where there are none, and where a name would be two questions', async () => {
    const folder = repository({ a: 'a' });
    await withObjects(folder, {}, async (objects) => {
      for (const name of [nowhere, 'HEAD:nope', `${nowhere}\nHEAD:a`, ''])
        assert.deepEqual(await objects.read(name, limit), { kind: 'missing' });
      assert.equal(textOf(await objects.read('HEAD:a', limit)), 'a');
    });
  });

  it('tell their size alone where they are too large, and the others are read on', async () => {
    const folder = repository({ a: 'a', large: 'x'.repeat(5_000_000), z: 'z' });
    await withObjects(folder, {}, async (objects) => {
      const reads = ['a', 'large', 'z', 'a'].map((name) => objects.read(`HEAD:${name}`, 10));
      assert.deepEqual((await Promise.all(reads)).map(textOf), ['a', 'too-large', 'z', 'a']);
      assert.deepEqual(await objects.read('HEAD:large', 10), { kind: 'too-large', size: 5_000_000 });
    });
  });

  it('come from one git, asked once for each', async function () {
    if (process.platform === 'win32') this.skip();
    const paths = Array.from({ length: 50 }, (_, at) => `part${at}.yaml`);
    const parts = Object.fromEntries(paths.map((path) => [path, 'version: 1\n']));
    const folder = repository({ 'aor.yaml': `version: 1\ninclude: [${paths.join(', ')}]\n`, ...parts });
    const head = idOf(folder, 'HEAD');
    const starts = await withGit('exec "$GIT" "$@"', async () => {
      const loaded = await withObjects(folder, {}, (objects) =>
        loadOwnership(revisionSource(folder, head, objects), null),
      );
      assert.equal(loaded.kind === 'loaded' ? loaded.sources.length : loaded.kind, 51);
    });
    assert.equal(starts, 1);
  });

  it('fail one by one where git dies over each', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repository({ a: 'a' });
    const starts = await withGit('read line\nprintf "%s blob 100\\nabc" "$line"\nkill -9 $$', () =>
      withObjects(folder, {}, async (objects) => {
        const reads = await Promise.all([1, 2, 3].map((digit) => objects.read(String(digit).repeat(40), limit)));
        assert.deepEqual(reads, [{ kind: 'failed' }, { kind: 'failed' }, { kind: 'failed' }]);
      }),
    );
    assert.equal(starts, 3);
  });

  it('are read on after a git that died', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repository({ a: 'a', b: 'b' });
    // The first dies before it says anything.
    const script = 'mkdir "$(dirname "$0")/died" 2>/dev/null && kill -9 $$\nexec "$GIT" "$@"';
    await withGit(script, () =>
      withObjects(folder, {}, async (objects) => {
        const reads = ['HEAD:a', 'HEAD:b'].map((name) => objects.read(name, limit));
        assert.deepEqual((await Promise.all(reads)).map(textOf), ['failed', 'b']);
        assert.equal(textOf(await objects.read('HEAD:a', limit)), 'a');
      }),
    );
  });

  it('fail where there is no git, no repository, or nobody waits any more', async () => {
    const folder = repository({ a: 'a' });
    const kinds = (at: string, signal?: AbortSignal): Promise<string> =>
      withObjects(at, { signal }, async (objects) => (await objects.read('HEAD:a', limit)).kind);
    assert.equal(await kinds(join(folder, 'nowhere')), 'failed');
    assert.equal(await kinds(scratchFolder()), 'failed');
    assert.equal(await kinds(folder, AbortSignal.abort()), 'failed');
    const aborting = new AbortController();
    await withObjects(folder, aborting, async (objects) => {
      const read = objects.read('HEAD:a', limit);
      aborting.abort();
      assert.deepEqual(await read, { kind: 'failed' });
    });
    let late: Promise<ObjectRead> | undefined;
    await withObjects(folder, {}, (objects) => Promise.resolve(((late = objects.read('HEAD:a', limit)), undefined)));
    assert.deepEqual(await late, { kind: 'failed' });
  });
});

describe('what git prints of objects', () => {
  it('is read the same however it is cut', () => {
    const id = 'a'.repeat(40);
    const output = Buffer.from(`${id} blob 0\n\n${id} blob 3\n\n\n\n\nx missing\n${id} tree 2\nab\n`);
    for (let size = 1; size <= output.length; size++) {
      const answers: BatchAnswer[] = [];
      const reader = createBatchReader(
        () => 3,
        (answer) => answers.push(answer),
      );
      for (let at = 0; at < output.length; at += size) reader.push(output.subarray(at, at + size));
      assert.deepEqual(answers.map(textOf), ['', '\n\n\n', 'missing', 'ab']);
    }
  });
});

describe('files of the next commit', () => {
  it('are those of the index, links, submodules and open merges left out', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repository({ a: 'old', 'deep/b': 'b', 'new\nline': 'it', large: 'x'.repeat(limit + 1), open: '' });
    symlinkSync('a', join(folder, 'link'));
    write(folder, { a: 'staged' });
    git(folder, 'add', '--all');
    const blob = idOf(folder, 'HEAD:deep/b');
    const entries = [`160000 ${idOf(folder, 'HEAD')} 0\tmodule`, `0 ${nowhere} 0\topen`, `100644 ${blob} 2\topen`];
    execFileSync('git', ['update-index', '-z', '--index-info'], { cwd: folder, input: `${entries.join('\0')}\0` });
    write(folder, { a: 'not staged', late: '' });
    const source = indexSource(folder);
    const read = async (path: string): Promise<string> => {
      const file = await source.read(path);
      return file.kind === 'text' ? file.text : file.kind;
    };
    assert.deepEqual(await Promise.all(['a', 'deep/b', 'new\nline'].map(read)), ['staged', 'b', 'it']);
    assert.deepEqual(await Promise.all(['deep', 'link', 'module'].map(read)), [
      'not-a-file',
      'not-a-file',
      'not-a-file',
    ]);
    assert.deepEqual(await Promise.all(['open', 'late', '', 'aor.yaml'].map(read)), Array(4).fill('missing'));
    assert.equal(await read('large'), 'too-large');
    assert.deepEqual(await indexSource(join(folder, 'deep')).read('b'), { kind: 'text', text: 'b' });
  });

  it('come from few gits', async function () {
    if (process.platform === 'win32') this.skip();
    const paths = Array.from({ length: 20 }, (_, at) => `part${at}.yaml`);
    const parts = Object.fromEntries(paths.map((path) => [path, 'version: 1\n']));
    const folder = repository({ 'aor.yaml': `version: 1\ninclude: [${paths.join(', ')}]\n`, ...parts });
    const starts = await withGit('exec "$GIT" "$@"', async () => {
      const loaded = await withObjects(folder, {}, (objects) => loadOwnership(indexSource(folder, objects), null));
      assert.equal(loaded.kind === 'loaded' ? loaded.sources.length : loaded.kind, 21);
    });
    assert.equal(starts, 3);
  });
});

describe('files at a commit', () => {
  const read = async (folder: string, path: string): Promise<string> => {
    const file = await revisionSource(folder, idOf(folder, 'HEAD')).read(path);
    return file.kind === 'text' ? file.text : file.kind;
  };

  it('are found by any name', async function () {
    if (process.platform === 'win32') this.skip();
    const names = ['new\nline', 'tab\t', ' space ', 'é"\\', '[x]*', ':(top)x', '-x', 'deep/er/b', 'deep\n/b'];
    const folder = repository(Object.fromEntries(names.map((name) => [name, `${name} it is`])));
    for (const name of names) assert.equal(await read(folder, name), `${name} it is`);
    assert.equal(await read(join(folder, 'deep'), 'er/b'), 'deep/er/b it is');
    for (const name of [
      '',
      '.',
      '..',
      './-x',
      '../-x',
      'deep/',
      'deep//er/b',
      'deep/../-x',
      '-x/y',
      'DEEP/er/b',
      '/-x',
    ])
      assert.equal(await read(folder, name), 'missing', name);
  });

  it('are not followed through links nor into submodules, and unusual bytes beside them do no harm', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repository({ 'a/aor.yaml': 'version: 1\n' });
    symlinkSync('a', join(folder, 'linked'));
    symlinkSync('a/aor.yaml', join(folder, 'link.yaml'));
    const other = repository({ 'aor.yaml': 'version: 1\n' });
    git(folder, 'submodule', '--quiet', 'add', other, 'module');
    git(folder, 'add', '--all');
    const blob = idOf(folder, 'HEAD:a/aor.yaml');
    const named = Buffer.concat([Buffer.from(`100644 ${blob}\tlatin-`), Buffer.from([0xe9, 0x00])]);
    execFileSync('git', ['update-index', '-z', '--index-info'], { cwd: folder, input: named });
    git(folder, 'commit', '--quiet', '--message', 'More');
    assert.equal(await read(folder, 'link.yaml'), 'not-a-file');
    assert.equal(await read(folder, 'linked'), 'not-a-file');
    assert.equal(await read(folder, 'linked/aor.yaml'), 'missing');
    assert.equal(await read(folder, 'module'), 'not-a-file');
    assert.equal(await read(folder, 'module/aor.yaml'), 'missing');
    assert.equal(await read(folder, 'latin-é'), 'missing');
    assert.equal(await read(folder, 'latin-\uFFFD'), 'missing');
    assert.equal(await read(folder, 'a/aor.yaml'), 'version: 1\n');
  });

  it('are missing in a folder that was not there', async () => {
    const folder = repository({ a: 'a' });
    mkdirSync(join(folder, 'late'));
    assert.equal(await read(join(folder, 'late'), 'a'), 'missing');
    const source = revisionSource(folder, nowhere);
    assert.equal((await source.read('a')).kind, 'unreadable');
  });

  it('are read where names are longer', async () => {
    const folder = scratchFolder();
    git(folder, 'init', '--quiet', '--object-format=sha256');
    git(folder, 'config', 'user.email', 'zoe@shop.example');
    git(folder, 'config', 'user.name', 'Zoe');
    write(folder, { 'a/b': 'b' });
    commit(folder);
    assert.equal(await read(folder, 'a/b'), 'b');
  });

  it('are not fetched by a partial clone', async () => {
    const origin = repository({ 'aor.yaml': 'version: 1\n', 'b.yaml': 'b' });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    for (const [filter, ...kinds] of [
      ['blob:none', 'unreadable', 'missing'],
      ['tree:0', 'unreadable', 'unreadable'],
    ] as const) {
      const clone = join(scratchFolder(), 'clone');
      git(origin, 'clone', '--quiet', '--no-checkout', `--filter=${filter}`, `file://${origin}`, clone);
      const commands = ['aor.yaml', 'nope.yaml', 'aor.yaml'].map((path) => read(clone, path));
      assert.deepEqual(await Promise.all(commands), [...kinds, 'unreadable'], filter);
    }
  });
});
