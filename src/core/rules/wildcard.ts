import { Minimatch } from 'minimatch';
import { dialect } from './patternMatcher';
import type { Segment } from './segment';

/** A segment with wildcards and other characters, ready to match names. Lengths are in UTF-16 units, as in names. */
export interface Wildcard {
  /** The characters before the first wildcard, and behind the last one: what every name it matches begins and ends with. */
  readonly prefix: string;
  readonly suffix: string;
  /** No shorter name matches. */
  readonly minimum: number;
  /** Whether it matches a name that has at least the minimum and begins and ends so. */
  readonly matchesBetween: (name: string) => boolean;
}

/** An escaped character, a range (only `CODEOWNERS` has them), or a character. */
const token = /\\.|\[[^\]]+\]|[^\\]/gsu;

/** Compiles a segment of class `mixed` or `wildcards`. */
export function compileWildcard({ text }: Segment): Wildcard {
  // What stands between wildcards, as names have it: in `text` it is escaped for `minimatch`.
  const pieces: string[] = [''];
  const marks: string[] = [];
  for (const [found] of text.matchAll(token)) {
    if (found === '*' || found === '?' || (found.length > 1 && found.startsWith('['))) {
      marks.push(found);
      pieces.push('');
    } else pieces.push((pieces.pop() ?? '') + (found.length > 1 && found.startsWith('\\') ? found.slice(1) : found));
  }
  const [prefix = ''] = pieces;
  const suffix = pieces.at(-1) ?? '';
  const minimum = pieces.join('').length + marks.filter((mark) => mark !== '*').length;
  return { prefix, suffix, minimum, matchesBetween: matcherBetween(text, marks, pieces) };
}

function matcherBetween(text: string, marks: readonly string[], pieces: readonly string[]): (name: string) => boolean {
  // How many units `?` or a range stands for is a question of Unicode: the library answers it.
  if (marks.some((mark) => mark !== '*')) {
    const glob = new Minimatch(text, dialect);
    return (name) => glob.match(name);
  }
  const [prefix = '', ...others] = pieces;
  const suffix = others.pop() ?? '';
  const middles = others.filter((piece) => piece !== '');
  if (middles.length === 0) return () => true;
  return (name) => {
    let at = prefix.length;
    const end = name.length - suffix.length;
    for (const middle of middles) {
      const found = name.indexOf(middle, at);
      if (found < 0 || found + middle.length > end) return false;
      at = found + middle.length;
    }
    return true;
  };
}

/** Whether the wildcard matches a name. */
export const matchesName = ({ prefix, suffix, minimum, matchesBetween }: Wildcard, name: string): boolean =>
  name.length >= minimum && name.startsWith(prefix) && name.endsWith(suffix) && matchesBetween(name);
