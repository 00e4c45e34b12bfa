/** `CODEOWNERS` of Gitea and Forgejo, whose lines are regular expressions → areas. */
import { handleForge } from '../codeowners/dialect';
import type { CodeownersText } from '../codeowners/model';
import { lineMap } from '../text/lines';
import { emptyForeign, type Foreign, type ForeignAor, type Lost } from './foreign';
import { partiesOf } from './owners';
import { regexCount, regexGlobs } from './pathRegex';

/**
 * Nearest: all lines that match count there; here the most exact one is the area. A line that globs can say is an area
 * of its owners, one area for each list; the others are listed with the number of files they concern.
 */
export function fromGitea(read: CodeownersText, tree: readonly string[]): Foreign {
  const map = lineMap(read.text);
  const lost: Lost[] = read.problems.map(({ at, message }) => lostAt(at.start, message, null));
  const byOwners = new Map<string, { readonly aor: ForeignAor; readonly globs: string[] }>();
  for (const { match, owners, at, about } of read.lines) {
    if (match.kind !== 'expression') continue;
    const globs = match.isNegated ? null : regexGlobs(match.source.replace(/^\^\(\?:(.*)\)\$$/s, '^$1$'), '');
    if (globs === null) {
      const count = regexCount(match.source, tree);
      const files = count === null || !match.isNegated ? count : tree.length - count;
      lost.push(lostAt(at.start, 'Its regular expression has no writing as a glob.', files));
    } else if (owners.length > 0) {
      const key = owners.map(({ text }) => text).join(' ');
      const known = byOwners.get(key) ?? { aor: { ...emptyForeign, key, about, ...partiesOf(owners) }, globs: [] };
      known.globs.push(...globs);
      byOwners.set(key, known);
    }
  }
  const aors = [...byOwners.values()].map(({ aor, globs }) => ({
    ...aor,
    paths: [...new Set(globs)].map((glob) => ({ glob, priority: 0 })),
  }));
  return { promise: 'nearest', forge: handleForge[read.dialect], aors, exempt: [], lost };

  function lostAt(offset: number, why: string, files: number | null): Lost {
    const line = map.positionAt(offset).line + 1;
    return { file: read.path, line, text: read.text.split(/\r\n?|\n/)[line - 1]?.trim() ?? '', why, files };
  }
}
