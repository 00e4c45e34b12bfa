import { strict as assert } from 'node:assert';
import { compileRules, loadOwnership, touchedOf, type OwnershipFile } from '../../../src/core';
import { memorySource } from '../memorySource';

const text = `version: 1
people:
  ana: { name: Ana Ruiz, away: [{ from: 2026-06-01, until: 2026-06-30, cover: mei }] }
  ben: { name: Ben Okri }
  mei: { name: Mei Tan }
  old: { name: Old Hand, left: 2026-01-01 }
aors:
  search: { title: Search, owner: ben, backup: mei, paths: [search] }
  pay: { title: Payments, owner: ana, backup: [old, ben], paths: [pay] }
  docs: { title: Docs, owner: mei, paths: [docs] }
  empty: { title: Empty, owner: , backup: mei, paths: [empty] }
  gone: { title: Gone, owner: old, backup: ben, paths: [gone] }
  tests: { title: Tests, kind: review, owner: mei, paths: ["**/*.test.ts"] }
  secrets: { title: Secrets, kind: review, owner: mei, paths: [pay], content: "token" }
  broken: { title: Broken, kind: review, owner: mei, paths: [pay], changes: [] }
exempt: ["**/*.lock"]
`;

async function fileOf(texts: Readonly<Record<string, string>> = { 'aor.yaml': text }): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource(texts), null, { forge: () => Promise.resolve('github') });
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

async function touched(person: string, paths: readonly string[], day = '2026-06-15', file?: OwnershipFile) {
  const read = file ?? (await fileOf());
  return touchedOf(read, compileRules(read), paths, { person, today: { day } }).map(
    ({ aor, as, files, isCertain }) =>
      `${aor.id} as ${as}: ${files.join(', ')}${isCertain ? '' : ', if its conditions hold'}`,
  );
}

describe('the AORs of somebody that changed paths touch', () => {
  it('are those they own, then those they cover, then those they back up, each with its files', async () => {
    assert.deepEqual(await touched('mei', ['search/b', 'search/a', 'search/a', 'pay/x', 'docs/y']), [
      'docs as owner: docs/y',
      'secrets as owner: pay/x, if its conditions hold',
      'pay as cover: pay/x',
      'search as backup: search/a, search/b',
    ]);
  });

  it('are covered for as long as the owner is away', async () => {
    assert.deepEqual(await touched('mei', ['pay/x'], '2026-07-01'), [
      'secrets as owner: pay/x, if its conditions hold',
    ]);
    assert.deepEqual(await touched('ben', ['pay/x'], '2026-07-01'), ['pay as backup: pay/x']);
    assert.deepEqual(await touched('ana', ['pay/x']), ['pay as owner: pay/x']);
  });

  it('are backed up also where nobody holds them', async () => {
    assert.deepEqual(await touched('mei', ['empty/x']), ['empty as backup: empty/x']);
    assert.deepEqual(await touched('ben', ['gone/x']), ['gone as backup: gone/x']);
  });

  it('are nobody’s who has left, or whom the file does not name', async () => {
    assert.deepEqual(await touched('old', ['gone/x', 'pay/x']), []);
    assert.deepEqual(await touched('eve', ['gone/x', 'pay/x']), []);
  });

  it('take a review by its paths, also beside the area of somebody else, and never one that is broken', async () => {
    assert.deepEqual(await touched('mei', ['gone/a.test.ts', 'pay/b.test.ts']), [
      'tests as owner: gone/a.test.ts, pay/b.test.ts',
      'secrets as owner: pay/b.test.ts, if its conditions hold',
      'pay as cover: pay/b.test.ts',
    ]);
  });

  it('count the side of a rename that is theirs', async () => {
    assert.deepEqual(await touched('ben', ['search/old', 'elsewhere/new']), ['search as owner: search/old']);
  });

  it('leave out what is exempt, and what nobody has', async () => {
    assert.deepEqual(await touched('mei', ['docs/yarn.lock', 'README.md']), []);
  });

  it('are shared by all on a line of CODEOWNERS', async () => {
    const file = await fileOf({ CODEOWNERS: '/pay/ @ana @mei\n/docs/ @ben\n' });
    assert.deepEqual(await touched('@mei', ['pay/x', 'docs/y'], undefined, file), ['@ana, @mei as owner: pay/x']);
    assert.deepEqual(await touched('@ben', ['pay/x', 'docs/y'], undefined, file), ['@ben as owner: docs/y']);
  });

  it('are found among 1,000 paths', async () => {
    const paths = Array.from(
      { length: 1000 },
      (_, at) => `${at % 2 === 0 ? 'docs' : 'gone'}/${String(at).padStart(3, '0')}`,
    );
    const [line] = await touched('mei', paths);
    assert.equal(line, `docs as owner: ${paths.filter((path) => path.startsWith('docs')).join(', ')}`);
  });
});
