import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recentAuthors } from '../../../src/node/authors';

describe('the authors of a repository', () => {
  let folder: string;
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@acme.example', ...args], { cwd: folder });
  };
  const commit = (author: string, date = '2026-06-01T12:00:00Z'): void =>
    git('commit', '--quiet', '--allow-empty', '-m', 'x', `--author=${author}`, `--date=${date}`);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aor-authors-'));
    git('init', '--quiet');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are counted through .mailmap, most active first', async () => {
    writeFileSync(join(folder, '.mailmap'), 'Ana Ruiz <ana@acme.example> <ana@home.example>\n');
    commit('Ben "the" Okri <ben@acme.example>');
    commit('ana <ana@home.example>');
    commit('Ana Ruiz <ana@acme.example>');
    assert.deepEqual(await recentAuthors(folder, 0), [
      { identity: { name: 'Ana Ruiz', email: 'ana@acme.example' }, commits: 2 },
      { identity: { name: 'Ben "the" Okri', email: 'ben@acme.example' }, commits: 1 },
    ]);
  });

  it('are those since a time', async () => {
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@acme.example', 'commit', '--quiet', '--allow-empty', '-m', 'old'],
      { cwd: folder, env: { ...process.env, GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z' } },
    );
    commit('Ana Ruiz <ana@acme.example>');
    const found = await recentAuthors(folder, Date.parse('2024-01-01'));
    assert.deepEqual(
      found.map(({ identity }) => identity.name),
      ['Ana Ruiz'],
    );
  });

  it('are nobody where there is no commit, and end with the signal', async () => {
    assert.deepEqual(await recentAuthors(folder, 0), []);
    await assert.rejects(recentAuthors(folder, 0, AbortSignal.abort()));
  });
});
