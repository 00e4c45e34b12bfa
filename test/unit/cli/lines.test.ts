import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { entriesOf } from '../../../src/cli/lines';

async function read(chunks: readonly (string | Buffer)[], separator: '\n' | '\0'): Promise<string[]> {
  const found: string[] = [];
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const entries of entriesOf(stream, separator)) found.push(...entries);
  return found;
}

describe('paths on standard input', () => {
  it('are lines, with or without a line end after the last', async () => {
    assert.deepEqual(await read(['a\nb\n'], '\n'), ['a', 'b']);
    assert.deepEqual(await read(['a\r\nb'], '\n'), ['a', 'b']);
    assert.deepEqual(await read([], '\n'), []);
  });

  it('are kept where they are empty, so that none is dropped', async () => {
    assert.deepEqual(await read(['a\n\n\nb'], '\n'), ['a', '', '', 'b']);
  });

  it('hold line ends where NUL separates them', async () => {
    assert.deepEqual(await read(['a\nb\r\0c\0'], '\0'), ['a\nb\r', 'c']);
  });

  it('are put together again wherever the stream was cut, inside a character too', async () => {
    const bytes = Buffer.from('src/é/日本.ts\r\nx/😀\nlast');
    for (let at = 0; at <= bytes.length; at++) {
      const pieces = [bytes.subarray(0, at), bytes.subarray(at)];
      assert.deepEqual(await read(pieces, '\n'), ['src/é/日本.ts', 'x/😀', 'last'], `cut at ${at}`);
    }
    const single = Array.from(bytes, (byte) => Buffer.from([byte]));
    assert.deepEqual(await read(single, '\n'), ['src/é/日本.ts', 'x/😀', 'last']);
  });

  it('come as they arrive', async () => {
    const stream = new Readable({ read: () => undefined });
    const entries = entriesOf(stream, '\n');
    stream.push('a\nb');
    assert.deepEqual((await entries.next()).value, ['a']);
    stream.push('c\n');
    assert.deepEqual((await entries.next()).value, ['bc']);
    stream.push(null);
    assert.equal((await entries.next()).done, true);
  });
});
