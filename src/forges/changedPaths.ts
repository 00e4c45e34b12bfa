/** The paths of a forge's list of files. */
import type { ChangedPaths } from './forge';
import type { ListPart } from './restPages';
import { fieldsOf, type Fields } from './shape';

/** `pathsOf`: the path of a file, and the one it had before. */
export function changedPaths(
  { values, isWhole }: ListPart,
  pathsOf: (file: Fields) => readonly (string | null)[],
): ChangedPaths {
  const paths = values.flatMap((value) => pathsOf(fieldsOf(value, 'a file'))).filter((path) => path !== null);
  return { paths: [...new Set(paths)], isComplete: isWhole };
}
