import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aor, git, repositoryWith, temporaryFolder, write } from './program';

const init = (folder: string, ...args: readonly string[]) => aor(folder, ['init', ...args]);

function commit(folder: string, who: string, path: string, text: string): void {
  write(folder, { [path]: text });
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'x', `--author=${who}`);
}

/** Two people with a folder each, and a program. */
function repository(): string {
  const files = Object.fromEntries(
    ['pay', 'mail'].flatMap((at) => [1, 2, 3, 4].map((n) => [`${at}/${String(n)}`, ''])),
  );
  const folder = repositoryWith(files);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'start');
  for (let at = 0; at < 9; at++) {
    commit(folder, 'Ana Diaz <12+anad@users.noreply.github.com>', 'pay/1', `${String(at)}\n`);
    commit(folder, 'Ben Roy <ben@shop.example>', 'mail/1', `${String(at)}\n`);
    commit(folder, 'renovate[bot] <bot@renovateapp.com>', 'mail/1', `bot ${String(at)}\n`);
  }
  return folder;
}

describe('aor init', () => {
  it('writes who works where, in a file that the other commands read', async () => {
    const folder = repository();
    const { stdout, stderr, status } = await init(folder);
    assert.deepEqual([stdout, status], ['', 0]);
    assert.match(
      stderr,
      /^aor: 18 commits, 8 files: 3 AORs for 2 people, \d vacant\.\naor: Written to aor\.yaml\. .*\n$/,
    );
    const text = readFileSync(join(folder, 'aor.yaml'), 'utf8');
    assert.match(text, /^# Proposed by aor init from 18 commits/);
    assert.match(text, /ana: \{ name: Ana Diaz, handles: \{ github: anad \} \}/);
    const who = await aor(folder, ['who', 'pay/2', 'mail/2']);
    assert.equal(who.stdout, 'pay/2: Pay · Ana Diaz\nmail/2: Mail · Ben Roy\n');
    assert.equal((await aor(folder, ['check'])).status, 0);
  });

  it('shows the proposal without writing it, and writes over nothing unless told', async () => {
    const folder = repository();
    const shown = await init(folder, '--output', '-');
    assert.match(shown.stdout, /^# Proposed/);
    assert.equal(existsSync(join(folder, 'aor.yaml')), false);
    write(folder, { 'docs/aor.yml': 'version: 1\n' });
    const refused = await init(folder);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /docs\/aor\.yml is there already/);
    assert.equal((await init(folder, '--force')).status, 0);
    assert.equal(existsSync(join(folder, 'aor.yaml')), true);
  });

  it('joins people by the mailmap', async () => {
    const folder = repository();
    write(folder, { '.mailmap': 'Ana Diaz <ana@shop.example> Ben Roy <ben@shop.example>\n' });
    const { stdout } = await init(folder, '--output', '-');
    assert.doesNotMatch(stdout, /Ben Roy/);
    assert.match(stdout, /email: ana@shop\.example/);
  });

  it('takes a folder of the repository for itself', async () => {
    const { stdout, stderr, status } = await init(repository(), '--root', 'pay', '--output', '-');
    assert.equal(status, 0);
    assert.match(stderr, /^aor: 9 commits, 4 files: 1 AORs? for 1 (?:person|people), 0 vacant/);
    assert.match(stdout, /owner: ana/);
    assert.doesNotMatch(stdout, /Ben Roy/);
  });

  it('counts commits alone where their content is not here, and fetches nothing', async () => {
    const folder = repository();
    git(folder, 'config', 'uploadpack.allowFilter', 'true');
    const part = temporaryFolder();
    git(part, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', pathToFileURL(folder).href, 'part');
    const clone = join(part, 'part');
    git(clone, 'read-tree', 'HEAD');
    const before = git(clone, 'count-objects', '-v');
    const { stdout, stderr, status } = await init(clone, '--output', '-');
    assert.equal(status, 0);
    assert.match(stderr, /Changed lines are not counted/);
    assert.match(stdout, /owner: ana/);
    assert.equal(git(clone, 'count-objects', '-v'), before);
  });

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a path', ['src'], /aor init takes no paths/],
    ['a day that is none', ['--since', 'yesterday'], /--since wants a day as YYYY-MM-DD, not "yesterday"/],
    ['another format', ['--json'], /writes YAML/],
    ['a day to come', ['--since', '2190-01-01'], /--since wants a day that has passed/],
    [
      'days without commits',
      ['--today', '2001-02-01', '--since', '2001-01-01'],
      /No commits by people in .* since 2001-01-01/,
    ],
  ];
  for (const [what, args, message] of refusals)
    it(`refuses ${what}`, async () => {
      const { status, stderr } = await init(repository(), ...args);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });

  it('says that it needs a repository, and one with commits', async () => {
    const none = await init(temporaryFolder());
    assert.equal(none.status, 2);
    assert.match(none.stderr, /aor init needs git: /);
    const empty = await init(repositoryWith({ a: '' }));
    assert.equal(empty.status, 2);
    assert.match(empty.stderr, /No commits by people/);
  });
});
