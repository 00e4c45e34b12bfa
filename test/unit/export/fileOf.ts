import assert from 'node:assert/strict';
import { loadOwnership, type OwnershipFile } from '../../../src/core';
import { memorySource } from '../memorySource';

/** An ownership file without errors. */
export async function fileOf(text: string): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded', JSON.stringify(loaded));
  assert.deepEqual(
    loaded.problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  return loaded.file;
}
