import { strict as assert } from 'node:assert';
import { createTicks } from '../../../src/features/review/ticks';

function memory(first?: unknown) {
  let value = first;
  return {
    get: () => value as never,
    update: (_: string, next: unknown) => {
      value = next;
      return Promise.resolve();
    },
    keys: () => [],
  };
}

describe('ticks of checklists', () => {
  it('are remembered for a branch', async () => {
    const ticks = createTicks(memory());
    await ticks.put('shop main', [['payments Ledger?', true]]);
    assert.equal(ticks.isTicked('shop main', 'payments Ledger?'), true);
    assert.equal(ticks.isTicked('shop other', 'payments Ledger?'), false);
    await ticks.put('shop main', [['payments Ledger?', false]]);
    assert.equal(ticks.isTicked('shop main', 'payments Ledger?'), false);
  });

  it('of the branches ticked last are kept', async () => {
    const ticks = createTicks(memory());
    for (let at = 0; at < 51; at++) await ticks.put(`b${at}`, [['x', true]]);
    assert.deepEqual([ticks.isTicked('b0', 'x'), ticks.isTicked('b50', 'x')], [false, true]);
  });

  it('begin anew where something else was remembered', () => {
    for (const value of [7, [7], [['b', 'x']], { b: ['x'] }])
      assert.equal(createTicks(memory(value)).isTicked('b', 'x'), false);
  });
});
