import { strict as assert } from 'node:assert';
import { mock } from 'node:test';
import { createTouches, maximumTouched, type Touched } from '../../../../src/host/repositories/tree/touches';

const all: Touched = { kind: 'all' };
const paths = (...names: readonly string[]): Touched => ({ kind: 'paths', paths: names });

describe('what watchers tell about files', () => {
  const told: Touched[] = [];
  const touches = createTouches({ quietMs: 200, patienceMs: 1_000, holdMs: 30_000 }, (touched) => told.push(touched));
  const after = (ms: number): readonly Touched[] => {
    mock.timers.tick(ms);
    return told.splice(0);
  };

  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => {
    touches.dispose();
    mock.timers.reset();
  });

  it('is looked at once it is quiet, each path once', () => {
    touches.touch('src/a.ts');
    assert.deepEqual(after(150), []);
    touches.touch('src/b.ts');
    touches.touch('src/a.ts');
    assert.deepEqual(after(199), []);
    assert.deepEqual(after(1), [paths('src/a.ts', 'src/b.ts')]);
    assert.deepEqual(after(5_000), []);
  });

  it('is looked at in the end where it is never quiet', () => {
    for (let at = 0; at < 10; at++) {
      touches.touch(`${String(at)}.ts`);
      if (at < 9) assert.deepEqual(after(100), []);
    }
    assert.equal(after(100).length, 1);
  });

  it('is nothing within .git', () => {
    for (const path of ['.git/index.lock', '.git/refs/heads/x', 'sub/.git/config']) touches.touch(path);
    assert.deepEqual(after(2_000), []);
  });

  it('makes a new list necessary where it decides about many files', () => {
    for (const path of ['.gitignore', 'sub/.gitignore', 'sub/.git']) {
      touches.touch('a.ts');
      touches.touch(path);
      touches.touch('b.ts');
      assert.deepEqual(after(200), [all], path);
    }
    touches.touch('my.gitignore');
    assert.deepEqual(after(200), [paths('my.gitignore')]);
  });

  it('makes a new list necessary where it is much, and then begins anew', () => {
    for (let at = 0; at < maximumTouched; at++) touches.touch(`${String(at)}.ts`);
    assert.deepEqual(
      after(200).map(({ kind }) => kind),
      ['paths'],
    );
    for (let at = 0; at <= maximumTouched; at++) touches.touch(`${String(at)}.ts`);
    assert.deepEqual(after(200), [all]);
    touches.touch('a.ts');
    assert.deepEqual(after(200), [paths('a.ts')]);
  });

  it('waits while git is at work, but not for ever', () => {
    touches.hold();
    touches.touch('a.ts');
    assert.deepEqual(after(5_000), []);
    touches.touchAll();
    touches.release();
    assert.deepEqual(after(200), [all]);
    touches.hold();
    touches.touch('a.ts');
    assert.deepEqual(after(30_000), []);
    assert.deepEqual(after(200), [paths('a.ts')]);
    touches.hold();
    touches.release();
    assert.deepEqual(after(5_000), []);
  });

  it('is forgotten at the end', () => {
    touches.touch('a.ts');
    touches.touchAll();
    touches.dispose();
    assert.deepEqual(after(5_000), []);
  });
});
