/** Patterns of another format as globs of ours. */
import type { Pattern } from '../rules';
import { globMatcher } from '../rules/glob';

/**
 * A pattern as a glob of ours that stands for it; a pattern and everything beneath it may be one glob. `null`: there is
 * none, because a range has no writing.
 */
export function globText(pattern: Pattern): string | null {
  const texts = pattern.map(({ class: is, text }) => (is === 'plain' ? escapedGlob(text) : withoutRanges(text)));
  if (texts.includes(null)) return null;
  const isBeneath = pattern.at(-1)?.class === 'globstar' && pattern.length > 1 && pattern.at(-2)?.class === 'plain';
  const glob = isBeneath ? `${texts.slice(0, -1).join('/')}/` : texts.join('/');
  return glob.startsWith('!') ? `\\${glob}` : glob;
}

/** A name of a file or folder as a glob that means it alone. */
/** A name or path as a glob that names it alone. */
export const escapedGlob = (path: string): string => path.replace(/[\\*?{}]/g, '\\$&').replace(/^!|!(?=\()/g, '\\!');

/** The most characters of a range that are written out. */
const longestRange = 64;

/** A segment's writing has every wildcard bare and everything else escaped; `[a-c]` becomes `{a,b,c}`. */
function withoutRanges(writing: string): string | null {
  const refused: string[] = [];
  const text = writing.replace(
    /\\[[\]]|\\.|\[([!^]?)([^\]]*)\]/gsu,
    (token: string, not: string | undefined, range: string | undefined) => {
      if (range === undefined) return /^\\[[\]]$/.test(token) ? token.slice(1) : token;
      const all = charactersOf(range);
      if (not !== '' || all.length === 0 || all.length > longestRange || all.includes('/')) refused.push(range);
      return all.length === 1 ? escapedGlob(all[0] ?? '') : `{${all.map(escapedChar).join(',')}}`;
    },
  );
  return refused.length > 0 ? null : text;
}

const escapedChar = (char: string): string => (/[\\*?{},]/.test(char) ? `\\${char}` : char);

function charactersOf(range: string): readonly string[] {
  const found: string[] = [];
  for (const [, from = '', to = from] of range.matchAll(/(.)(?:-(.))?/gsu)) {
    const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    for (let at = first; at <= last && found.length <= longestRange; at++) found.push(String.fromCodePoint(at));
  }
  return [...new Set(found)];
}

/**
 * The globs of ours for what a line stands for. What a name with a wildcard has beneath it is written only where a file
 * of the tree lies there: `*.js` is hardly ever a folder. `null`: no glob can say it.
 */
export function globsOf(patterns: readonly Pattern[], tree: readonly string[]): readonly string[] | null {
  const [first, second] = patterns;
  if (first === undefined) return [];
  const own = globText(first);
  // A last name without wildcard stands for the file and for everything beneath it, there and here.
  if (second === undefined || first.at(-1)?.class === 'plain') return own === null ? null : [own];
  const beneath = globText(second);
  if (own === null || beneath === null) return null;
  return tree.some(globMatcher({ patterns: [second] })) ? [own, beneath] : [own];
}
