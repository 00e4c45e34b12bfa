/** The globs of a file, bad ones too, where they are written. */
import { itemsOf } from '../../file/shapes';
import type { PlainEntry, PlainNode, PlainScalar } from '../../file/plainTree';
import { mapsIn, valueOf } from './nodes';
import type { WrittenFile } from './writtenFile';

export interface WrittenGlob {
  readonly key: 'paths' | 'exempt' | 'include';
  /** The id of the AOR whose `paths` it is in, else `null`. */
  readonly aor: string | null;
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
  const under = (key: WrittenGlob['key'], node: PlainNode | null, aor: string | null = null): WrittenGlob[] =>
    globsIn(node).map((scalar) => ({ key, aor, scalar }));
  const paths = ({ key, value }: PlainEntry): WrittenGlob[] =>
    mapsIn(value).flatMap((aor) => under('paths', valueOf(aor, 'paths'), key.text));
  return [
    ...under('include', valueOf(root, 'include')),
    ...aors.flatMap(paths),
    ...under('exempt', valueOf(root, 'exempt')),
  ];
}
