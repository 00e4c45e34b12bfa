import type { Span } from '../../model';
import { idAt, placesOf } from './findIds';
import type { WrittenFile } from './writtenFile';

/** Wherever the id at an offset is written, over all files; nothing where there is no id. */
export function referencesAt(
  files: readonly WrittenFile[],
  file: WrittenFile,
  offset: number,
  withDefinition: boolean,
): readonly Span[] {
  const id = idAt(file, offset);
  if (id === null) return [];
  return placesOf(files, id)
    .filter(({ isDefinition }) => withDefinition || !isDefinition)
    .map(({ at }) => at);
}
