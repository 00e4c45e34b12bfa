import { Minimatch, type MinimatchOptions } from 'minimatch';
import type { Pattern } from './pattern';
import { escapeName } from './segment';

/** The dialect in `minimatch`'s terms; alternatives are expanded and everything plain is escaped before it sees a pattern. */
export const dialect: MinimatchOptions = {
  dot: true,
  noext: true,
  nonegate: true,
  nocomment: true,
  nobrace: true,
  platform: 'linux',
};

/** What a `Glob` and an `IncludeGlob` have in common. */
interface HasPatterns {
  readonly patterns: readonly Pattern[];
}

/** A pattern split after its leading plain segments: most patterns need nothing else. */
export interface SplitPattern {
  /** The leading plain segments, `''` or `a/b`. */
  readonly folder: string;
  /** What must lie beneath the folder; `file`: nothing, the folder's own path is what matches. */
  readonly rest:
    { readonly kind: 'file' } | { readonly kind: 'beneath' } | { readonly kind: 'glob'; readonly glob: Minimatch };
}

/** Compiles a pattern. */
export function splitPattern(pattern: Pattern): SplitPattern {
  const firstWild = pattern.findIndex((segment) => segment.class !== 'plain');
  if (firstWild < 0) return { folder: namesOf(pattern), rest: { kind: 'file' } };
  const folder = namesOf(pattern.slice(0, firstWild));
  const rest = pattern.slice(firstWild);
  if (rest.every((segment) => segment.class === 'globstar')) return { folder, rest: { kind: 'beneath' } };
  return { folder, rest: { kind: 'glob', glob: new Minimatch(rest.map(writingOf).join('/'), dialect) } };
}

/** Whether the split pattern matches a path that is, or lies beneath, its folder; `inside` is the path from there. */
export function matchesInside({ rest }: SplitPattern, inside: string): boolean {
  switch (rest.kind) {
    case 'file':
      return inside === '';
    case 'beneath':
      return inside !== '';
    case 'glob':
      return inside !== '' && rest.glob.match(inside);
  }
}

/** Compiles a glob for many paths (from the root, `/`). Says what the glob names, for an exclude too. */
export function globMatcher({ patterns }: HasPatterns): (path: string) => boolean {
  const compiled = patterns.map(splitPattern);
  return (path) =>
    compiled.some((pattern) => {
      const inside = pathInside(pattern.folder, path);
      return inside !== undefined && matchesInside(pattern, inside);
    });
}

/** Whether the glob names the path (from the root, `/`), for an exclude too. For many paths take `globMatcher`. */
export function matchesGlob(glob: HasPatterns, path: string): boolean {
  return globMatcher(glob)(path);
}

/** The path as seen from a folder: `''` for the folder's own path, `undefined` for one that does not lie beneath. */
export function pathInside(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  if (!path.startsWith(folder)) return undefined;
  if (path.length === folder.length) return '';
  return path[folder.length] === '/' ? path.slice(folder.length + 1) : undefined;
}

function namesOf(pattern: Pattern): string {
  return pattern.map((segment) => segment.text).join('/');
}

function writingOf({ class: is, text }: Pattern[number]): string {
  return is === 'plain' ? escapeName(text) : text;
}
