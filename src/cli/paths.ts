/** Paths as people give them, and as they are printed. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isBeneath } from '../node/diskSource';

/** A path with `/`: a backslash separates only where the system says so. */
export const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);

/** A path as given → relative to the base with `/`; `null`: it leads outside. */
export function toBaseRelative(input: string, start: string, base: string): string | null {
  const plain = slashed(input);
  // The common case needs no taking apart: a clean relative path below the base.
  if (start === base && plain !== '' && !/(^|\/)\.{0,2}(\/|$)/.test(plain) && !isAbsolute(plain)) return plain;
  const path = resolve(start, input);
  const found = isBeneath(base, path) ? base : isAbsolute(input) ? sameFolderAbove(path, base) : null;
  return found === null ? null : slashed(relative(found, path));
}

/** The base as a path names it that comes through a link above it (a shell's own idea of where it is), or `null`. */
function sameFolderAbove(path: string, base: string): string | null {
  const real = realFolder(base);
  for (let at = path; real !== undefined; at = dirname(at)) {
    if (realFolder(at) === real) return at;
    if (dirname(at) === at) break;
  }
  return null;
}

function realFolder(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
