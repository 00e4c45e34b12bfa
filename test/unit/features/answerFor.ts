import { compileRules, loadOwnership, ownershipOf, type Today } from '../../../src/core';
import type { Answer, Repository } from '../../../src/host/store';
import { memorySource } from '../memorySource';

export const today: Today = { day: '2026-11-01' };

/** The answer of a repository with this ownership file, for one path. */
export async function answerFor(
  text: string,
  path: string,
  state: Repository['state'] = 'ok',
): Promise<Extract<Answer, { kind: 'ownership' }>> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': text }), null);
  if (loaded.kind !== 'loaded') throw new Error(`The ownership file is ${loaded.kind}.`);
  const model = { file: loaded.file, index: compileRules(loaded.file) };
  const repository = { state, model } as Repository;
  return { kind: 'ownership', repository, model, ownership: ownershipOf(model.file, model.index, path, today) };
}
