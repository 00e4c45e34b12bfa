import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { aor, git, repositoryWith, temporaryFolder, write } from './program';
import { commitAll } from './reviewRepository';

const ownership = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@shop.example, handles: { github: anaruiz } }
  ben: { name: Ben Okri, email: ben@shop.example, handles: { github: benokri } }
  mei: { name: Mei Tan, email: mei@shop.example }
  kit: { name: Kit, email: kit@shop.example, away: [{ from: 2026-06-01, until: 2026-06-30 }] }
aors:
  pay: { title: Payments, owner: ana, backup: ben, paths: [pay] }
  web: { title: Web, owner: kit, backup: mei, paths: [web], guide: docs/web.md }
  keys: { title: Keys, kind: review, owner: mei, level: must, content: KEY, checklist: [Is it "secret"?] }
`;

const today = ['--today', '2026-06-15'];

interface Answer {
  readonly format: number;
  readonly base: { readonly ref: string; readonly commit: string } | null;
  readonly head: { readonly commit: string | null; readonly dirty: boolean };
  readonly author: string | null;
  readonly authors: readonly string[];
  readonly fileCount: number;
  readonly ownershipFile: unknown;
  readonly ask: readonly {
    readonly person: string;
    readonly handle: string | null;
    readonly for: readonly { readonly aor: string; readonly files: readonly string[] }[];
  }[];
  readonly uncovered: readonly { readonly id: string; readonly code: string }[];
  readonly knows: readonly unknown[];
  readonly [key: string]: unknown;
}

async function review(folder: string, ...args: readonly string[]): Promise<Answer> {
  const { stdout, stderr, status } = await aor(folder, ['review', '--json', ...today, ...args]);
  assert.ok(status === 0 || status === 1, stderr);
  return JSON.parse(stdout) as Answer;
}

/** `PERSON AOR FILE…`, one for each reason to ask. */
const asked = ({ ask }: Answer): string[] =>
  ask.flatMap(({ person, for: covered }) => covered.map((one) => [person, one.aor, ...one.files].join(' ')));

/** A repository with the ownership file on `main`, and the branch `work` checked out. */
function repository(files: Readonly<Record<string, string>> = {}): string {
  const folder = repositoryWith({ 'aor.yaml': ownership, ...files });
  commitAll(folder, 'Start');
  git(folder, 'switch', '--quiet', '--create', 'work');
  return folder;
}

describe('aor review', () => {
  it('prints JSON with every key', async () => {
    const folder = repository({ 'pay/a.ts': 'a\n', 'web/gone': 'gone\n' });
    git(folder, 'remote', 'add', 'origin', 'git@github.com:shop/shop.git');
    write(folder, { 'pay/a.ts': 'KEY\n', other: '' });
    rmSync(join(folder, 'web/gone'));
    const { stdout, status } = await aor(folder, ['review', '--json', ...today, '--author', 'ana']);
    assert.equal(status, 0);
    const commit = git(folder, 'rev-parse', 'main').trim();
    assert.deepEqual(JSON.parse(stdout), {
      format: 1,
      base: { ref: 'main', commit },
      head: { commit, dirty: true },
      author: 'ana',
      authors: ['ana'],
      fileCount: 3,
      ownershipFile: { from: 'base', changedInHead: false },
      ask: [
        {
          person: 'mei',
          name: 'Mei Tan',
          handle: null,
          for: [
            { aor: 'keys', as: 'owner', level: 'must', files: ['pay/a.ts'] },
            { aor: 'web', as: 'backup', level: 'area', files: ['web/gone'] },
          ],
          why: [
            { code: 'owner', text: 'owner of Keys: 1 file, matching at pay/a.ts:1' },
            { code: 'backup', text: 'backup of Web (Kit is unavailable): 1 file' },
          ],
          warnings: [],
        },
        {
          person: 'ben',
          name: 'Ben Okri',
          handle: 'benokri',
          for: [{ aor: 'pay', as: 'backup', level: 'area', files: ['pay/a.ts'] }],
          why: [{ code: 'backup', text: 'backup of Payments (Ana Ruiz made the change): 1 file' }],
          warnings: [],
        },
      ],
      notAsked: [
        { person: 'ana', aor: 'pay', code: 'author', text: 'made the change' },
        { person: 'kit', aor: 'web', code: 'away', text: 'unavailable' },
      ],
      uncovered: [{ kind: 'path', id: 'other', state: 'unowned', code: 'unowned', text: 'no area has this path' }],
      undecided: [],
      also: [],
      checklists: [
        { aor: 'keys', guide: null, items: ['Is it "secret"?'] },
        { aor: 'web', guide: 'docs/web.md', items: [] },
      ],
      knows: [],
      request: null,
      check: null,
    });
  });

  it('says it in words', async () => {
    const folder = repository({ 'pay/a.ts': 'a\n' });
    write(folder, { 'pay/a.ts': 'KEY\n', 'web/b': 'b\n', 'other\u202E': '' });
    const { stdout, stderr } = await aor(folder, ['review', ...today, '--author', 'ana']);
    assert.equal(stderr, '');
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      '3 files changed on work since main by Ana Ruiz',
      '',
      'Ask:',
      '  Mei Tan',
      '    must: owner of Keys: 1 file, matching at pay/a.ts:1',
      '    backup of Web (Kit is unavailable): 1 file',
      '  Ben Okri',
      '    backup of Payments (Ana Ruiz made the change): 1 file',
      '',
      'Not asked:',
      '  Ana Ruiz, Payments: made the change',
      '  Kit, Web: unavailable',
      '',
      'Open:',
      '  other\\u{202E}: no area has this path',
      '',
      'Checklist: Keys:',
      '  [ ] Is it "secret"?',
      '',
      'Checklist: Web (docs/web.md)',
    ]);
  });

  it('writes Markdown with the handles of the forge', async () => {
    const folder = repository({ 'pay/a.ts': 'a\n' });
    git(folder, 'remote', 'add', 'origin', 'https://github.com/shop/shop');
    write(folder, { 'pay/a.ts': 'b\n' });
    const { stdout } = await aor(folder, ['review', '--format', 'markdown', ...today]);
    assert.match(stdout, /^- @anaruiz \(Ana Ruiz\): owner of Payments\\?: 1 file$/m);
  });

  it('ends with 1 where a must is open, and only there', async () => {
    const broken = '  size: { title: Size, kind: review, owner: ana, level: must, min-lines: }\n';
    const folder = repository({ 'aor.yaml': ownership + broken });
    write(folder, { 'pay/a.ts': '' });
    assert.equal((await aor(folder, ['review', ...today])).status, 1);
    const other = repository();
    write(other, { 'nobody/has/it': '' });
    assert.equal((await aor(other, ['review', ...today])).status, 0);
    write(other, { 'pay/a.ts': 'KEY' });
    const { status, stdout } = await aor(other, ['review', ...today, '--author', 'mei']);
    assert.equal(status, 1);
    assert.match(stdout, /Keys: nobody can be asked: Mei Tan made the change/);
  });

  it('looks at the part of the work that it is asked for', async () => {
    const folder = repository();
    write(folder, { 'pay/committed': '' });
    commitAll(folder, 'One');
    write(folder, { 'pay/staged': '' });
    git(folder, 'add', '.');
    write(folder, { 'pay/untracked': '' });
    assert.deepEqual(asked(await review(folder)), ['ana pay pay/committed pay/staged pay/untracked']);
    assert.deepEqual(asked(await review(folder, '--staged')), ['ana pay pay/staged']);
    assert.deepEqual(asked(await review(folder, '--working-tree')), ['ana pay pay/staged pay/untracked']);
    assert.deepEqual(asked(await review(folder, '--base', 'HEAD')), ['ana pay pay/staged pay/untracked']);
    const { status, stderr } = await aor(folder, ['review', '--staged', '--working-tree']);
    assert.deepEqual([status, stderr], [2, 'aor: --staged and --working-tree contradict each other.\n']);
  });

  it('says in one line why it cannot look', async () => {
    const folder = repository();
    const origin = repository();
    write(origin, { x: '' });
    commitAll(origin, 'Work');
    git(origin, 'switch', '--quiet', 'main');
    write(origin, { y: '' });
    commitAll(origin, 'Main');
    const shallow = join(temporaryFolder(), 'shallow');
    git(origin, 'clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=work', `file://${origin}`, shallow);
    const plain = temporaryFolder();
    write(plain, { 'aor.yaml': ownership });
    for (const [cwd, args, says] of [
      [folder, ['--base', 'nope'], /^aor: --base nope names no commit here\.\n$/],
      [folder, ['--base=--output=x'], /names no commit here\.\n$/],
      [folder, ['--mention'], /^aor: --mention goes with --request\.\n$/],
      [folder, ['--dry-run'], /^aor: --dry-run goes with --request\.\n$/],
      [folder, ['--request', '--staged'], /^aor: --request is about the whole branch/],
      [folder, ['--check', '--working-tree'], /^aor: --check is about the whole branch/],
      [folder, ['--check', '--request'], /^aor: --request and --check contradict each other\.\n$/],
      [folder, ['src'], /takes no paths/],
      [shallow, [], /^aor: This clone is shallow .* git fetch --unshallow\n$/],
      [plain, [], /^aor: aor review needs git: git says: not a git repository.*\n$/],
    ] as const) {
      const { status, stdout, stderr } = await aor(cwd, ['review', ...today, ...args]);
      assert.deepEqual([status, stdout], [2, ''], stderr);
      assert.match(stderr, says);
    }
  });
});

