import assert from 'node:assert/strict';
import { loadOwnership, type OwnershipFile } from '../../../src/core';
import { memorySource } from '../memorySource';

/** The ownership file that a text is. */
export async function fileOfText(text: string): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}
