import assert from 'node:assert/strict';
import { backupAhead, indexHistory, loadOwnership, type HistoryCommit, type OwnershipFile } from '../../../src/core';
import { memorySource } from '../memorySource';

const text = `
version: 1
people:
  ana: { name: Ana Ruiz, email: ana@acme.dev }
  ben: { name: Ben Okri, email: ben@acme.dev }
  mei: { name: Mei Tan, email: mei@acme.dev }
aors:
  pay: { title: Payments, owner: ana, backup: [mei, ben], paths: [pay] }
  web: { title: Web, owner: ana, paths: [web] }
`;

async function fileOf(): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

const now = Date.parse('2026-11-20T12:00:00Z');
const reviewed = (by: string, count: number, path = 'pay/a.ts'): HistoryCommit[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `${by} ${path} ${at}`, parents: ['p'], time: now - 1000, paths: [path] },
    ...{ author: { name: 'Gil', email: 'gil@acme.dev' }, coAuthors: [] },
    reviewers: [{ name: by, email: `${by}@acme.dev` }],
  }));

async function ahead(commits: readonly HistoryCommit[], id = 'pay'): Promise<string | null> {
  const file = await fileOf();
  const index = indexHistory(commits, file.people.values(), now);
  const found = backupAhead(index, file, file.aors.get(id)!, [`${id}/a.ts`, `${id}/b.ts`]);
  return found && `${found.backup.id} ${found.byBackup} ${found.owner.id} ${found.byOwner} of ${found.of}`;
}

describe('a backup ahead of the owner', () => {
  it('reviewed at least five changes, and three times as many as the owner', async () => {
    assert.equal(await ahead([...reviewed('ben', 6), ...reviewed('ana', 2)]), 'ben 6 ana 2 of 8');
    assert.equal(await ahead([...reviewed('ben', 5), ...reviewed('ana', 2)]), null);
    assert.equal(await ahead(reviewed('ben', 4)), null);
    assert.equal(await ahead(reviewed('ben', 5)), 'ben 5 ana 0 of 5');
  });

  it('is the one furthest ahead', async () => {
    assert.equal(await ahead([...reviewed('mei', 5), ...reviewed('ben', 7)]), 'ben 7 ana 0 of 12');
  });

  it('is counted by the files of the AOR alone, each change once', async () => {
    assert.equal(await ahead(reviewed('ben', 9, 'web/a.ts')), null);
    const both = reviewed('ben', 5).map((commit) => ({ ...commit, paths: ['pay/a.ts', 'pay/b.ts', 'web/a.ts'] }));
    assert.equal(await ahead(both), 'ben 5 ana 0 of 5');
  });

  it('is nobody where there is no backup, or somebody without a role is ahead', async () => {
    assert.equal(await ahead(reviewed('ben', 9, 'web/a.ts'), 'web'), null);
    assert.equal(await ahead(reviewed('stranger', 9)), null);
  });
});
