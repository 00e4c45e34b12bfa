import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSections } from '../unit/export/gitlabMatch';
import { lastMatch, linesOf } from '../unit/export/lastMatch';
import { aor, git, repositoryWith, write } from './program';

const ownership = `version: 1
people:
  ana: { name: Ana Ruiz, email: ana@shop.example, handles: { github: anaruiz } }
  ben: { name: Ben Okri, email: ben@shop.example }
  kit: { name: Kit }
aors:
  all: { title: All, owner: ben, paths: ["**"] }
  pay: { title: Payments, owner: ana, backup: ben, paths: [pay, "!pay/generated"] }
  docs: { title: Docs, owner: ana, paths: ["docs/*.md"] }
exempt: [vendor]
`;

const files = {
  'aor.yaml': ownership,
  'pay/a.ts': '',
  'pay/generated/b.ts': '',
  'docs/a.md': '',
  'docs/old.md/c.txt': '',
  'vendor/d.js': '',
  'e f.txt': '',
};

const read = (folder: string, path = '.github/CODEOWNERS'): string => readFileSync(join(folder, path), 'utf8');
const today = ['--today', '2026-06-15'];
const run = (folder: string, ...args: readonly string[]) =>
  aor(folder, ['export', '--to', 'codeowners', ...today, ...args]);

describe('aor export --to codeowners', () => {
  it('gives every file the owner that the ownership file gives it, and says what it tried', async () => {
    const folder = repositoryWith(files);
    const { stdout, stderr, status } = await run(folder);
    assert.deepEqual([stdout, status], ['', 0]);
    assert.equal(
      stderr,
      `aor: 6 lines; 0 of 7 files would have another owner.
aor: 1 file listed one by one: patterns cannot tell them apart.
`,
    );
    const owners = lastMatch(linesOf(read(folder)));
    const expected: Readonly<Record<string, string>> = {
      'pay/a.ts': '@anaruiz ben@shop.example',
      'pay/generated/b.ts': 'ben@shop.example',
      'docs/a.md': '@anaruiz',
      'docs/old.md/c.txt': 'ben@shop.example',
      'vendor/d.js': '',
      'e f.txt': 'ben@shop.example',
    };
    for (const [path, who] of Object.entries(expected)) assert.equal(owners(path)?.owners.join(' '), who, path);
  });

  it('checks that the file is what would be written, and stays so when a file comes', async () => {
    const folder = repositoryWith(files);
    const missing = await run(folder, '--check');
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /\.github\/CODEOWNERS is not there: run aor export/);
    await run(folder);
    assert.equal((await run(folder, '--check')).status, 0);
    write(folder, { 'pay/new.ts': '', 'docs/new.md': '' });
    assert.equal((await run(folder, '--check')).status, 0);
    write(folder, { 'aor.yaml': ownership.replace('owner: ana, backup: ben', 'owner: ben') });
    const { stderr, status } = await run(folder, '--check');
    assert.equal(status, 1);
    assert.match(stderr, /CODEOWNERS differs from line \d+ on: run aor export --to codeowners\.\n$/);
  });

  it('never writes over what somebody wrote by hand, unless told to', async () => {
    const folder = repositoryWith({ ...files, CODEOWNERS: '* @somebody\n' });
    const { stderr, status } = await run(folder);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /CODEOWNERS was not written by aor export --to codeowners\. Keep it elsewhere, or write over it with --force\.\n$/,
    );
    assert.equal(read(folder, 'CODEOWNERS'), '* @somebody\n');
    assert.equal((await run(folder, '--force')).status, 0);
    assert.match(read(folder, 'CODEOWNERS'), /^# Written by `aor export/);
    // It is one of its own now.
    assert.equal((await run(folder)).status, 0);
  });

  it('says who cannot be named there, and what has nobody', async () => {
    const folder = repositoryWith({
      ...files,
      'aor.yaml': ownership.replace('owner: ben, paths', 'owner: kit, paths'),
    });
    git(folder, 'remote', 'add', 'origin', 'https://git.shop.example/shop/shop.git');
    const { stdout, stderr } = await run(folder, '--output', '-');
    assert.match(stderr, /Kit has neither a handle on git\.shop\.example nor an e-mail address, and is left out\./);
    assert.match(stderr, /All has nobody who can be named: its files go to the next line that matches\./);
    assert.match(stdout, /^\/pay +ana@shop\.example ben@shop\.example$/m);
  });

  it('refuses in one line what it does not know', async () => {
    const folder = repositoryWith(files);
    for (const args of [['export'], ['export', '--to', 'gitea']]) {
      const { stderr, status } = await aor(folder, args);
      assert.deepEqual([stderr, status], ['aor: aor export wants --to codeowners or --to gitlab. Try --help.\n', 2]);
    }
  });
});

