import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Io } from '../../../src/cli/io';
import { run } from '../../../src/cli/run';

function fakeIo(cwd: string, stdin: Readable = Readable.from([])) {
  const written = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr'): Writable =>
    new Writable({
      decodeStrings: false,
      write(piece: string, _, done) {
        written[name] += piece;
        done();
      },
    });
  const io: Io = {
    stdin,
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    cwd,
    env: {},
    now: () => ({ instant: Date.UTC(2026, 5, 15) }),
  };
  return { io, written };
}

describe('a run of the command line', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aor-run-')));
  writeFileSync(
    join(folder, 'aor.yaml'),
    'version: 1\npeople: { ana: Ana <ana@shop.example> }\naors:\n  all: { title: All, owner: ana, paths: ["**"] }\n',
  );
  after(() => rmSync(folder, { recursive: true }));

  async function failing(args: readonly string[], stdin?: Readable): Promise<string> {
    const { io, written } = fakeIo(folder, stdin);
    assert.equal(await run(args, io), 2);
    assert.match(written.stderr, /^aor: [^\n]+\n$/);
    return written.stderr;
  }

  it('answers through the streams it is given', async () => {
    const { io, written } = fakeIo(folder, Readable.from(['a.ts\n', 'b', '.ts\n']));
    assert.equal(await run(['who', '--stdin'], io), 0);
    assert.deepEqual(written, { stdout: 'a.ts: All · Ana\nb.ts: All · Ana\n', stderr: '' });
  });

  it('refuses in one line what it does not know', async () => {
    assert.match(await failing(['whom']), /Unknown command "whom"\. Known: who, explain, review, check, diff/);
    assert.match(await failing(['who', '--nope', 'x']), /--nope/);
    assert.match(await failing(['who', '--root']), /--root/);
    assert.match(await failing(['check', '--base', '--x']), /--base/);
    assert.match(await failing(['who', 'x', '--stdin']), /either/);
    assert.match(await failing(['check', 'src']), /takes no paths/);
    assert.match(await failing(['check', '--dry-run']), /goes with --fix/);
    assert.match(await failing(['check', '--fix', '--base', 'x']), /contradict/);
    assert.match(await failing(['explain', '.']), /root itself/);
    assert.match(await failing(['explain', '../x']), /is outside/);
    assert.match(await failing(['who', '--json', '--format', 'text', 'x']), /contradict/);
  });

  it('does not take an empty value for the current folder', async () => {
    assert.match(await failing(['who', '--root', '', 'x']), /--root wants a value/);
    assert.match(await failing(['who', '--file=', 'x']), /--file wants a value/);
    assert.match(await failing(['check', '--base', '']), /--base wants a value/);
  });

  it('shows nothing but text of what it refuses', async () => {
    assert.match(await failing(['\u001B[2J\u202E']), /"\\u\{1B\}\[2J\\u\{202E\}"/);
  });

  it('tells trouble of the system from faults of its own', async () => {
    const trouble = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
    const stdin = new Readable({ read: (): void => void stdin.destroy(trouble) });
    const line = await failing(['who', '--stdin'], stdin);
    assert.match(line, /EIO: i\/o error, read\n$/);
  });

  it('answers a path that no system could open', async () => {
    const { io, written } = fakeIo(folder, Readable.from([`${'a/'.repeat(30_000)}x\n`]));
    assert.equal(await run(['who', '--stdin'], io), 0);
    assert.match(written.stdout, /x: All · Ana\n$/);
  });
});