describe('aor review: what decides', () => {
  it('is the file of the base, also where the change takes it away or breaks it', async () => {
    const folder = repository();
    write(folder, { 'pay/a.ts': '' });
    rmSync(join(folder, 'aor.yaml'));
    assert.ok(asked(await review(folder)).includes('ana pay aor.yaml pay/a.ts'));
    write(folder, { 'aor.yaml': '- nothing\n' });
    const { stdout, stderr } = await aor(folder, ['review', '--json', ...today]);
    assert.match(
      stderr,
      /^aor: The ownership file aor\.yaml of the working tree cannot be read: the base's counts\.\n$/,
    );
    assert.deepEqual((JSON.parse(stdout) as Answer).ownershipFile, { from: 'base', changedInHead: true });
  });

  it('is the working tree’s before the first commit, and where the base has none that can be read', async () => {
    const folder = repositoryWith({ 'aor.yaml': ownership, 'pay/a.ts': '' });
    const first = await review(folder);
    assert.deepEqual([first.base, first.head], [null, { commit: null, dirty: true }]);
    assert.deepEqual(first.ownershipFile, { from: 'working', changedInHead: true });
    assert.ok(asked(first).includes('ana pay pay/a.ts'));

    const broken = repository({ 'aor.yaml': '- nothing\n' });
    write(broken, { 'aor.yaml': ownership, 'pay/a.ts': '' });
    const { stdout, stderr } = await aor(broken, ['review', '--json', ...today]);
    assert.match(stderr, /aor\.yaml of main cannot be read: the working tree's counts/);
    assert.deepEqual((JSON.parse(stdout) as Answer).ownershipFile, { from: 'working', changedInHead: true });
  });

  it('is nothing where there is none', async () => {
    const folder = repositoryWith({ x: '' });
    commitAll(folder, 'Start');
    const { status, stderr } = await aor(folder, ['review']);
    assert.equal(status, 2);
    assert.match(stderr, /^aor: No ownership file in /);
  });

  it('may be named, at another place', async () => {
    const folder = repository({ 'team/owners.yaml': ownership.replace('Payments, owner: ana', 'Pay, owner: ben') });
    write(folder, { 'pay/a.ts': '', 'team/owners.yaml': ownership });
    assert.ok(asked(await review(folder, '--file', 'team/owners.yaml'))[0]?.startsWith('ben pay'));
    const elsewhere = temporaryFolder();
    write(elsewhere, { 'o.yaml': ownership });
    assert.deepEqual((await review(folder, '--file', join(elsewhere, 'o.yaml'))).ownershipFile, {
      from: 'working',
      changedInHead: true,
    });
  });

  it('counts for the folder that is the root', async () => {
    const folder = repository({ 'part/aor.yaml': ownership, 'part/web/a': '' });
    write(folder, { 'part/pay/a': '', 'pay/b': '' });
    const answer = await review(folder, '--root', 'part');
    assert.deepEqual([answer.fileCount, asked(answer)], [1, ['ana pay pay/a']]);
  });

  it('is that of the folder itself where the root of the work tree has none', async () => {
    const folder = repositoryWith({ 'part/aor.yaml': ownership, 'part/web/a': '' });
    commitAll(folder, 'Start');
    write(folder, { 'part/pay/a': '', 'pay/b': '' });
    const answer = await review(join(folder, 'part'));
    assert.deepEqual([answer.fileCount, asked(answer)], [1, ['ana pay pay/a']]);
  });

  it('is that of the work tree around, where an inner one has none', async () => {
    const folder = repository();
    mkdirSync(join(folder, 'pay/inner'), { recursive: true });
    git(join(folder, 'pay/inner'), 'init', '--quiet');
    write(folder, { 'pay/a.ts': '' });
    assert.deepEqual(asked(await review(join(folder, 'pay/inner'))), ['ana pay pay/a.ts']);
  });

  it('is said to be missing where a partial clone has not got it: the change must not decide instead', async () => {
    const origin = repository({ 'pay/a.ts': '' });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    // Git fetches what it compares with, which is where the branch began and not this.
    git(origin, 'switch', '--quiet', 'main');
    write(origin, { 'aor.yaml': ownership.replace('owner: ana', 'owner: mei') });
    commitAll(origin, 'Hand over');
    const clone = join(temporaryFolder(), 'clone');
    const partial = ['--no-checkout', '--branch', 'work', '--filter=blob:none'];
    git(origin, 'clone', '--quiet', ...partial, `file://${origin}`, clone);
    write(clone, { 'aor.yaml': ownership, 'pay/a.ts': 'more' });
    const { stdout, stderr, status } = await aor(clone, ['review', '--base', 'origin/main', ...today]);
    assert.deepEqual([stdout, status], ['', 2]);
    assert.match(
      stderr,
      /^aor: This clone has not got aor\.yaml of [0-9a-f]{12}, which says who is asked\. Fetch it: git show/,
    );
  });
});

describe('aor review: repositories as they come', () => {
  it('detached, without a remote, in a linked work tree', async () => {
    const folder = repository();
    write(folder, { 'pay/a.ts': '' });
    commitAll(folder, 'One');
    git(folder, 'switch', '--quiet', '--detach');
    assert.deepEqual(asked(await review(folder)), ['ana pay pay/a.ts']);
    const linked = join(temporaryFolder(), 'linked');
    git(folder, 'worktree', 'add', '--quiet', linked, 'work');
    const { head, ask } = await review(join(linked, 'pay'));
    assert.deepEqual([head.dirty, ask.length], [false, 1]);
  });

  it('cloned, with a default branch of any name', async () => {
    const origin = repository();
    git(origin, 'branch', '--move', 'main', 'trunk');
    git(origin, 'switch', '--quiet', 'trunk');
    const clone = join(temporaryFolder(), 'clone');
    git(origin, 'clone', '--quiet', origin, clone);
    write(clone, { 'pay/a.ts': '' });
    assert.equal((await review(clone)).base?.ref, 'origin/trunk');
  });

  it('with renames, whatever the configuration says of them', async () => {
    const lines = Array.from({ length: 30 }, (_, at) => `line ${at}\n`).join('');
    const folder = repository({ 'pay/a.ts': lines });
    git(folder, 'config', 'diff.renames', 'false');
    renameSync(join(folder, 'pay/a.ts'), join(folder, 'pay/b.ts'));
    const { fileCount, ask } = await review(folder);
    assert.deepEqual([fileCount, ask[0]?.for[0]?.files], [1, ['pay/b.ts']]);
  });

  it('with binary files, submodules and names that try something', async () => {
    const inner = repositoryWith({ x: '' });
    commitAll(inner, 'Start');
    const folder = repository();
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'pay/lib');
    const names = ['pay/new\nline', 'pay/"quoted" é', 'pay/-x', 'pay/:(glob)*'];
    write(folder, { ...Object.fromEntries(names.map((name) => [name, ''])), 'pay/bin': 'KEY\0' });
    const [first, ...others] = (await review(folder)).ask;
    assert.deepEqual(others, []);
    assert.deepEqual([...(first?.for[0]?.files ?? [])].sort(), [...names, 'pay/bin', 'pay/lib'].sort());
    const { stdout } = await aor(folder, ['review', ...today]);
    assert.ok(!stdout.includes('new\nline'));
  });
});

