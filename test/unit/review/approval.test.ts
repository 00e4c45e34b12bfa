import assert from 'node:assert/strict';
import { loadOwnership, mustStates } from '../../../src/core';
import { memorySource } from '../memorySource';
import { suggestFor } from './written';

const text = `
people:
  ana: { name: Ana, away: [{ from: 2026-01-01, cover: cy }] }
  ben: { name: Ben }
  cy: { name: Cy }
  dee: { name: Dee }
  gone: { name: Gone, left: 2026-01-01 }
  off: { name: Off, away: [{ from: 2026-06-01 }] }
  back: { name: Back, away: [{ from: 2026-06-01, until: 2026-06-10, cover: cy }, { from: 2026-04-01, until: 2026-04-10, cover: ben }] }
aors:
  top: { title: Top, owner: dee, paths: ["**"] }
  keys: { title: Keys, kind: review, level: must, owner: ana, backup: ben, parent: top, paths: [pay] }
  lost: { title: Lost, kind: review, level: must, owner: gone, parent: top, paths: [pay] }
  boss: { title: Boss, kind: review, level: must, owner: off, parent: top, paths: [off] }
  late: { title: Late, kind: review, level: must, owner: back, paths: [off] }
  tips: { title: Tips, kind: review, level: offer, owner: ben, paths: [pay] }
`;

describe('the approval of a must', () => {
  async function states(
    approvers: readonly string[],
    authors: readonly string[] = [],
    path = 'pay/a',
    critics: readonly string[] = [],
  ): Promise<string[]> {
    const loaded = await loadOwnership(memorySource({ 'aor.yaml': `version: 1${text}` }), null);
    assert.ok(loaded.kind === 'loaded');
    const { file } = loaded;
    const today = { day: '2026-06-15' };
    const suggestion = await suggestFor(file, [{ status: 'M', path }], authors);
    const context = { authors: new Set(authors), busy: new Set<string>(), today };
    const verdicts = new Map([
      ...approvers.map((id) => [id, 'approved'] as const),
      ...critics.map((id) => [id, 'changes-requested'] as const),
    ]);
    return mustStates(file, suggestion, verdicts, context).map(
      ({ requirement, approvedBy, mayApprove }) =>
        `${requirement.aor.id} ${approvedBy?.id ?? 'open'}: ${mayApprove.map(({ id }) => id).join(' ')}`,
    );
  }

  it('is that of the owner, a cover or a backup, away or not, and of the AOR above where there is nobody', async () => {
    assert.deepEqual(await states([]), ['keys open: ana cy ben', 'lost open: dee']);
    assert.deepEqual(await states(['ben', 'dee']), ['keys ben: ana cy ben', 'lost dee: dee']);
    assert.deepEqual(await states(['cy', 'ana', 'gone']), ['keys ana: ana cy ben', 'lost open: dee']);
  });

  it('is also that of those above who are asked while nobody below is free, and of whoever covered until lately', async () => {
    assert.deepEqual(await states([], [], 'off/a'), ['boss open: off dee', 'late open: back cy']);
    assert.deepEqual(await states(['dee', 'ben'], [], 'off/a'), ['boss dee: off dee', 'late open: back cy']);
  });

  it('is missing while somebody who comes before wants changes', async () => {
    assert.deepEqual(await states(['ben'], [], 'pay/a', ['ana']), ['keys open: ana cy ben', 'lost open: dee']);
    assert.deepEqual(await states(['ana'], [], 'pay/a', ['ben']), ['keys ana: ana cy ben', 'lost open: dee']);
  });

  it('is never that of somebody who made the change', async () => {
    assert.deepEqual(await states(['ana', 'ben'], ['ana', 'ben']), ['keys open: cy', 'lost open: dee']);
    assert.deepEqual(await states(['ana', 'dee'], ['ana', 'ben', 'cy', 'dee']), ['keys open: ', 'lost open: ']);
  });
});
