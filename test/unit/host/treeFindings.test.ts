import { strict as assert } from 'node:assert';
import type { TreeAnalysis } from '../../../src/core';
import type { Repository } from '../../../src/host/store';
import { createTreeSearch, type TreeFindings } from '../../../src/host/repositories/treeFindings';

const findings = { analysis: { files: 3 } as TreeAnalysis, problems: [], uncounted: null } satisfies TreeFindings;
const repository = { state: 'ok', model: { file: { sources: [] } } } as unknown as Repository;

/** A search whose analyses end when the test says so. */
function searchWith() {
  const runs: { readonly signal: AbortSignal; readonly end: (found: TreeFindings | undefined) => void }[] = [];
  let found = 0;
  const search = createTreeSearch(
    (_repository, _model, signal) => new Promise((end) => runs.push({ signal, end })),
    () => found++,
  );
  return { search, runs, found: () => found };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the search of the whole tree', () => {
  it('runs once, and again only after a change', async () => {
    const { search, runs, found } = searchWith();
    search.look(repository);
    search.look(repository);
    runs[0]!.end(findings);
    await settled();
    search.look(repository);
    assert.deepEqual([runs.length, found(), search.analysis?.files], [1, 1, 3]);
    search.outdate();
    search.look(repository);
    assert.equal(runs.length, 2);
  });

  it('that is paused is cancelled, says nothing, and is due again', async () => {
    const { search, runs, found } = searchWith();
    search.look(repository);
    search.pause();
    assert.equal(runs[0]!.signal.aborted, true);
    runs[0]!.end(findings);
    await settled();
    assert.deepEqual([found(), search.analysis], [0, null]);
    search.look(repository);
    assert.equal(runs.length, 2);
  });

  it('ends before it looks again because files came or went', async () => {
    const { search, runs, found } = searchWith();
    search.look(repository);
    search.lookAgain(repository);
    search.lookAgain(repository);
    assert.deepEqual([runs.length, runs[0]!.signal.aborted], [1, false]);
    runs[0]!.end(findings);
    await settled();
    assert.deepEqual([runs.length, found()], [2, 1]);
    runs[1]!.end(findings);
    await settled();
    search.lookAgain(repository);
    assert.deepEqual([runs.length, found()], [3, 2]);
  });

  it('does not look at a file that cannot be read', () => {
    const { search, runs } = searchWith();
    search.look({ ...repository, state: 'stale' });
    search.look({ ...repository, model: null });
    assert.equal(runs.length, 0);
  });
});