describe('aor review: who made it', () => {
  const message = 'One\n\nCo-authored-by: B <123+BenOkri@users.noreply.github.com>\n';

  it('is said by the commits, their co-authors and `.mailmap`', async () => {
    const folder = repository({ '.mailmap': 'Ana Ruiz <ana@shop.example> <ana@home.example>\n' });
    write(folder, { 'pay/a.ts': '' });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message', message, '--author=A <ANA@home.example>');
    const { author, authors, ask, uncovered } = await review(folder);
    assert.deepEqual([author, authors, ask], ['ana', ['ana', 'ben'], []]);
    assert.deepEqual(
      uncovered.map(({ id, code }) => [id, code]),
      [['pay', 'author']],
    );
  });

  it('may be somebody the ownership file does not know, by name and by --author', async () => {
    const folder = repository();
    write(folder, { 'pay/a.ts': '' });
    assert.deepEqual((await review(folder)).authors, []);
    const { stdout, stderr, status } = await aor(folder, ['review', ...today, '--author', 'anna', '--author', 'ben']);
    assert.equal(status, 0);
    assert.equal(stderr, 'aor: No person has the id anna, which --author names. Did you mean "ana"?\n');
    assert.match(stdout, /by anna, Ben Okri\n/);
  });
});

describe('aor review: history', () => {
  const anywhere = (count: number): string =>
    `reviewed ${count} of the last 3 changes anywhere, ${count} of the last 3 by the same authors`;

  it('tells who reviewed what is changed, unless it is told not to look', async () => {
    const folder = repository({ 'pay/a.ts': '' });
    git(folder, 'switch', '--quiet', 'main');
    for (const line of ['1', '2', '3']) {
      write(folder, { 'pay/a.ts': line });
      commitAll(folder, `Change ${line}\n\nReviewed-by: Ben Okri <ben@shop.example>`);
    }
    git(folder, 'switch', '--quiet', '--create', 'more');
    write(folder, { 'pay/a.ts': 'more' });
    const tomorrow = ['--today', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)];
    const run = async (...args: readonly string[]) =>
      (JSON.parse((await aor(folder, ['review', '--json', ...tomorrow, ...args])).stdout) as Answer).knows;
    assert.deepEqual(await run(), [{ person: 'ben', name: 'Ben Okri', aor: 'pay', text: anywhere(3) }]);
    assert.deepEqual(await run('--no-history'), []);
  });

  it('tells who reviewed what nobody owns, and says so in one line', async () => {
    const folder = repository({ 'tools/a.ts': '' });
    git(folder, 'switch', '--quiet', 'main');
    for (const [line, by] of [
      ['1', 'Ben Okri <ben@shop.example>'],
      ['2', 'Kim Park <kim@elsewhere.example>'],
      ['3', 'Kim Park <kim@elsewhere.example>'],
    ] as const) {
      write(folder, { 'tools/a.ts': line });
      commitAll(folder, `Change ${line}\n\nReviewed-by: ${by}`);
    }
    git(folder, 'switch', '--quiet', '--create', 'more');
    write(folder, { 'tools/a.ts': 'more' });
    const tomorrow = ['--today', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)];
    const { knows } = JSON.parse((await aor(folder, ['review', '--json', ...tomorrow])).stdout) as Answer;
    assert.deepEqual(knows, [
      { person: null, name: 'Kim Park', aor: null, text: anywhere(2) },
      { person: 'ben', name: 'Ben Okri', aor: null, text: anywhere(1) },
    ]);
    assert.match(
      (await aor(folder, ['review', ...tomorrow])).stdout,
      /Also know this:\n {2}what nobody owns: Kim Park \(reviewed 2 of the last 3 changes anywhere, .*\), Ben Okri \(reviewed 1 of/,
    );
  });
});
