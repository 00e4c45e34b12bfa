/** Where an export would be written, for each host: pure. */
import { exportDialects, type ExportDialect } from '../../core';

export interface ExportTarget {
  readonly dialect: ExportDialect;
  /** Base-relative, `/`. */
  readonly path: string;
  /** What is there; `null`: nothing. */
  readonly before: string | null;
  /** What is there begins as exports for that host do. */
  readonly isExported: boolean;
}

/** Every path where some host looks. */
export const exportPlaces: readonly string[] = [
  ...new Set(Object.values(exportDialects).flatMap(({ places }) => places)),
];

/**
 * A target for each host, the likeliest first: one that was exported before, the host of the remote, one of which the
 * file is there, GitHub. `kind`: what forge the first remote leads to. `textAt`: what is at a place, `null` for nothing.
 */
export function exportTargets(
  textAt: (path: string) => string | null,
  kind: string | undefined,
): readonly ExportTarget[] {
  const targets = Object.values(exportDialects).map((dialect): ExportTarget => {
    const path = dialect.places.find((place) => textAt(place) !== null) ?? dialect.newPlace;
    const before = textAt(path);
    return { dialect, path, before, isExported: before?.startsWith(dialect.header) === true };
  });
  const likelihood = ({ dialect, before, isExported }: ExportTarget): number =>
    (isExported ? 4 : 0) + (dialect.name.toLowerCase() === kind ? 2 : 0) + (before === null ? 0 : 1);
  return targets.sort((a, b) => likelihood(b) - likelihood(a));
}
