import { escapedGlob } from '../../interop/globText';
import type { PathEntry } from '../../model';
import { parseGlob, type Glob } from '../../rules/glob';
import { refused, type RefusedEditing } from './changes';

/** A file or folder that somebody means. */
export interface Target {
  /** Base-relative with `/`; `''` is the root. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** Whether a path is that folder or lies beneath it; `''` is the root. */
export const isWithin = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

/**
 * The narrowest glob for a file, or for a folder and everything beneath: its path, which the dialect takes for both, and
 * `**` for the base itself. `base`: the folder that globs are relative to.
 */
export function globFor({ path, isFolder }: Target, base: string): { kind: 'glob'; glob: Glob } | RefusedEditing {
  if (!isWithin(path, base)) return refused(`${path} lies outside of ${base}, and globs there cannot reach out of it.`);
  const own = path === base ? '' : path.slice(base === '' ? 0 : base.length + 1);
  if (own === '' && !isFolder) return refused('The root is a folder.');
  const parsed = parseGlob(own === '' ? '**' : escapedGlob(own), base);
  return parsed.kind === 'glob' ? { kind: 'glob', glob: parsed.glob } : refused(`${path}: ${parsed.message}.`);
}

/** Without those that lie in another one, or are there twice. */
export const outermost = (targets: readonly Target[]): readonly Target[] =>
  targets.filter(
    ({ path }, at) =>
      !targets.some((other, otherAt) =>
        other.path === path ? otherAt < at : other.isFolder && isWithin(path, other.path),
      ),
  );

/** What a glob has in the model before it is written anywhere. */
export const entryOf = (glob: Glob, file: string): PathEntry => ({ glob, priority: 0, at: { file, start: 0, end: 0 } });

/** A path that stands for the target where no file is there yet. */
export const probeOf = ({ path, isFolder }: Target): string =>
  isFolder ? (path === '' ? 'new-file' : `${path}/new-file`) : path;
