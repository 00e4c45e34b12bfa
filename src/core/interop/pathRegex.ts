/** Regular expressions over paths, of formats that have them, as globs of ours. */

import { escapedGlob } from './globText';

const literal = /^(?:\\[^a-zA-Z0-9]|[^\\^$.|?*+()[\]{}])+$/;

/**
 * The globs that name the same paths beneath `prefix` (`''` or an escaped `a/b/`) as the expression, which is looked
 * for anywhere in the path from there. `null`: it is more than a literal with anchors and `.*` at its ends.
 */
export function regexGlobs(source: string, prefix: string): readonly string[] | null {
  const fromStart = /^\^(?!\.\*)/.test(source);
  const toEnd = /(?:^|[^\\])(?:\\\\)*\$$/.test(source) && !/\.\*\$$/.test(source);
  const body = source
    .replace(/^\^?(?:\.\*)?/, '')
    .replace(/(?:\.\*)?\$?$/, (end) => (end === '$' && !toEnd ? end : ''));
  if (body === '') return fromStart && toEnd ? null : [`${prefix}**`];
  if (!literal.test(body)) return null;
  const text = escapedGlob(body.replace(/\\(.)/gsu, '$1'));
  if (text.startsWith('/') || text.includes('//')) return null;
  const start = fromStart ? `${prefix}${text}` : `${prefix}**/*${text}`;
  if (toEnd) return text.endsWith('/') ? null : [start];
  return text.endsWith('/') ? [start] : [`${start}*`, `${start}*/`];
}

/** How many paths the expression is found in; `null`: it could run away, or cannot be read. */
export function regexCount(source: string, paths: readonly string[]): number | null {
  const quantifiers = source.match(/[*+{]/g)?.length ?? 0;
  // A repeated group, or many repetitions, may take for ever in an engine that goes back.
  if (source.length > 500 || quantifiers > 2 || /\)[*+?{]|\\[1-9k]/.test(source)) return null;
  try {
    const pattern = new RegExp(source);
    return paths.filter((path) => pattern.test(path)).length;
  } catch {
    return null;
  }
}
