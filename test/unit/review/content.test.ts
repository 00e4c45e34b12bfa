import assert from 'node:assert/strict';
import {
  loadRegexFor,
  suggest,
  suggestInSteps,
  type ChangedFile,
  type SuggestInput,
  type Suggestion,
} from '../../../src/core';
import { changedFile } from './changes';
import { fileOf } from './written';

const long = `${'x'.repeat(10_000)}KEY`;

async function inputFor(
  files: readonly ChangedFile[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<SuggestInput> {
  const file = await fileOf({
    people: { ana: { name: 'Ana' }, ben: { name: 'Ben' } },
    aors: {
      key: {
        title: 'Keys',
        kind: 'review',
        owner: 'ana',
        backup: [],
        parent: null,
        level: 'must',
        content: 'KEY',
        ...more,
      },
      all: { title: 'All', kind: 'area', owner: 'ben', backup: [], parent: null, paths: ['**'] },
    } as never,
    review: { 'ask-at-most': 2 },
  });
  return {
    change: { files },
    base: file,
    fork: file,
    head: file,
    authors: new Set(),
    busy: new Set(),
    today: { day: '2026-06-15' },
    mode: 'accountable',
    regex: await loadRegexFor(file),
  };
}

const suggestionFor = async (files: readonly ChangedFile[], more = {}): Promise<Suggestion> =>
  suggest(await inputFor(files, more));

const requirementOf = ({ requirements }: Suggestion) => requirements.find(({ aor }) => aor.id === 'key');

const unchecked = ({ undecided }: Suggestion) =>
  undecided.map((one) => (one.kind === 'unchecked-line' ? one.place : one.condition.code));

describe('content', () => {
  it('names the first matching line of each file', async () => {
    const a = changedFile({ status: 'M', path: 'a', added: ['x', 'KEY', 'KEY'] });
    const b = { ...changedFile({ status: 'R', path: 'b', from: 'old', removed: ['KEY'] }), removedAt: [] };
    const suggestion = await suggestionFor([b, a]);
    assert.deepEqual(requirementOf(suggestion)?.matches, [
      { path: 'a', line: 2, side: 'added' },
      { path: 'old', line: null, side: 'removed' },
    ]);
    assert.deepEqual(requirementOf(suggestion)?.files, ['a', 'b']);
  });

  it('reports the first line that is too long to be tried', async () => {
    const suggestion = await suggestionFor([changedFile({ status: 'M', path: 'a', added: ['x', long, long] })]);
    assert.equal(requirementOf(suggestion), undefined);
    assert.deepEqual(unchecked(suggestion), [{ path: 'a', line: 2, side: 'added' }]);
  });

  it('tries a line of 10,000 characters', async () => {
    const suggestion = await suggestionFor([changedFile({ status: 'M', path: 'a', added: [long.slice(3)] })]);
    assert.deepEqual(unchecked(suggestion), []);
    assert.deepEqual(requirementOf(suggestion)?.files, ['a']);
  });

  it('needs no line that could not be tried where another one matches', async () => {
    const suggestion = await suggestionFor([changedFile({ status: 'M', path: 'a', added: [long, 'KEY'] })]);
    assert.deepEqual(unchecked(suggestion), []);
    assert.deepEqual(requirementOf(suggestion)?.files, ['a']);
  });

  it('reports lines that were not kept', async () => {
    const suggestion = await suggestionFor([{ ...changedFile({ status: 'M', path: 'a' }), droppedLines: 9 }]);
    assert.deepEqual(unchecked(suggestion), [{ path: 'a', line: null, side: 'added' }]);
  });

  it('reports nothing where the lines would be too few anyway, or the paths do not match', async () => {
    const file = changedFile({ status: 'M', path: 'a', added: [long, 'x'] });
    assert.deepEqual(unchecked(await suggestionFor([file], { 'min-lines': 3 })), []);
    assert.deepEqual(unchecked(await suggestionFor([file], { 'min-lines': 2 })), [
      { path: 'a', line: 1, side: 'added' },
    ]);
    assert.deepEqual(unchecked(await suggestionFor([file], { paths: ['b'] })), []);
  });

  it('counts lines that were not kept', async () => {
    const file = { ...changedFile({ status: 'M', path: 'a', added: ['KEY'] }), droppedLines: 9 };
    assert.deepEqual(requirementOf(await suggestionFor([file], { 'min-lines': 10 }))?.files, ['a']);
  });

  it('lets others work in between', async () => {
    const added = Array.from({ length: 10_000 }, (_, at) => `line ${at}`);
    let steps = 0;
    for (const work = suggestInSteps(await inputFor([changedFile({ status: 'M', path: 'a', added })])); ; steps++)
      if (work.next().done === true) break;
    assert.ok(steps >= 50, `${steps} steps`);
  });

  it('loads no engine where no review looks at lines', async () => {
    const { base } = await inputFor([], { content: undefined });
    const engine = await loadRegexFor(base, null);
    assert.equal(engine('KEY')('KEY'), false);
  });
});
