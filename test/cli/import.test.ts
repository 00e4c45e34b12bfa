import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aor, git, repositoryWith, write } from './program';

const files = {
  '.github/CODEOWNERS': '* @lead\n/pay/ @ana @ben\n/search/ @acme/search\n/mail/ mail-team@shop.example\n*.md @docs\n',
  'pay/a.ts': '',
  'search/a.ts': '',
  'search/README.md': '',
  'mail/x': '',
};

const run = (folder: string, ...args: readonly string[]) => aor(folder, ['import', ...args]);
const written = (folder: string, path = 'aor.yaml'): string => readFileSync(join(folder, path), 'utf8');

describe('aor import', () => {
  it('writes an ownership file, and says what it made of what', async () => {
    const folder = repositoryWith(files);
    const { stdout, stderr, status } = await run(folder);
    assert.deepEqual([stdout, status], ['', 0]);
    assert.equal(
      stderr,
      `aor: .github/CODEOWNERS: 5 lists of owners became 5 AORs; 0 of 5 files changed owners.
aor: 5 globs, 1 with a priority: **/*.md.
aor: Of several owners, 0 were picked by what they did and 1 by their order. Look at these.
aor: 2 AORs need a person, for none is named: search, mail
aor: 1 AOR has a mailbox for contact.
aor: Written to aor.yaml.
`,
    );
    const who = await aor(folder, ['who', 'pay/a.ts', 'search/README.md', 'mail/x', '.github/CODEOWNERS']);
    assert.equal(
      who.stdout,
      `pay/a.ts: Pay · ana
search/README.md: *.md files · docs
mail/x: Mail · vacant
.github/CODEOWNERS: Everything else · lead
`,
    );
  });

  it('shows the file without writing it, and writes over nothing unless told', async () => {
    const folder = repositoryWith(files);
    const shown = await run(folder, '--output', '-');
    assert.match(shown.stdout, /^# Imported from \.github\/CODEOWNERS/);
    assert.equal(existsSync(join(folder, 'aor.yaml')), false);
    write(folder, { 'docs/aor.yml': 'version: 1\n' });
    const refused = await run(folder);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /docs\/aor\.yml is there already/);
    assert.equal((await run(folder, '--force')).status, 0);
    assert.equal(written(folder), shown.stdout);
  });

  it('picks as owner whoever did more, where history tells', async () => {
    const folder = repositoryWith(files);
    const commit = (name: string, count: number): void => {
      for (let at = 0; at < count; at++) {
        write(folder, { 'pay/a.ts': `${name}${String(at)}` });
        git(folder, 'commit', '-qam', 'x', '--author', `${name} <1+${name}@users.noreply.github.com>`);
      }
    };
    git(folder, 'add', '-A');
    commit('ana', 2);
    commit('ben', 6);
    const { stderr } = await run(folder);
    assert.match(stderr, /1 were picked by what they did and 0 by their order/);
    assert.match(written(folder), /owner: ben\n +backup: ana\n/);
    await run(folder, '--force', '--no-history');
    assert.match(written(folder), /owner: ana\n +backup: ben\n/);
  });

  it('reads the dialect of the folder, of the remote, or the one that is named', async () => {
    const text = '[Core] @lead\n/a/\n[Docs] @docs\n*.md\n/b.md\n';
    const folder = repositoryWith({ '.gitlab/CODEOWNERS': text, 'a/x': '', 'a/y.md': '', 'b.md': '' });
    const first = await run(folder, '--areas', 'Core');
    assert.match(first.stderr, /The areas are the section "Core"; the others are reviews/);
    assert.match(written(folder), /kind: review/);
    const missing = await run(folder, '--areas', 'Nothing', '--force');
    assert.match(missing.stderr, /has no section "Nothing"/);
    const other = await run(folder, '.gitlab/CODEOWNERS', '--format', 'github', '--output', '-');
    assert.match(other.stderr, /:1: \[Core\] @lead: `\[ \]` is no range here/);
  });

  it('lists what it leaves out, with its line, and keeps the rest', async () => {
    const folder = repositoryWith({ CODEOWNERS: '!x @ana\n/a nobody\n/b @ana\n', b: '' });
    const { stderr, status } = await run(folder);
    assert.equal(status, 0);
    assert.match(stderr, /CODEOWNERS:1: !x @ana: /);
    assert.match(stderr, /CODEOWNERS:2: \/a nobody: /);
    assert.match(written(folder), /owner: ana/);
  });

  it('reads OWNERS and MAINTAINERS where there is no CODEOWNERS, and says what it leaves out', async () => {
    const prow = repositoryWith({
      OWNERS: 'approvers: [ana, leads]\nlabels: [area/all]\n',
      OWNERS_ALIASES: 'aliases:\n  leads: [ben, cleo]\n',
      'pkg/OWNERS': 'approvers: [dan]\nreviewers: [ana]\n',
      'pkg/a.go': '',
    });
    const first = await run(prow);
    assert.equal(first.status, 0);
    assert.match(first.stderr, /OWNERS of Prow: 3 files became 2 AORs; 4 of 4 files have one/);
    assert.match(first.stderr, /OWNERS:2: labels: \[area\/all\]: /);
    const who = await aor(prow, ['who', 'pkg/a.go', 'OWNERS']);
    assert.equal(who.stdout, 'pkg/a.go: Pkg · dan\nOWNERS: Everything else · ana\n');

    const linux = repositoryWith({
      MAINTAINERS:
        'List of maintainers\n\nNET DRIVERS\nM:\tAna Ruiz <ana@k.example>\nL:\tnet@k.example\nF:\tdrivers/net/\nK:\t(?<=x)\n',
      'drivers/net/a.c': '',
    });
    const second = await run(linux, '--format', 'maintainers');
    assert.match(second.stderr, /MAINTAINERS: 1 file became 1 AORs; 1 of 2 files have one/);
    assert.match(second.stderr, /\(\?<=x\): The expression of NET DRIVERS/);
    assert.match(written(linux), /contact: net@k\.example/);

    const other = repositoryWith({ 'Maintainers.txt': 'SHELL\nM: Ben <ben@k.example>\nF: a/\n', 'a/x': '' });
    await run(other, 'Maintainers.txt', '--format', 'maintainers');
    assert.equal((await aor(other, ['who', 'a/x'])).stdout, 'a/x: SHELL · Ben\n');

    const chromium = repositoryWith({ OWNERS: 'ana@c.example\nper-file *.md=ben@c.example\n', 'a.md': '', 'b.cc': '' });
    await run(chromium);
    assert.equal(
      (await aor(chromium, ['who', 'a.md', 'b.cc'])).stdout,
      'a.md: *.md files · ben@c.example\nb.cc: Everything else · ana@c.example\n',
    );
    const gitea = repositoryWith({
      '.gitea/CODEOWNERS': '.*\\\\.go @ana @ben\n!src/.* @cleo\ndocs/.* @acme/docs\n',
      'src/a.go': '',
      'docs/a.md': '',
    });
    const third = await run(gitea);
    assert.match(third.stderr, /CODEOWNERS:2: !src\/\.\* @cleo: .*no writing as a glob\. 2 files\./);
    assert.equal(
      (await aor(gitea, ['who', 'src/a.go', 'docs/a.md'])).stdout,
      'src/a.go: *.go files · ana\ndocs/a.md: Docs · vacant\n',
    );
    const none = await run(repositoryWith({ a: '' }), '--format', 'prow');
    assert.match(none.stderr, /No OWNERS of Prow in /);
  });

  it('says in one line what it cannot do', async () => {
    const cases: readonly (readonly [Record<string, string>, readonly string[], RegExp])[] = [
      [{ a: '' }, [], /No CODEOWNERS in .*\. Looked for \.github\/CODEOWNERS/],
      [{ a: '' }, ['x/CODEOWNERS'], /x\/CODEOWNERS does not exist/],
      [{ CODEOWNERS: '# nothing\n' }, [], /CODEOWNERS has no line that can be read/],
      [
        { CODEOWNERS: '* @a\n' },
        ['--format', 'svn'],
        /Unknown format "svn"\. Known: github, gitlab, bitbucket, maintainers, mots, teams, backstage, prow, chromium/,
      ],
      [{ '.gitea/CODEOWNERS': '(a|b) @a\n' }, [], /nobody is named for any file/],
      [{ CODEOWNERS: '* @a\n' }, ['a', 'b'], /takes one file/],
      [{ CODEOWNERS: '* @a\n' }, ['--json'], /has no --json/],
    ];
    for (const [tree, args, expected] of cases) {
      const { stderr, stdout, status } = await run(repositoryWith(tree), ...args);
      assert.deepEqual([stdout, status], ['', 2]);
      assert.match(stderr, expected);
      assert.equal(stderr.trim().split('\n').length, 1);
    }
  });
});
