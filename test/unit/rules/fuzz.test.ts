import assert from 'node:assert/strict';
import { fuzz } from './fuzzing';

describe('the index and a naive evaluation', () => {
  for (const [what, seed, lookups] of [
    ['a fixed seed', 20_261_121, 800_000],
    ['another seed each time', Date.now() % 1_000_000_007, 200_000],
  ] as const) {
    it(`agree on random files and paths, ${what}: ${seed}`, function () {
      this.timeout(120_000);
      const result = fuzz(seed, lookups);
      assert.equal(result.difference, null);
      assert.ok(result.lookups >= lookups);
    });
  }
});
