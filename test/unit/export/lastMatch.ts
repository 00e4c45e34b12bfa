/**
 * Who has a path by a `CODEOWNERS` file, written from GitHub's page *About code owners* and from the rules of gitignore it
 * refers to, without anything of the product: one regular expression for each line, the last match wins.
 */
export interface Line {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/** The lines of a text, without comments. */
export const linesOf = (text: string): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [pattern = '', ...owners] = line.trim().split(/(?<!\\)\s+/);
      return { pattern, owners };
    });

/** The last line that matches; `null`: none does. */
export function lastMatch(lines: readonly Line[]): (path: string) => Line | null {
  const tried = lines.map((line) => ({ line, matches: expressionOf(line.pattern) }));
  return (path) => tried.findLast(({ matches }) => matches.test(path))?.line ?? null;
}

function expressionOf(written: string): RegExp {
  const isFolder = written.endsWith('/');
  const body = written.replace(/^\//, '').replace(/\/$/, '');
  const isAnchored = written.replace(/\/$/, '').includes('/');
  const segments = body.split('/');
  const isDirectOnly = !isFolder && isAnchored && segments.at(-1) === '*';
  const source = segments
    .map((segment, at) => {
      if (segment === '**') return at === segments.length - 1 ? '.*' : '(?:.*/)?';
      const text = segment
        .replace(/\\ /g, ' ')
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '[^/]*')
        .replace(/\?/g, '[^/]');
      return at === segments.length - 1 ? text : `${text}/`;
    })
    .join('');
  const tail = isDirectOnly || segments.at(-1) === '**' ? '' : isFolder ? '/.*' : '(?:/.*)?';
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${source}${tail}$`, 's');
}
