/** Which of many patterns decides a path: what the dialects of `CODEOWNERS` share. */
import { fitsName, type NameToken } from './wildcard';

/** What stands between two `/`: any number of folders, one name, or a pattern of names. */
export type PathSegment =
  { readonly globstar: true } | { readonly name: string } | { readonly tokens: readonly NameToken[] };

export interface PathPattern {
  /** From the root. */
  readonly segments: readonly PathSegment[];
  /** Whether what lies beneath a match belongs to it, and whether the match itself does. */
  readonly takesBeneath: boolean;
  readonly takesItself: boolean;
}

/** The position of the last pattern that matches, for each path (base-relative, `/`); −1: none does. */
export function lastMatching(patterns: readonly PathPattern[]): (path: string) => number {
  // By the folder they begin with: a path looks at those of the folders it lies in alone.
  const byFolder = new Map<string, number[]>();
  let deepest = 0;
  for (const [at, { segments }] of patterns.entries()) {
    const wild = segments.findIndex((segment) => !('name' in segment));
    const plain = namesIn(segments.slice(0, wild < 0 ? segments.length : wild));
    const folder = plain.join('/');
    deepest = Math.max(deepest, plain.length);
    const places = byFolder.get(folder);
    if (places === undefined) byFolder.set(folder, [at]);
    else places.push(at);
  }
  const required = patterns.map(({ segments }) => namesIn(segments));
  const isMatch = (at: number, names: readonly string[]): boolean =>
    required[at]?.every((name) => names.includes(name)) === true && matches(patterns[at], names);
  return (path) => {
    const names = path.split('/');
    let best = -1;
    let folder = '';
    for (let depth = 0; depth <= Math.min(deepest, names.length); depth++) {
      if (depth > 0) folder = depth === 1 ? (names[0] ?? '') : `${folder}/${names[depth - 1] ?? ''}`;
      const found = byFolder.get(folder)?.findLast((at) => at <= best || isMatch(at, names));
      if (found !== undefined) best = Math.max(best, found);
    }
    return best;
  };
}

/** The names that a path has to hold. */
const namesIn = (segments: readonly PathSegment[]): readonly string[] =>
  segments.flatMap((segment) => ('name' in segment ? [segment.name] : []));

function matches(pattern: PathPattern | undefined, names: readonly string[]): boolean {
  if (pattern === undefined) return false;
  const { segments, takesBeneath, takesItself } = pattern;
  // Every way to have matched so far, by how many segments are used up; names are taken one by one.
  let used = withNothing([0], segments);
  for (const [at, name] of names.entries()) {
    const next = [...used].flatMap((count) => {
      const segment = segments[count];
      if (segment === undefined) return [];
      if ('globstar' in segment) return [count];
      return fits(name, segment) ? [count + 1] : [];
    });
    used = withNothing(next, segments);
    const isAllOfIt = at === names.length - 1;
    if (used.has(segments.length) && (isAllOfIt ? takesItself : takesBeneath)) return true;
  }
  return false;
}

const fits = (name: string, segment: Exclude<PathSegment, { globstar: true }>): boolean =>
  'name' in segment ? segment.name === name : fitsName([...name], segment.tokens);

/** A `**` also stands for nothing. */
function withNothing(counts: readonly number[], segments: readonly PathSegment[]): ReadonlySet<number> {
  const used = new Set(counts);
  for (const count of used) {
    const segment = segments[count];
    if (segment !== undefined && 'globstar' in segment) used.add(count + 1);
  }
  return used;
}
