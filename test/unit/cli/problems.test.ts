import assert from 'node:assert/strict';
import { checkOwnership, newProblems, type Checked } from '../../../src/cli/problems';
import { memorySource } from '../memorySource';

const head = 'version: 1\npeople:\n  ana: { name: Ana, email: ana@shop.example }\naors:\n';
const check = (text: string, more: Readonly<Record<string, string>> = {}): Promise<Checked> =>
  checkOwnership(
    { source: memorySource({ 'aor.yaml': text, ...more }), isSparse: false },
    null,
    { day: '2026-06-15' },
    null,
  );

const codes = (now: Checked, before: Checked): string[] => newProblems(now, before).map(({ code }) => code);

describe('problems that are new since a base', () => {
  const area = '  a: { title: A, owner: nobody, paths: [src] }\n';

  it('are none where problems only moved to other lines', async () => {
    const before = await check(head + area, { 'src/x': '' });
    assert.ok(before.problems.some(({ code }) => code === 'unknown-person'));
    const moved = await check(`# one\n\n# more\n${head}  # line\n${area}`, { 'src/x': '' });
    assert.deepEqual(codes(moved, before), []);
  });

  it('are those of a value that is wrong in another way', async () => {
    const before = await check(head + area, { 'src/x': '' });
    const now = await check(head + area.replace('nobody', 'somebody'), { 'src/x': '' });
    assert.deepEqual(codes(now, before), ['unknown-person']);
  });

  it('are as many as there are more of the same', async () => {
    const before = await check(head + area, { 'src/x': '' });
    const now = await check(head + area + area.replace('a:', 'b:').replace('src', 'lib'), { 'src/x': '', 'lib/y': '' });
    assert.deepEqual(newProblems(now, before).filter(({ code }) => code === 'unknown-person').length, 1);
  });

  it('hold those of the tree, though the ownership file is the same', async () => {
    const before = await check(head + area, { 'src/x': '' });
    assert.deepEqual(codes(await check(head + area), before), ['no-match']);
  });

  it('are all where there was no ownership file', async () => {
    const before = await checkOwnership(
      { source: memorySource({}), isSparse: false },
      null,
      { day: '2026-06-15' },
      null,
    );
    const now = await check(head + area);
    assert.equal(newProblems(now, before).length, now.problems.length);
  });
});

describe('problems of a tree', () => {
  it('are not held against the globs in a sparse checkout', async () => {
    const files = { 'aor.yaml': `${head}  a: { title: A, owner: ana, paths: [src] }\n` };
    const codesOf = async (isSparse: boolean): Promise<string[]> =>
      (await checkOwnership({ source: memorySource(files), isSparse }, null, { day: '2026-06-15' }, null)).problems.map(
        ({ code }) => code,
      );
    assert.ok((await codesOf(false)).includes('no-match'));
    assert.ok(!(await codesOf(true)).includes('no-match'));
  });
});
