import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/**
 * The entries of a stream of UTF-8, in pieces as they arrive. `separator` is `\n`, where a `\r` before it is no part of
 * the entry, or NUL. An end without separator ends the last entry.
 */
export async function* entriesOf(stream: Readable, separator: '\n' | '\0'): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder('utf8');
  const clean = (entry: string): string => (separator === '\n' && entry.endsWith('\r') ? entry.slice(0, -1) : entry);
  let rest = '';
  for await (const chunk of stream) {
    const [first = '', ...others] = decoder.write(chunk as Buffer).split(separator);
    rest += first;
    const last = others.pop();
    if (last === undefined) continue;
    yield [rest, ...others].map(clean);
    rest = last;
  }
  rest += decoder.end();
  if (rest !== '') yield [clean(rest)];
}
