/** The paths of a forge's list of files. */
import type { ChangedPaths } from './forge';
import type { ListPart } from './restPages';
import { fieldsOf, type Fields } from './shape';

/** The path of a file, and the one it had before. */
export type PathsOf = (file: Fields) => readonly (string | null)[];

export const changedPaths = ({ values, isWhole }: ListPart, pathsOf: PathsOf): ChangedPaths =>
  pathsOfAll(
    values.map((value) => fieldsOf(value, 'a file')),
    isWhole,
    pathsOf,
  );

export function pathsOfAll(files: readonly Fields[], isComplete: boolean, pathsOf: PathsOf): ChangedPaths {
  const paths = files.flatMap(pathsOf).filter((path) => path !== null);
  return { paths: [...new Set(paths)], isComplete };
}
