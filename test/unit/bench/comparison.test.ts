import assert from 'node:assert/strict';
import { differences, nothing, numberEntries } from '../../../bench/rules/answers';
import { claimsBestFirst } from '../../../bench/rules/claims';
import {
  attributeLines,
  codeownersLines,
  commonPart,
  isCommonWithAttributes,
  isCommonWithCodeowners,
} from '../../../bench/rules/common';
import { globsOf, type DataSet } from '../../../bench/rules/dataSet';
import { loadText } from '../../../bench/rules/model';
import { ratiosOf } from '../../../bench/rules/rounds';
import { sampleFor } from '../../../bench/rules/sides/side';

const fileOf = (...globs: readonly string[]) =>
  loadText(
    `version: 1\npeople: { ana: Ana <ana@acme.example> }\naors: { x: { title: X, owner: ana, paths: ${JSON.stringify(globs)} } }\n`,
  );

describe('answers side by side', () => {
  it('tell the first file with two answers, and how many there are', async () => {
    const entries = numberEntries(await fileOf('a/', 'b/'));
    const paths = ['a/1', 'a/2', 'b/1', 'c/1'];
    const ours = Int32Array.of(0, 0, 1, nothing);
    assert.equal(differences(paths, entries, { ours, theirs: Int32Array.of(0, 0, 1, nothing), at: null }), null);
    assert.deepEqual(differences(paths, entries, { ours, theirs: Int32Array.of(0, 1, 1, 1), at: null }), {
      first: { path: 'a/2', ours: 'x by `a/`', theirs: 'x by `b/`' },
      count: 2,
    });
  });

  it('are compared at the files that a side was asked about', async () => {
    const entries = numberEntries(await fileOf('a/'));
    const ours = Int32Array.of(nothing, nothing, 0);
    const found = differences(['1', '2', 'a/3'], entries, {
      ours,
      theirs: Int32Array.of(nothing, nothing),
      at: [0, 2],
    });
    assert.equal(found?.first.path, 'a/3');
    assert.throws(() => differences(['1', '2'], entries, { ours, theirs: Int32Array.of(nothing), at: null }));
  });
});

describe('a sample of files', () => {
  it('is all of them where there is time for all', () =>
    assert.equal(sampleFor(5_000, 10, { pairs: 50_000, fewest: 100 }), null));

  it('has at least the fewest, spread from the first to the last', () => {
    const at = sampleFor(1_000_000, 100_000, { pairs: 50_000, fewest: 2_500 })!;
    assert.equal(at.length, 2_500);
    assert.equal(at[0], 0);
    assert.ok(at.at(-1)! > 999_000);
    assert.equal(new Set(at).size, at.length);
  });
});

describe('rules of other formats', () => {
  it('stand in the order in which the last match decides', async () => {
    const file = await fileOf('src/', '**', 'src/main.ts', '**/*.md');
    assert.deepEqual(
      attributeLines(file).map(({ pattern }) => pattern),
      ['*', '/**/*.md', '/src/**', '/src/main.ts', '/src/main.ts/**'],
    );
    assert.deepEqual(
      codeownersLines(file).map(({ pattern }) => pattern),
      ['*', '/**/*.md', '/src/', '/src/main.ts'],
    );
    assert.equal(claimsBestFirst(file)[0]?.entry.glob.text, 'src/main.ts');
  });

  it('leave out what those formats cannot say, or read differently', async () => {
    const file = await fileOf('src/', '!src/gen/', 'docs/*', 'a?', 'with space/', 'Makefile', '\\[x\\]/');
    const data: DataSet = {
      ...{ name: 'x', origin: { kind: 'directory' as const, folder: 'x' }, text: null, list: Buffer.alloc(0) },
      ...{ file, globs: globsOf(file), paths: [] },
    };
    const globs = (isCommon: Parameters<typeof commonPart>[1]) => commonPart(data, isCommon).globs;
    assert.deepEqual(globs(isCommonWithAttributes), ['src/', 'docs/*', 'Makefile']);
    assert.deepEqual(globs(isCommonWithCodeowners(['src/makefile'])), ['src/']);
    assert.deepEqual(globs(isCommonWithCodeowners(['src/Makefile'])), ['src/', 'Makefile']);
  });
});

it('a ratio is taken round by round', () => {
  const spread = ratiosOf([
    { ms: 10, reference: 1 },
    { ms: 40, reference: 2 },
    { ms: 90, reference: 3 },
  ]);
  assert.deepEqual(spread, { median: 20, least: 10, most: 30 });
});
