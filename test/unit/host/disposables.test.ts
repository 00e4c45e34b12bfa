import { strict as assert } from 'node:assert';
import { createBag, createSlot, debounced } from '../../../src/host/disposables';

/** Something that says when it ends. */
const named = (name: string, ended: string[]) => ({ dispose: () => void ended.push(name) });

describe('disposables', () => {
  it('in a bag end together, the last first, and what comes later ends at once', () => {
    const ended: string[] = [];
    const bag = createBag();
    bag.add(named('first', ended));
    bag.add(named('second', ended));
    bag.dispose();
    bag.add(named('late', ended));
    assert.deepEqual(ended, ['second', 'first', 'late']);
  });

  it('in a slot end when another takes their place', () => {
    const ended: string[] = [];
    const slot = createSlot();
    slot.put(named('one', ended));
    slot.put(named('two', ended));
    assert.deepEqual(ended, ['one']);
    slot.dispose();
    assert.deepEqual(ended, ['one', 'two']);
  });
});

describe('a debounced call', () => {
  it('is made at once where somebody cannot wait, and only once', async () => {
    let calls = 0;
    const soon = debounced(1, () => calls++);
    soon.flush();
    assert.equal(calls, 0);
    soon.schedule();
    soon.schedule();
    soon.flush();
    assert.equal(calls, 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(calls, 1);
  });

  it('is never made after the end', async () => {
    let calls = 0;
    const soon = debounced(1, () => calls++);
    soon.schedule();
    soon.dispose();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(calls, 0);
  });
});
