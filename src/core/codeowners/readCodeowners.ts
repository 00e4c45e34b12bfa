/** The text of a `CODEOWNERS` file → its lines. Sources: the pages of GitHub, GitLab, Bitbucket and Gitea on code owners. */
import { defaultSeverities, type Problem, type ProblemCode, type Span } from '../model';
import type { CodeownersDialect } from './dialect';
import { duplicateLines } from './duplicates';
import type { CodeownersLine, CodeownersMatch, CodeownersOwner, CodeownersSection, CodeownersText } from './model';
import { distinct, ownerOf, ownersWithin } from './owners';
import { headingOf } from './sections';
import { readCodeownersPattern } from './segments';
import { wordsOf, type Word } from './words';

/** More than this GitHub does not load. */
export const maximumCodeownersBytes = 3_000_000;

/** What is wrong with an expression of Gitea's; `null`: nothing. */
export type ExpressionCheck = (source: string) => string | null;

/** Reads the text. Never throws: what the host would skip is skipped, and a problem. */
export function readCodeowners(
  path: string,
  text: string,
  dialect: CodeownersDialect,
  checkExpression: ExpressionCheck = () => null,
): CodeownersText {
  const problems: Problem[] = [];
  const lines: CodeownersLine[] = [];
  const sections = new Map<string, CodeownersSection>();
  const span = (start: number, length: number): Span => ({ file: path, start, end: start + length });
  const report = (code: ProblemCode, at: Span, message: string): void => {
    problems.push({ code, severity: defaultSeverities[code], message, at, related: [] });
  };
  let section: CodeownersSection = { name: null, isOptional: false, approvals: null, at: span(0, 0) };
  let defaults: readonly CodeownersOwner[] = [];
  let comment: string[] = [];

  function readLine(line: string, offset: number): void {
    const heading = dialect === 'gitlab' ? headingOf(line) : null;
    if (heading !== null) {
      const key = heading.name.toLowerCase();
      section = sections.get(key) ?? { ...heading, at: span(offset, line.length) };
      sections.set(key, section);
      defaults = heading.owners;
      return;
    }
    const [first, ...others] = wordsOf(line);
    if (first === undefined) return;
    const at = span(offset + first.start, first.text.length);
    const match = matchOf(first.text, dialect, checkExpression);
    if (typeof match === 'string') {
      report('codeowners-line', at, `\`${first.text}\` ${match}: the line is skipped.`);
      return;
    }
    if ((dialect === 'github' || dialect === 'bitbucket') && /(?<!\\)\[.*\]/.test(first.text))
      report('codeowners-line', at, `\`[ ]\` is no range here: \`${first.text}\` names just that.`);
    const owners = ownersOf(line, first, others, offset);
    if (owners === null) return;
    const isOfSection = owners.length === 0;
    const about = comment.length === 0 ? null : comment.join('\n');
    const excludes = dialect === 'gitlab' && first.text.startsWith('!');
    lines.push({ pattern: first.text, at, match, owners: isOfSection ? defaults : owners, section, excludes, about });
  }

  /** `null`: the host skips the line because of somebody on it. */
  function ownersOf(line: string, first: Word, others: readonly Word[], offset: number) {
    if (dialect === 'gitlab') return ownersWithin(line.slice(first.start + first.text.length));
    const found = others.map((word) => ({ word, owner: ownerOf(word.text, dialect) }));
    for (const { word, owner } of found) {
      if (owner !== null) continue;
      const what = dialect === 'github' ? 'the line is skipped' : 'it is left out';
      const hint = /^[\w.-]+$/.test(word.text) ? ` Write \`@${word.text}\` if it is one.` : '';
      report(
        'codeowners-owner',
        span(offset + word.start, word.text.length),
        `\`${word.text}\` is no user, team or e-mail address, so ${what}.${hint}`,
      );
    }
    const good = distinct(found.flatMap(({ owner }) => owner ?? []));
    return dialect === 'github' && found.some(({ owner }) => owner === null) ? null : good;
  }

  for (const { 0: whole, index } of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const line = whole.replace(/[\r\n]+$/, '');
    const words = /^\s*#[#\s]*(.*?)[#\s]*$/.exec(line)?.[1];
    if (words === undefined) readLine(line, index);
    // Only what stands right above a line is about it; a row of dashes is about nothing.
    if (words === undefined || words === '') comment = [];
    else if (/[\p{L}\p{N}]/u.test(words)) comment.push(words);
  }
  problems.push(...duplicateLines(lines, dialect));
  return { dialect, path, text, lines, problems };
}

/** How a pattern matches, or why the host does not take it, as the end of a sentence. */
function matchOf(text: string, dialect: CodeownersDialect, check: ExpressionCheck): CodeownersMatch | string {
  if (dialect !== 'gitea') {
    const read = readCodeownersPattern(dialect === 'gitlab' ? text.replace(/^!/, '') : text, dialect);
    return read.kind === 'patterns' ? read : read.why;
  }
  const isNegated = text.startsWith('!');
  const written = (isNegated ? text.slice(1) : text).replace(/\\([#\s\\])/g, '$1');
  const source = `^(?:${written})$`;
  const wrong = check(source);
  return wrong === null ? { kind: 'expression', source, isNegated } : `is no regular expression (${wrong})`;
}
