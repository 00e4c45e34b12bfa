import { maximumFileBytes, type FileRead } from '../core';
import type { Objects } from './objects';

/** Not here, as in a partial clone, or not to be had: said, because what is taken for missing would not count. */
export const unreadable: FileRead = { kind: 'unreadable', reason: 'git cannot show it' };

/** The text of the file whose content has that id. Never rejects. */
export async function readBlob(objects: Objects, id: string, maximumBytes = maximumFileBytes): Promise<FileRead> {
  const read = await objects.read(id, maximumBytes);
  if (read.kind === 'too-large') return { kind: 'too-large', bytes: read.size };
  return read.kind === 'object' && read.type === 'blob'
    ? { kind: 'text', text: read.bytes.toString('utf8') }
    : unreadable;
}
