/** The globs of a file, bad ones too, where they are written. */
import { itemsOf } from '../../file/shapes';
import type { PlainNode, PlainScalar } from '../../file/plainTree';
import { mapsIn, valueOf } from './nodes';
import type { WrittenFile } from './writtenFile';

export interface WrittenGlob {
  readonly key: 'paths' | 'exempt' | 'include';
  readonly scalar: PlainScalar;
}

/** The globs in the value of `paths` or `exempt`: texts, or maps with `glob`. */
export const globsIn = (node: PlainNode | null): readonly PlainScalar[] =>
  (node === null ? [] : itemsOf(node)).flatMap(({ value }) => {
    const glob = value?.kind === 'map' ? valueOf(value, 'glob') : value;
    return glob?.kind === 'scalar' ? [glob] : [];
  });

/** Every glob of `include`, of the `paths` of AORs, and of `exempt`, in this order. */
export function globsOf({ root }: WrittenFile): readonly WrittenGlob[] {
  if (root === null) return [];
  const aors = mapsIn(valueOf(root, 'aors')).flatMap(({ entries }) => entries);
  const paths = aors.flatMap(({ value }) => mapsIn(value)).map((aor) => valueOf(aor, 'paths'));
  const under = (key: WrittenGlob['key'], node: PlainNode | null): WrittenGlob[] =>
    globsIn(node).map((scalar) => ({ key, scalar }));
  return [
    ...under('include', valueOf(root, 'include')),
    ...paths.flatMap((node) => under('paths', node)),
    ...under('exempt', valueOf(root, 'exempt')),
  ];
}
