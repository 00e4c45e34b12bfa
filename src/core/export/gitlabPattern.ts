/**
 * A pattern of ours in GitLab's writing of `CODEOWNERS`, which is that of Ruby's `File.fnmatch` with path names and dot
 * files: a pattern matches whole paths, so that what stands for a file and for what is beneath it stays two lines.
 */
import type { Pattern, Segment } from '../rules';
import type { WrittenPattern } from './codeownersLines';
import { isEverything, withoutRepeats } from './overlap';

/**
 * The patterns of one glob as GitLab reads them, always from the root. A name with a tab, another control character for
 * white space or a line break has no writing, nor has one that ends with a space, which is cut off there.
 */
export const gitlabPatterns = (patterns: readonly Pattern[]): readonly WrittenPattern[] =>
  patterns.map((pattern) => ({ pattern, text: textOf(withoutRepeats(pattern)) }));

/** One path as a pattern; `null`: it has no writing. */
export function gitlabPath(path: string): string | null {
  return writable(`/${escaped(path)}`);
}

function textOf(pattern: Pattern): string | null {
  if (isEverything(pattern)) return '*';
  const isBeneath = pattern.at(-1)?.class === 'globstar';
  const texts = (isBeneath ? pattern.slice(0, -1) : pattern).map(segmentText);
  return writable(`/${texts.join('/')}${isBeneath ? '/' : ''}`);
}

function segmentText({ class: is, text }: Segment): string {
  if (is === 'globstar') return '**';
  if (is === 'plain') return escaped(text);
  // The writing of `minimatch`: what is escaped stands for itself, `*` and `?` mean the same there.
  return text.replace(/\\(.)|[^*?\\]+/gsu, (part, one: string | undefined) => escaped(one ?? part));
}

/** Braces mean something to some versions of GitLab. */
const escaped = (text: string): string => text.replace(/[\\*?[\]{} ]/g, '\\$&');

/** What ends a line or an entry there, or is cut off. */
const unwritable = /[\t\n\v\f\r\0]| $/;

const writable = (text: string): string | null => (unwritable.test(text) ? null : text);
