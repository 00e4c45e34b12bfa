/** Lines that say the same pattern again in one section: the last one counts. */
import { defaultSeverities, type Problem } from '../model';
import type { CodeownersDialect } from './dialect';
import type { CodeownersLine } from './model';

/** Where two lines of a section have one and the same pattern: a problem of the earlier. Gitea takes all its lines. */
export function duplicateLines(lines: readonly CodeownersLine[], dialect: CodeownersDialect): readonly Problem[] {
  const last = new Map<string, CodeownersLine>();
  const found: Problem[] = [];
  for (const line of dialect === 'gitea' ? [] : lines.toReversed()) {
    const key = `${line.section.name?.toLowerCase() ?? ''}\n${plainPattern(line.pattern, dialect)}`;
    const winner = last.get(key);
    if (winner === undefined) last.set(key, line);
    else
      found.push({
        code: 'codeowners-duplicate',
        severity: defaultSeverities['codeowners-duplicate'],
        message: `\`${line.pattern}\` stands here again further down, and that line counts.`,
        at: line.at,
        related: [{ at: winner.at, message: 'The line that counts.' }],
      });
  }
  return found.reverse();
}

/** Where another `/` stands within, the one in front says nothing, but to GitLab. */
function plainPattern(pattern: string, dialect: CodeownersDialect): string {
  const isAnchoredAnyway = dialect !== 'gitlab' && /^\/[^/]+\/[^/]/.test(pattern);
  return isAnchoredAnyway ? pattern.slice(1) : pattern;
}
