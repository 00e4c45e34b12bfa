/**
 * Which line of a `CODEOWNERS` file decides a path on GitHub. Source: GitHub Docs, *About code owners*: the last match
 * wins; a pattern without a slash matches at any depth, one that names a folder takes everything beneath it, `a/*` takes
 * what lies directly in `a` alone.
 */
import { lastMatching, type PathPattern, type PathSegment } from './pathPattern';
import { exactly } from './wildcard';

/** The last line whose pattern matches, for each path; `undefined`: none does. */
export function lastMatchOf<L extends { readonly pattern: string }>(
  lines: readonly L[],
): (path: string) => L | undefined {
  const lastOf = lastMatching(lines.map(({ pattern }) => compile(pattern)));
  return (path) => lines[lastOf(path)];
}

function compile(written: string): PathPattern {
  const isFolder = written.length > 1 && written.endsWith('/');
  const body = isFolder ? written.slice(0, -1) : written;
  const isAnchored = body.includes('/');
  const texts = [...(isAnchored ? [] : ['**']), ...body.replace(/^\//, '').split('/')];
  const isDirect = isAnchored && !isFolder && texts.at(-1) === '*';
  const last = texts.findLastIndex((text) => text !== '**');
  // What ends with `**`, with a slash behind it or not, is everything beneath.
  if (last < texts.length - 1)
    return last < 0
      ? { segments: [{ globstar: true }], takesBeneath: true, takesItself: true }
      : { segments: texts.slice(0, last + 1).map(segmentOf), takesBeneath: true, takesItself: false };
  return { segments: texts.map(segmentOf), takesBeneath: !isDirect, takesItself: !isFolder };
}

function segmentOf(written: string): PathSegment {
  if (written === '**') return { globstar: true };
  const parts = Array.from(written.matchAll(/\\(.)|./gsu), ([part, escaped]) => ({ part, escaped }));
  const isPlain = parts.every(({ part }) => part !== '*' && part !== '?');
  if (isPlain) return { name: parts.map(({ part, escaped }) => escaped ?? part).join('') };
  return {
    tokens: parts.map(({ part, escaped }) => (part === '*' ? 'star' : part === '?' ? 'one' : exactly(escaped ?? part))),
  };
}
