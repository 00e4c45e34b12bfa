import type { PlainNode, PlainScalar } from '../../file/plainTree';
import { contentEnd, textRange, touches } from './nodes';
import type { WrittenFile } from './writtenFile';

/** A key or a text of an ownership file. */
export interface Place {
  /** The keys on the way there as they are written, its own one among them; lists are no part of it. */
  readonly way: readonly string[];
  readonly scalar: PlainScalar;
  readonly isKey: boolean;
}

/** The key or text at an offset or right before it; `null`: there is none. */
export function placeAt({ text, root }: WrittenFile, offset: number): Place | null {
  return root === null ? null : placeIn(text, root, offset, []);
}

function placeIn(text: string, node: PlainNode, offset: number, way: readonly string[]): Place | null {
  if (node.kind === 'scalar')
    return touches(textRange(text, node), offset) ? { way, scalar: node, isKey: false } : null;
  if (node.kind === 'list') {
    const item = node.items.find(({ value }) => value !== null && reaches(text, value, offset));
    return item?.value == null ? null : placeIn(text, item.value, offset, way);
  }
  for (const { key, value } of node.entries) {
    const deeper = [...way, key.text];
    if (touches(textRange(text, key), offset)) return { way: deeper, scalar: key, isKey: true };
    if (value !== null && reaches(text, value, offset)) return placeIn(text, value, offset, deeper);
  }
  return null;
}

const reaches = (text: string, node: PlainNode, offset: number): boolean =>
  node.start <= offset && offset <= contentEnd(text, node);
