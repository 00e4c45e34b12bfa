import type { Aor, OwnershipFile, PathEntry } from '../model';
import type { Pattern } from './pattern';
import { judge } from './precedence';

/** A pattern that gives its paths to an area. */
export interface OrderedClaim {
  readonly aor: Aor;
  readonly entry: PathEntry;
  readonly pattern: Pattern;
}

/**
 * All patterns of all areas, the weakest first: of those that match a path, and whose area does not exclude it, the last
 * one decides. For formats in which the last match wins.
 */
export function orderedClaims(file: OwnershipFile): readonly OrderedClaim[] {
  return [...file.aors.values()]
    .filter(({ kind }) => kind === 'area')
    .flatMap((aor) =>
      aor.paths.flatMap((entry, position) =>
        entry.glob.exclude ? [] : entry.glob.patterns.map((pattern) => ({ aor, entry, pattern, id: aor.id, position })),
      ),
    )
    .sort((a, b) => judge(b, a).order);
}