describe('aor export --to gitlab', () => {
  const withReview = ownership
    .replace('handles: { github: anaruiz }', 'handles: { gitlab: anaruiz }')
    .replace(
      'exempt:',
      '  sec: { title: Security, kind: review, level: must, owner: ben, paths: ["**/*.ts"] }\nexempt:',
    );
  const shop = { ...files, 'aor.yaml': withReview };
  const toGitlab = (folder: string, ...args: readonly string[]) =>
    aor(folder, ['export', '--to', 'gitlab', ...today, ...args]);

  it('gives every file its owner and its reviews, and says what it tried', async () => {
    const folder = repositoryWith(shop);
    const { stdout, stderr, status } = await toGitlab(folder);
    assert.deepEqual([stdout, status], ['', 0]);
    assert.equal(stderr, 'aor: 8 lines; 0 of 7 files would have another owner.\n');
    const sections = readSections(read(folder, '.gitlab/CODEOWNERS'));
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ['', '[Security]'],
    );
    const expected: Readonly<Record<string, readonly (string | null)[]>> = {
      'pay/a.ts': ['@anaruiz ben@shop.example', 'ben@shop.example'],
      'pay/generated/b.ts': ['ben@shop.example', 'ben@shop.example'],
      'docs/a.md': ['@anaruiz', null],
      'docs/old.md/c.txt': ['ben@shop.example', null],
      'vendor/d.js': [null, null],
      'e f.txt': ['ben@shop.example', null],
    };
    for (const [path, who] of Object.entries(expected))
      assert.deepEqual(
        sections.map(({ owners }) => owners(path)),
        who,
        path,
      );
  });

  it('checks that the file is what would be written, and stays so when a file comes', async () => {
    const folder = repositoryWith(shop);
    assert.match(
      (await toGitlab(folder, '--check')).stderr,
      /\.gitlab\/CODEOWNERS is not there: run aor export --to gitlab/,
    );
    await toGitlab(folder);
    write(folder, { 'pay/new.ts': '', 'docs/new.md': '', 'vendor/new/x.ts': '', 'docs/deep/new.md': '' });
    assert.equal((await toGitlab(folder, '--check')).status, 0);
    write(folder, { 'aor.yaml': withReview.replace('level: must', 'level: offer') });
    const { stderr, status } = await toGitlab(folder, '--check');
    assert.equal(status, 1);
    assert.match(stderr, /CODEOWNERS differs from line \d+ on: run aor export --to gitlab\.\n$/);
  });

  it('never writes over what somebody wrote by hand, nor over an export for another host', async () => {
    const folder = repositoryWith({ ...shop, CODEOWNERS: '* @somebody\n' });
    assert.equal((await toGitlab(folder)).status, 2);
    assert.equal(read(folder, 'CODEOWNERS'), '* @somebody\n');
    await run(folder, '--force');
    const { stderr, status } = await toGitlab(folder);
    assert.equal(status, 2);
    assert.match(stderr, /CODEOWNERS was not written by aor export --to gitlab\./);
  });
});
