/** What the editor's settings leave out of a search. Pure. */
import { matchesGlob, parseGlob, type PathEntry } from '../../../core';

/** The values of `files.exclude` and `search.exclude`, whatever they are. */
export type ExcludeSettings = readonly unknown[];

const entriesOf = (settings: ExcludeSettings): readonly (readonly [glob: string, value: unknown])[] =>
  settings.flatMap((setting): [string, unknown][] =>
    typeof setting === 'object' && setting !== null ? Object.entries(setting) : [],
  );

/** The globs that hold without a condition, and that of git's own folder, as one glob of the editor's. */
export const excludesGlob = (settings: ExcludeSettings): string =>
  `{${['**/.git', ...entriesOf(settings).flatMap(([glob, value]) => (value === true ? [glob] : []))].join(',')}}`;

/**
 * Whether a search leaves out a path (from the root, `/`) of a file or folder; `null` where only a search can tell:
 * some globs of the editor say what ours cannot, and some hold only where another file is there too.
 */
export function leftOutBy(settings: ExcludeSettings): ((path: string) => boolean) | null {
  const globs: PathEntry['glob'][] = [];
  for (const [text, value] of [['**/.git', true] as const, ...entriesOf(settings)]) {
    if (value === false) continue;
    const parsed = parseGlob(text, '');
    if (value !== true || parsed.kind !== 'glob' || parsed.glob.exclude) return null;
    globs.push(parsed.glob);
  }
  return (path) => globs.some((glob) => matchesGlob(glob, path));
}
