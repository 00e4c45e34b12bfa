/** A pattern of ours in the writing of `CODEOWNERS`. */
import type { Pattern, Segment } from '../rules';

/** One pattern of a glob with its writing; `text` is `null` where it has none. */
export interface WrittenPattern {
  readonly pattern: Pattern;
  readonly text: string | null;
}

/**
 * The patterns of one glob as GitHub reads them, always from the root. A name that holds `*`, `?`, a backslash or a line
 * break has no writing. What stands for a file and for everything beneath it, as `src` does, is one line there. Behind a
 * `**` it stays two: something else may come between the two in rank. The line for the file takes what is beneath as
 * well, until the later one does.
 */
export function codeownersPatterns(patterns: readonly Pattern[]): readonly WrittenPattern[] {
  const files = new Set(patterns.filter(isFile).map(keyOf));
  return patterns
    .filter((pattern) => !isFile(pattern))
    .map((pattern) => ({ pattern, text: textOf(pattern, files.has(keyOf(pattern.slice(0, -1)))) }));
}

/** Without a wildcard at the end: then the pattern for everything beneath is there too. */
const isFile = (pattern: Pattern): boolean =>
  pattern.at(-1)?.class === 'plain' && pattern.every(({ class: is }) => is !== 'globstar');
const keyOf = (pattern: Pattern): string => pattern.map(({ class: is, text }) => `${is} ${text}`).join('/');

function textOf(written: Pattern, isFileToo: boolean): string | null {
  // Several `**` in a row say what one says.
  const pattern = written.filter(({ class: is }, at) => is !== 'globstar' || written[at + 1]?.class !== 'globstar');
  const texts = pattern.map(segmentText);
  if (texts.includes(null)) return null;
  if (isEverything(pattern)) return '*';
  if (pattern.at(-1)?.class !== 'globstar') return `/${texts.join('/')}`;
  return `/${texts.slice(0, -1).join('/')}${isFileToo ? '' : '/'}`;
}

export const isEverything = (pattern: Pattern): boolean => pattern.every(({ class: is }) => is === 'globstar');

function segmentText({ class: is, text }: Segment): string | null {
  if (is === 'globstar') return '**';
  if (is === 'plain') return /[*?\\\r\n]/.test(text) ? null : spaced(text);
  // The writing of `minimatch`: what is escaped stands for itself.
  const isWritable = !/\\[*?\\]|[\r\n]/.test(text);
  return isWritable ? spaced(text.replace(/\\(.)/gsu, '$1')) : null;
}

const spaced = (text: string): string => text.replace(/[ \t]/g, '\\$&');

/** Everything that matches `part` matches `whole` too, as far as that shows without trying; `false`: not known. */
export function covers(whole: Pattern, part: Pattern): boolean {
  if (isEverything(whole)) return true;
  const isBeneath = whole.at(-1)?.class === 'globstar';
  const fixed = isBeneath ? whole.slice(0, -1) : whole;
  if (fixed.some(({ class: is }) => is === 'globstar')) return false;
  if (isBeneath ? part.length <= fixed.length : part.length !== fixed.length) return false;
  return fixed.every((segment, at) => {
    const other = part[at];
    if (other === undefined || other.class === 'globstar') return false;
    return segment.class === 'star' || (segment.class === other.class && segment.text === other.text);
  });
}

/** Nothing can match both, as far as that shows without trying; `false`: not known. */
export function areDisjoint(a: Pattern, b: Pattern): boolean {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [one, other] = [a[at], b[at]];
    if (one?.class === 'globstar' || other?.class === 'globstar') return false;
    if (one?.class === 'plain' && other?.class === 'plain' && one.text !== other.text) return true;
  }
  return false;
}
