/** A pattern of ours in GitHub's writing of `CODEOWNERS`. */
import type { Pattern, Segment } from '../rules';
import type { WrittenPattern } from './codeownersLines';
import { isEverything, withoutRepeats } from './overlap';

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
  const pattern = withoutRepeats(written);
  const texts = pattern.map(segmentText);
  if (texts.includes(null)) return null;
  if (isEverything(pattern)) return '*';
  if (pattern.at(-1)?.class !== 'globstar') return `/${texts.join('/')}`;
  return `/${texts.slice(0, -1).join('/')}${isFileToo ? '' : '/'}`;
}

function segmentText({ class: is, text }: Segment): string | null {
  if (is === 'globstar') return '**';
  if (is === 'plain') return /[*?\\\r\n]/.test(text) ? null : spaced(text);
  // The writing of `minimatch`: what is escaped stands for itself.
  const isWritable = !/\\[*?\\]|[\r\n]/.test(text);
  return isWritable ? spaced(text.replace(/\\(.)/gsu, '$1')) : null;
}

const spaced = (text: string): string => text.replace(/[ \t]/g, '\\$&');
