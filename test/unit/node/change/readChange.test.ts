import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, existsSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readText, type LoadedOwnership, type TextReader } from '../../../../src/core';
import { readChange } from '../../../../src/node/change/readChange';
import { changeOf, commit, git, repository, scratchFolder, told, write } from './scratch';

const lines = (count: number, first = 1): string =>
  Array.from({ length: count }, (_, at) => `line ${first + at}\n`).join('');

describe('the files of a change', () => {
  it('are those committed, staged, in the work tree and untracked', async () => {
    const folder = repository({ a: 'a\n', b: 'b\n', c: 'c\n', d: 'd\n' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { a: 'A\n' });
    commit(folder);
    write(folder, { b: 'B\n' });
    git(folder, 'add', 'b');
    write(folder, { c: 'C\n', 'new/e': 'E\nF' });
    rmSync(join(folder, 'd'));
    const change = await changeOf(folder);
    assert.deepEqual(told(change.files), ['M a +A -a', 'M b +B -b', 'M c +C -c', 'D d -d', 'A new/e +E +F']);
    assert.deepEqual([change.head.branch, change.head.dirty, change.base?.ref], ['work', true, 'main']);

    assert.deepEqual(told((await changeOf(folder, { scope: 'staged' })).files), ['M b +B -b']);
    assert.deepEqual(told((await changeOf(folder, { scope: 'workingTree' })).files), [
      ...['M b +B -b', 'M c +C -c', 'D d -d', 'A new/e +E +F'],
    ]);
  });

  it('are still those when a later stage takes something back', async () => {
    const folder = repository({ a: 'a\n', b: 'b\n' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { a: 'a\nkey\n' });
    commit(folder);
    write(folder, { a: 'a\n', b: 'staged\n' });
    git(folder, 'add', 'b');
    write(folder, { b: 'b\nmore\n' });
    assert.deepEqual(told((await changeOf(folder)).files), ['M a +key', 'M b +more +staged -b']);
  });

  it('know the place of each line', async () => {
    const folder = repository({ a: lines(9) });
    write(folder, { a: `${lines(2)}new\n${lines(4, 3)}${lines(2, 8)}` });
    const [file] = (await changeOf(folder)).files;
    assert.deepEqual([file?.added, file?.addedAt, file?.removed, file?.removedAt], [['new'], [3], ['line 7'], [7]]);
  });

  it('have lines without their ends, whatever they look like', async () => {
    const odd = '--- a/x\r\n+++ b/x\r\n@@ -1 +1 @@\r\ndiff --git a/x b/x\r\n\\ No newline\r\nBinary files\r\n\r\nlast';
    const folder = repository({ keep: '', gone: odd });
    rmSync(join(folder, 'gone'));
    write(folder, { come: odd });
    const { files } = await changeOf(folder, { scope: 'workingTree' });
    const [moved] = files;
    assert.deepEqual([moved?.kind, moved?.from, moved?.added], ['renamed', 'gone', []]);
    git(folder, 'add', 'come');
    write(folder, { gone: odd });
    const [come] = (await changeOf(folder)).files;
    assert.deepEqual(come?.added, odd.split('\r\n'));
  });

  it('are found by hostile names', async () => {
    const names = ['a "quoted" é.txt', 'tab\there', 'new\nline', '-option', ':(glob)*', 'back\\slash', 'sp ace ', '#x'];
    const folder = repository({ first: '' });
    write(folder, Object.fromEntries(names.map((name) => [name, `${name.length}\n`])));
    assert.deepEqual(
      (await changeOf(folder)).files.map(({ path, added }) => `${path}=${added.join()}`).sort(),
      names.map((name) => `${name}=${name.length}`).sort(),
    );
    commit(folder);
    git(folder, 'branch', 'work');
    git(folder, 'switch', '--quiet', 'work');
    for (const name of names) write(folder, { [name]: 'else\n' });
    commit(folder);
    assert.deepEqual((await changeOf(folder)).files.map(({ path }) => path).sort(), [...names].sort());
  });

  it('are renamed whatever the configuration says, moved without git too', async () => {
    const folder = repository({ old: lines(20), other: lines(20, 100), exec: 'x\n' });
    for (const [name, value] of [
      ...[
        ['diff.renames', 'false'],
        ['diff.noprefix', 'true'],
        ['diff.mnemonicPrefix', 'true'],
        ['color.ui', 'always'],
      ],
      ...[
        ['diff.context', '7'],
        ['diff.interHunkContext', '9'],
        ['diff.external', 'false'],
        ['diff.relative', 'true'],
      ],
      ...[
        ['core.quotePath', 'true'],
        ['diff.orderFile', '/nowhere'],
        ['diff.submodule', 'log'],
        ['diff.renameLimit', '1'],
      ],
      ...[
        ['status.showUntrackedFiles', 'no'],
        ['status.relativePaths', 'true'],
        ['log.showSignature', 'true'],
      ],
      ...[
        ['diff.ignoreSubmodules', 'all'],
        ['diff.wsErrorHighlight', 'all'],
        ['status.branch', 'false'],
      ],
    ] as const)
      git(folder, 'config', name, value);
    git(folder, 'mv', 'old', 'new');
    appendFileSync(join(folder, 'new'), 'more\n');
    renameSync(join(folder, 'other'), join(folder, 'moved é'));
    const { files } = await changeOf(folder);
    assert.deepEqual(
      told(files),
      ['R other → moved é', 'R old → new +more'].sort((a, b) => (a.slice(-9) < b.slice(-9) ? 1 : -1)),
    );
  });

  it('have no lines where they are binary, and lines where only the change says they are', async () => {
    const folder = repository({ 'a.png': Buffer.from([0, 1, 2]), 'b.ts': 'b\n' });
    write(folder, { 'a.png': Buffer.from([0, 1, 10, 3]), 'b.ts': 'B\n', 'c.bin': Buffer.from([1, 0]) });
    assert.deepEqual(told((await changeOf(folder)).files), ['M a.png binary', 'M b.ts +B -b', 'A c.bin binary']);
    write(folder, { '.gitattributes': '*.ts -diff\n' });
    const { files } = await changeOf(folder);
    assert.deepEqual(told(files), ['A .gitattributes +*.ts -diff', 'M a.png binary', 'M b.ts +B -b', 'A c.bin binary']);
    git(folder, 'checkout', '--quiet', '.');
    rmSync(join(folder, 'c.bin'));
    commit(folder);
    write(folder, { 'b.ts': 'B\n' });
    assert.deepEqual(told((await changeOf(folder)).files), ['M b.ts binary']);
  });

  it('are one path without lines where they are submodules', async () => {
    const inner = repository({ x: 'x\n' });
    const folder = repository({ first: '' });
    git(folder, 'submodule', '--quiet', 'add', inner, 'lib');
    commit(folder);
    write(join(folder, 'lib'), { x: 'dirty\n', untracked: '' });
    assert.deepEqual(told((await changeOf(folder)).files), []);
    git(join(folder, 'lib'), '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--all', '-m', 'In');
    assert.deepEqual(told((await changeOf(folder)).files), ['M lib']);
    write(folder, { 'nested/y': '' });
    git(join(folder, 'nested'), 'init', '--quiet');
    assert.deepEqual(told((await changeOf(folder)).files), ['M lib']);
  });

  it('are those beneath the folder that is asked about', async () => {
    const folder = repository({ 'in/a': lines(5), 'out/b': lines(5, 50) });
    git(folder, 'mv', 'out/b', 'in/b');
    write(folder, { 'in/new é': 'n\n', 'out/c': '' });
    const { files } = await changeOf(join(folder, 'in'));
    assert.deepEqual(
      files.map(({ kind, path }) => `${kind} ${path}`),
      ['added b', 'added new é'],
    );
  });

  it('are found where a folder takes the place of a file, or a file that of a folder', async () => {
    const folder = repository({ file: 'a\n', 'folder/in': 'b\n' });
    rmSync(join(folder, 'file'));
    rmSync(join(folder, 'folder'), { recursive: true });
    write(folder, { 'file/now': 'c\n', folder: 'd\n', 'git~1/odd': 'e\n' });
    assert.deepEqual(told((await changeOf(folder)).files), [
      ...['D file -a', 'A file/now +c', 'A folder +d', 'D folder/in -b', 'A git~1/odd +e'],
    ]);
  });

  it('may be links, or become them', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repository({ a: 'a\n', run: 'x\n' });
    rmSync(join(folder, 'a'));
    symlinkSync('/etc/passwd', join(folder, 'a'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    chmodSync(join(folder, 'run'), 0o755);
    const { files } = await changeOf(folder);
    assert.deepEqual(told(files), ['M a +/etc/passwd -a', 'A dangling +nowhere', 'M run']);
  });

  it('keep long lines as long, and count what is too much', async () => {
    const folder = repository({ first: '' });
    write(folder, { long: `${'é'.repeat(30_000)}\nshort\n`, exact: '\u{1F600}'.repeat(10_000) });
    const [exact, long] = (await changeOf(folder)).files;
    assert.ok((long?.added[0]?.length ?? 0) > 10_000);
    assert.deepEqual([long?.added[1], [...(exact?.added[0] ?? '')].length], ['short', 10_000]);
    write(folder, { huge: 'x\n'.repeat(500_000), small: 'y\n' });
    const { files, notes } = await changeOf(folder);
    const sum = files.reduce((total, file) => total + file.added.length + file.droppedLines, 0);
    assert.equal(sum, 500_004);
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['large-change'],
    );
  });

  it('are told in the middle of a merge, each once', async () => {
    const folder = repository({ a: 'a\n' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { a: 'mine\n' });
    commit(folder);
    git(folder, 'switch', '--quiet', 'main');
    write(folder, { a: 'theirs\n' });
    commit(folder);
    git(folder, 'switch', '--quiet', 'work');
    assert.throws(() => git(folder, 'merge', '--quiet', 'main'));
    const { files } = await changeOf(folder);
    assert.deepEqual(
      files.map(({ kind, path }) => `${kind} ${path}`),
      ['modified a'],
    );
    assert.ok(files[0]?.added.includes('mine'));
  });
});

describe('what a change is compared with', () => {
  it('is the commit where the branch began, not the tip', async () => {
    const folder = repository({ a: 'a\n' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { b: '' });
    commit(folder);
    const fork = git(folder, 'rev-parse', 'main').trim();
    git(folder, 'switch', '--quiet', 'main');
    write(folder, { c: '' });
    const tip = commit(folder);
    git(folder, 'switch', '--quiet', '--detach', 'work');
    const { base, from, head, files } = await changeOf(folder);
    assert.deepEqual([base, from, head.branch], [{ ref: 'main', commit: tip }, fork, null]);
    assert.deepEqual(told(files), ['A b']);
    assert.equal((await changeOf(folder, { base: 'HEAD' })).files.length, 0);
    assert.equal((await readChange(folder, { base: 'nope' })).kind, 'failed');
    assert.equal((await readChange(folder, { base: '--all' })).kind, 'failed');
  });

  it("is the remote's default branch, `upstream` first", async () => {
    const origin = repository({ a: '' });
    git(origin, 'branch', '--move', 'trunk');
    const folder = join(scratchFolder(), 'clone');
    git(origin, 'clone', '--quiet', origin, folder);
    git(folder, 'switch', '--quiet', '--create', 'main');
    assert.equal((await changeOf(folder)).base?.ref, 'origin/trunk');
    git(folder, 'remote', 'add', 'upstream', origin);
    git(folder, 'fetch', '--quiet', 'upstream');
    assert.equal((await changeOf(folder)).base?.ref, 'upstream/trunk');
  });

  it('is the branch that the policy of the usual branch names; no change chooses another', async () => {
    const policy = (branch: string) => `version: 1\nreview: { base-branch: ${branch} }\n`;
    const folder = repository({ 'aor.yaml': policy('develop') });
    git(folder, 'branch', 'develop');
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { 'aor.yaml': policy('work') });
    commit(folder);
    const { base, files } = await changeOf(folder);
    assert.deepEqual([base?.ref, files.length], ['develop', 1]);
    git(folder, 'branch', '--delete', '--force', 'develop');
    const without = await changeOf(folder);
    assert.deepEqual([without.base?.ref, without.notes.map(({ code }) => code)], ['main', ['base-branch-missing']]);
  });

  it('is nothing before the first commit, and where there is no such branch', async () => {
    const folder = repository();
    write(folder, { a: 'a\n', b: 'b\n' });
    git(folder, 'add', 'a');
    const { base, from, head, files, notes } = await changeOf(folder);
    assert.deepEqual([base, from, head.commit, head.branch], [null, null, null, 'main']);
    assert.deepEqual(told(files), ['A a +a', 'A b +b']);
    assert.deepEqual(told((await changeOf(folder, { scope: 'staged' })).files), ['A a +a']);
    assert.deepEqual(
      notes.map(({ code }) => code),
      ['no-base'],
    );
    commit(folder);
    git(folder, 'branch', '--move', 'alone');
    write(folder, { c: '' });
    assert.deepEqual(told((await changeOf(folder)).files), ['A c']);
  });

  it('is said to be missing in a shallow clone', async () => {
    const origin = repository({ a: 'a\n' });
    git(origin, 'switch', '--quiet', '--create', 'work');
    write(origin, { b: '' });
    commit(origin);
    git(origin, 'switch', '--quiet', 'main');
    write(origin, { c: '' });
    commit(origin);
    const folder = join(scratchFolder(), 'clone');
    git(origin, 'clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=work', `file://${origin}`, folder);
    const reading = await readChange(folder);
    assert.ok(reading.kind === 'failed');
    assert.equal(reading.code, 'shallow');
    git(folder, '-c', 'protocol.file.allow=always', 'fetch', '--quiet', '--unshallow');
    assert.deepEqual(told((await changeOf(folder)).files), ['A b']);
  });

  it('is nothing where no commit is shared', async () => {
    const folder = repository({ a: '' });
    git(folder, 'switch', '--quiet', '--orphan', 'pages');
    write(folder, { b: '' });
    commit(folder);
    const { base, from, notes, files } = await changeOf(folder);
    assert.deepEqual([base?.ref, from, notes.map(({ code }) => code)], ['main', null, ['no-common-commit']]);
    assert.deepEqual(told(files), ['A b']);
  });

  it('works in a linked work tree, whose index is its own', async () => {
    const folder = repository({ a: 'a\n' });
    const linked = join(scratchFolder(), 'linked');
    git(folder, 'worktree', 'add', '--quiet', '-b', 'work', linked);
    write(linked, { b: 'b\n' });
    write(folder, { c: 'c\n' });
    assert.deepEqual(told((await changeOf(linked)).files), ['A b +b']);
  });

  it('is no matter without git', async () => {
    const reading = await readChange(scratchFolder());
    assert.ok(reading.kind === 'failed' && reading.code === 'no-git', JSON.stringify(reading));
  });
});

describe('reading a change', () => {
  it('runs no hook, filter or program of the repository that shows files', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = repository({ a: 'a\n', '.gitattributes': '* diff=evil\n' });
    const ran = join(scratchFolder(), 'ran');
    const program = join(scratchFolder(), 'program');
    write('/', { [program]: `#!/bin/sh\necho "$0" >> '${ran}'\n` });
    chmodSync(program, 0o755);
    for (const name of ['core.fsmonitor', 'diff.external', 'diff.evil.command', 'diff.evil.textconv', 'core.pager'])
      git(folder, 'config', name, program);
    git(folder, 'config', 'log.showSignature', 'true');
    git(folder, 'config', 'gpg.program', program);
    symlinkSync(program, join(folder, '.git/hooks/post-index-change'));
    write(folder, { a: 'A\n', b: '' });
    assert.equal((await changeOf(folder)).files.length, 2);
    assert.equal(existsSync(ran), false);
  });

  it('writes nothing into the repository and leaves no file behind', async () => {
    const folder = repository({ a: 'a\n' });
    write(folder, { b: 'b\n' });
    const state = () => git(folder, 'count-objects', '-v') + git(folder, 'ls-files', '--stage', '--debug');
    const before = state();
    await changeOf(folder);
    assert.equal(state(), before);
    assert.equal(existsSync(join(folder, '.git/index.lock')), false);
    assert.deepEqual(readdirSync(folder).sort(), ['.git', 'a', 'b']);
  });

  it('stops when told to', async () => {
    const folder = repository({ a: 'a\n' });
    const controller = new AbortController();
    const steps: string[] = [];
    await assert.rejects(
      readChange(folder, {
        signal: controller.signal,
        onProgress: ({ step }) => {
          steps.push(step);
          if (step === 'files') controller.abort();
        },
      }),
      { name: 'AbortError' },
    );
    assert.deepEqual(steps, ['base', 'files']);
    await assert.rejects(readChange(folder, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('says nothing of its own where many can be stopped', async () => {
    const folder = repository({ a: 'a\n' });
    for (let at = 0; at < 12; at++) git(folder, 'remote', 'add', `r${at}`, `https://git.example/${at}`);
    const warnings: string[] = [];
    const warn = ({ message }: Error): void => void warnings.push(message);
    process.on('warning', warn);
    await changeOf(folder, { signal: new AbortController().signal });
    process.off('warning', warn);
    assert.deepEqual(warnings, []);
  });

  it('gives the ownership files of the base, of where the branch began, and of the change', async () => {
    const titled = (title: string) => `version: 1\naors: { x: { title: ${title} } }\n`;
    const folder = repository({ 'aor.yaml': titled('Fork') });
    git(folder, 'switch', '--quiet', '--create', 'work');
    git(folder, 'switch', '--quiet', 'main');
    write(folder, { 'aor.yaml': titled('Base') });
    commit(folder);
    git(folder, 'switch', '--quiet', 'work');
    write(folder, { 'aor.yaml': titled('Staged') });
    git(folder, 'add', '.');
    write(folder, { 'aor.yaml': titled('Head') });
    const titles = async (options = {}) => {
      const { base, fork, head } = (await changeOf(folder, options)).ownership;
      return [base, fork, head].map((loaded) =>
        loaded?.kind === 'loaded' ? loaded.file.aors.get('x')?.title : loaded?.kind,
      );
    };
    assert.deepEqual(await titles(), ['Base', 'Fork', 'Head']);
    assert.deepEqual(await titles({ scope: 'staged' }), ['Base', 'Fork', 'Staged']);
    assert.deepEqual(
      await titles({ entry: 'other.yaml' }),
      ['none', 'none', 'none'].map(() => 'failed'),
    );
  });

  it('has what an ownership file says read once where it is the same', async () => {
    const folder = repository({ 'aor.yaml': 'version: 1\ninclude: [a.yaml, b.yaml]\n', 'a.yaml': '', 'b.yaml': '' });
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { 'b.yaml': 'version: 1\n' });
    commit(folder);
    const paths: string[] = [];
    const reader: TextReader = (source, isEntry) => {
      paths.push(source.path);
      return readText(source, isEntry);
    };
    const { base, fork, head } = (await changeOf(folder, { reader })).ownership;
    assert.deepEqual(paths.sort(), ['a.yaml', 'aor.yaml', 'b.yaml', 'b.yaml']);
    const codes = [base, fork, head].map((loaded) =>
      loaded?.kind === 'loaded' ? loaded.problems.map(({ at }) => at.file) : [],
    );
    assert.deepEqual(codes, [['a.yaml', 'b.yaml'], ['a.yaml', 'b.yaml'], ['a.yaml']]);
  });

  it('takes the file of the work tree that is still being read', async () => {
    const folder = repository({ 'aor.yaml': 'version: 1\n' });
    const working = new Promise<LoadedOwnership>((resolve) => setImmediate(() => resolve({ kind: 'none' })));
    assert.deepEqual((await changeOf(folder, { working })).ownership.head, { kind: 'none' });
  });

  it('tells early whose history speaks for it', async () => {
    const told: (string | null)[] = [];
    const onRevision = (commit: string | null): void => void told.push(commit);
    const folder = repository({ a: 'a\n' });
    const first = git(folder, 'rev-parse', 'HEAD').trim();
    git(folder, 'switch', '--quiet', '--create', 'work');
    write(folder, { a: 'b\n' });
    const second = commit(folder);
    await changeOf(folder, { onRevision });
    git(folder, 'branch', '--quiet', '--delete', '--force', 'main');
    await changeOf(folder, { onRevision });
    await changeOf(repository(), { onRevision });
    assert.deepEqual(told, [first, second, null]);
  });
});
