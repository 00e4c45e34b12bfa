import { strict as assert } from 'node:assert';
import { inSlices } from '../../../src/host/slices';

function* counting(to: number, each = () => {}): Generator<void, number> {
  for (let i = 0; i < to; i++) {
    each();
    yield;
  }
  return to;
}

describe('work in slices', () => {
  it('gives back what the work returns', async () => {
    assert.equal(await inSlices(counting(1000), new AbortController().signal), 1000);
  });

  it('lets others run in between', async () => {
    let others = 0;
    const timer = setInterval(() => others++, 1);
    const busy = () => {
      for (const until = performance.now() + 2; performance.now() < until;);
    };
    await inSlices(counting(40, busy), new AbortController().signal);
    clearInterval(timer);
    assert.ok(others >= 4, String(others));
  });

  it('ends with nothing when it is cancelled', async () => {
    const controller = new AbortController();
    let steps = 0;
    const work = counting(Number.MAX_SAFE_INTEGER, () => {
      if (++steps === 100) controller.abort();
    });
    assert.equal(await inSlices(work, controller.signal), undefined);
    assert.equal(steps, 100);
  });
});
