import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { compileRules, healthProblems, loadOwnership, ownershipOf } from '../../src/core';
import { makeSample, shopFiles } from '../sample';

describe('the sample shop', () => {
  let parent = '';
  let first = '';
  const git = (dir: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'core.fsmonitor=false', ...args], { cwd: dir, encoding: 'utf8' });

  before(async () => {
    parent = mkdtempSync(join(tmpdir(), 'aor-sample-'));
    first = join(parent, 'first');
    await makeSample(first);
  });
  after(() => rmSync(parent, { recursive: true, force: true }));

  it('has the same commits each time', async () => {
    const second = join(parent, 'second');
    await makeSample(second);
    const refs = git(first, 'for-each-ref', '--format=%(refname) %(objectname)');
    assert.match(refs, /^refs\/heads\/feature\/one-click \w+\nrefs\/heads\/main \w+\n$/);
    assert.equal(git(second, 'for-each-ref', '--format=%(refname) %(objectname)'), refs);
  });

  it('has main checked out, clean, and with the files of test/data/shop', () => {
    assert.equal(git(first, 'symbolic-ref', 'HEAD'), 'refs/heads/main\n');
    assert.equal(git(first, 'status', '--porcelain', '--ignored'), '');
    const files = readdirSync(first, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.startsWith(join(first, '.git') + sep))
      .map((file) => [file.slice(first.length + 1).replaceAll(sep, '/'), readFileSync(file, 'utf8')] as const);
    assert.deepEqual(new Map(files), shopFiles());
  });

  it('has an ownership file without faults, with every state, and with something to do for a manager', async () => {
    const files = shopFiles();
    const today = { day: '2026-11-20' };
    const loaded = await loadOwnership(
      {
        read: (path) => {
          const text = files.get(path);
          return Promise.resolve(text === undefined ? { kind: 'missing' } : { kind: 'text', text });
        },
        list: () => Promise.resolve([...files.keys()]),
      },
      null,
    );
    assert(loaded.kind === 'loaded');
    assert.deepEqual(loaded.problems, []);
    const index = compileRules(loaded.file);
    const states = [...files.keys()].map((path) => ownershipOf(loaded.file, index, path, today).state);
    assert.deepEqual([...new Set(states)].sort(), ['exempt', 'owned', 'unowned', 'vacant']);
    const codes = healthProblems(loaded.file, today).map(({ code }) => code);
    assert.deepEqual([...new Set(codes)].sort(), [
      'no-backup',
      'overdue-handover',
      'owner-left',
      'stale',
      'unconfirmed',
      'vacant',
    ]);
  });

  it('refuses a folder that has something in it', async () => {
    const taken = mkdtempSync(join(parent, 'taken-'));
    writeFileSync(join(taken, 'note.txt'), 'mine');
    await assert.rejects(makeSample(taken), /is not empty/);
    assert.deepEqual(readdirSync(taken), ['note.txt']);
  });
});
