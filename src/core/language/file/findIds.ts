import type { IdName, WrittenId } from './ids';
import { touches } from './nodes';
import type { WrittenFile } from './writtenFile';

/** The id at an offset or right before it; `null`: none. */
export const idAt = ({ ids }: WrittenFile, offset: number): WrittenId | null =>
  ids.find(({ at }) => touches(at, offset)) ?? null;

export const isSameName = (a: IdName, b: IdName): boolean => a.kind === b.kind && a.id === b.id && a.role === b.role;

/** Wherever an id is written, over all files, in their order. */
export const placesOf = (files: readonly WrittenFile[], name: IdName): readonly WrittenId[] =>
  // A file that does not hold the characters need not be read; with a backslash they may be written as an escape.
  files
    .filter(({ text }) => text.includes(name.id) || text.includes('\\'))
    .flatMap(({ ids }) => ids.filter((id) => isSameName(id, name)));
