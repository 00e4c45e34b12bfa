import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { bufferedOutput } from '../../../src/cli/io';

/** A reader that takes what is written only when it is told to. */
function slowReader() {
  const pieces: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write(piece: string, _, done) {
      pieces.push(piece);
      waiting.push(done);
    },
  });
  return { stream, pieces, take: () => waiting.shift()?.() };
}

const isSettled = async (promise: Promise<void>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<false>((resolve) => setImmediate(() => resolve(false)))]);

describe('output of the command line', () => {
  it('is written in large pieces', async () => {
    const { stream, pieces } = slowReader();
    const output = bufferedOutput(stream);
    for (let at = 0; at < 100; at++) await output.write('line\n');
    assert.deepEqual(pieces, []);
    void output.end();
    assert.deepEqual(pieces, ['line\n'.repeat(100)]);
  });

  it('waits for a slow reader', async () => {
    const { stream, take } = slowReader();
    const writing = bufferedOutput(stream).write('x'.repeat(100_000));
    assert.equal(await isSettled(writing), false);
    take();
    assert.equal(await isSettled(writing), true);
  });

  it('does not wait for a reader that has gone', async () => {
    const { stream } = slowReader();
    const writing = bufferedOutput(stream).write('x'.repeat(100_000));
    stream.destroy();
    assert.equal(await isSettled(writing), true);
  });
});
