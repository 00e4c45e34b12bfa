import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { aor, git, repositoryWith, write } from './program';

const today = ['--today', '2026-06-15'];
const people = 'people:\r\n  ana: Ana <ana@shop.example> # lead\r\n  ben: Ben <ben@shop.example>\r\n';
const slipped = `\uFEFF# Whose is what.\r\n${people}aors:\r\n  pay:\r\n    # Money.\r\n    owner: [ana, ben]\r\n    since: 2026-06-01\r\n    paths: ["**"]`;
const mended = `\uFEFF# Whose is what.\r\nversion: 1\r\n${people}aors:\r\n  pay:\r\n    title: Pay\r\n    # Money.\r\n    owner: ana\r\n    backup: ben\r\n    since: 2026-06-01\r\n    paths: ["**"]`;
const read = (folder: string, path = 'aor.yaml'): string => readFileSync(join(folder, path), 'utf8');

describe('aor check --fix', () => {
  it('corrects what needs no choice, says what, and leaves every other byte', async () => {
    const folder = repositoryWith({ 'aor.yaml': slipped });
    chmodSync(join(folder, 'aor.yaml'), 0o640);
    const { stdout, stderr, status } = await aor(folder, ['check', '--fix', ...today]);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'aor.yaml:1:1: fixed: Add "version: 1" [missing-version]',
      'aor.yaml:6:3: fixed: Add the title "Pay" [missing-title]',
      'aor.yaml:8:12: fixed: Keep "ana" as owner, move the others to "backup" [several-owners]',
      'No problems.',
    ]);
    assert.equal(read(folder), mended);
    assert.equal(statSync(join(folder, 'aor.yaml')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).sort(), ['.git', 'aor.yaml']);
  });

  it('fixes included files, through links, and leaves what needs somebody to think', async () => {
    const folder = repositoryWith({
      'aor.yaml': 'version: 1\ninclude: [web/aor.yaml]\npeople: { ana: Ana <ana@shop.example> }\n',
      'web/real.yaml': 'aors:\n  web:\n    owner: anna\n    paths: ["**"]\n',
    });
    symlinkSync('real.yaml', join(folder, 'web/aor.yaml'));
    const { stdout, stderr, status } = await aor(folder, ['check', '--fix', '--json', ...today]);
    assert.equal(status, 1);
    assert.match(stderr, /^web\/aor\.yaml:1:1: fixed: .*\nweb\/aor\.yaml:2:3: fixed: /);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; fixable: boolean }[] };
    assert.deepEqual(
      problems.filter(({ code }) => code === 'unknown-person').map(({ fixable }) => fixable),
      [false],
    );
    assert.equal(
      read(folder, 'web/real.yaml'),
      'version: 1\naors:\n  web:\n    title: Web\n    owner: anna\n    paths: ["**"]\n',
    );
    assert.ok(lstatSync(join(folder, 'web/aor.yaml')).isSymbolicLink());
  });

  it('with --dry-run writes nothing and prints what git can apply', async () => {
    const folder = repositoryWith({ 'aor.yaml': slipped });
    git(folder, 'config', 'core.autocrlf', 'false');
    const { stdout, stderr, status } = await aor(folder, ['check', '--fix', '--dry-run', ...today]);
    assert.equal(status, 1);
    assert.match(stderr, /^aor\.yaml:1:1: would fix: /);
    assert.equal(read(folder), slipped);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: stdout });
    assert.equal(read(folder), mended);
  });

  it('says in JSON what it would fix', async () => {
    const { stdout } = await aor(repositoryWith({ 'aor.yaml': slipped }), ['check', '--json', ...today]);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; fixable: boolean }[] };
    assert.deepEqual(
      problems.filter(({ fixable }) => fixable).map(({ code }) => code),
      ['missing-version', 'missing-title', 'several-owners'],
    );
  });

  it('refuses a file that must not be written, and one that is not UTF-8', async () => {
    const folder = repositoryWith({ 'aor.yaml': slipped });
    chmodSync(join(folder, 'aor.yaml'), 0o444);
    const locked = await aor(folder, ['check', '--fix', ...today]);
    assert.deepEqual([locked.status, locked.stderr], [2, 'aor: aor.yaml cannot be written; nothing is fixed.\n']);
    assert.equal(read(folder), slipped);
    const latin = repositoryWith({});
    write(latin, { 'aor.yaml': Buffer.from('people: {}\n# Jos\xe9\n', 'latin1') });
    const odd = await aor(latin, ['check', '--fix', ...today]);
    assert.deepEqual([odd.status, odd.stderr], [2, 'aor: aor.yaml is not UTF-8; nothing is fixed.\n']);
  });
});
