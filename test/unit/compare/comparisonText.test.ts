import assert from 'node:assert/strict';
import {
  compareAors,
  comparePaths,
  comparisonText,
  compileRules,
  loadOwnership,
  pathPairs,
  type ComparedFile,
} from '../../../src/core';
import { memorySource } from '../memorySource';

const today = { day: '2026-06-15' };

async function compared(owner: string): Promise<ComparedFile> {
  const text = `version: 1
people: { ana: { name: Ana }, ben: { name: Ben } }
aors: { pay: { title: Pay, owner: ${owner}, paths: [pay] } }
`;
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded');
  return { file: loaded.file, index: compileRules(loaded.file) };
}

describe('a comparison of ownership', () => {
  it('lists AORs, and files by the way they went, each with its path', async () => {
    const [before, after] = [await compared('ana'), await compared('ben')];
    const pairs = pathPairs(
      ['pay/a', 'pay/b', 'x', 'gone'],
      ['x', 'pay/c', 'pay/a', 'new'],
      new Map([['pay/c', 'pay/b']]),
    );
    assert.deepEqual(pairs, [
      { path: 'pay/a', from: 'pay/a' },
      { path: 'pay/c', from: 'pay/b' },
      { path: 'x', from: 'x' },
    ]);
    const aors = compareAors(before, after, today);
    const paths = [...comparePaths(before, after, pairs, today)].filter((one) => one !== null);
    const lines = comparisonText({ aors, paths, total: pairs.length, since: 'since main' }, 5);
    assert.deepEqual(
      lines.map(({ text }) => text),
      [
        '2 of 3 files changed hands since main.',
        '',
        'Responsibilities:',
        '  Pay: Ana → Ben',
        '',
        'Files:',
        '  Pay · Ana → Pay · Ben: 2 files',
        '    pay/a',
        '    pay/c, moved from pay/b',
      ],
    );
    // An editor links what begins there.
    for (const { text, path } of lines) if (path !== null) assert.ok(text.slice(4).startsWith(path));
    assert.deepEqual(
      lines.flatMap(({ path }) => path ?? []),
      ['pay/a', 'pay/c'],
    );
    const short = comparisonText({ aors: [], paths, total: 3, since: 'since main' }, 1);
    assert.deepEqual(short.map(({ text }) => text).slice(-2), ['    pay/a', '    and 1 more']);
  });

  it('says so where nothing changed', () => {
    const lines = comparisonText({ aors: [], paths: [], total: 7, since: 'since v1' }, 5);
    assert.deepEqual(lines, [{ text: 'No file changed hands since v1.', path: null }]);
  });
});
