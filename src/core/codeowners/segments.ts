/** Patterns of `CODEOWNERS` as those of ours, so that one index serves both. */
import { everythingBeneath, type Pattern } from '../rules/pattern';
import { escapeName, type Segment } from '../rules/segment';
import type { CodeownersDialect } from './dialect';

/** What a pattern stands for, or why the host does not take it, as the end of a sentence. */
export type PatternResult =
  { readonly kind: 'patterns'; readonly patterns: readonly Pattern[] } | { readonly kind: 'bad'; readonly why: string };

const bad = (why: string): PatternResult => ({ kind: 'bad', why });

const longestPattern = 1_000;

/** Reads a pattern as it is written, without a leading `!`. For the dialects that have patterns: not Gitea. */
export function readCodeownersPattern(text: string, dialect: Exclude<CodeownersDialect, 'gitea'>): PatternResult {
  if (text.length > longestPattern) return bad(`is longer than ${longestPattern} characters`);
  if (dialect !== 'gitlab') {
    if (text.startsWith('!')) return bad('begins with `!`, which takes nothing out here');
    if (text.startsWith('\\#')) return bad('begins with `\\#`, which is not read as a name here');
  }
  // There a folder's slash at the end stands for what is beneath, of the root as well.
  if (dialect === 'gitlab' && text === '/') return { kind: 'patterns', patterns: [[everythingBeneath]] };
  const parts = text.replace(/^\//, '').split('/');
  const isFolder = parts.length > 1 && parts.at(-1) === '';
  const written = isFolder ? parts.slice(0, -1) : parts;
  if (written.some((part) => part === '')) return bad(text === '/' ? 'names nothing' : 'has `//` with nothing between');
  if (written.some((part) => part === '.' || part === '..')) return bad('has `.` or `..`, which is not a name here');
  const segments = written.map((part) => (part === '**' ? everythingBeneath : segmentOf(part, dialect === 'gitlab')));
  return {
    kind: 'patterns',
    patterns:
      dialect === 'gitlab' ? gitlabPatterns(text, segments, isFolder) : githubPatterns(text, segments, isFolder),
  };
}

/** Source: GitHub Docs, *About code owners*, and the rules of gitignore it refers to. */
function githubPatterns(text: string, segments: Pattern, isFolder: boolean): readonly Pattern[] {
  const isAnchored = text.startsWith('/') || segments.length > 1;
  const whole = isAnchored ? segments : [everythingBeneath, ...segments];
  const last = segments.at(-1);
  // With a slash behind it or without.
  if (last?.class === 'globstar') return [whole];
  const beneath = [...whole, everythingBeneath];
  if (isFolder) return [beneath];
  // `a/*` is what lies directly in `a`; `*` alone is everything.
  if (last?.class === 'star') return isAnchored ? [whole] : [[everythingBeneath]];
  return [whole, beneath];
}

/** Source: GitLab Docs, *Advanced CODEOWNERS configuration*: `fnmatch` with path names and dot files. */
function gitlabPatterns(text: string, segments: Pattern, isFolder: boolean): readonly Pattern[] {
  if (text === '*') return [[everythingBeneath]];
  const whole = text.startsWith('/') ? segments : [everythingBeneath, ...segments];
  return [isFolder ? [...whole, everythingBeneath] : whole];
}

/** One name, with `*` and `?`, and with `[a-z]` where there are ranges; what is behind a backslash is itself. */
function segmentOf(text: string, hasRanges: boolean): Segment {
  let name = '';
  let writing = '';
  let literals = 0;
  let wildcards = 0;
  for (const [token] of text.matchAll(hasRanges ? withRanges : withoutRanges)) {
    const isRange = token.length > 2 && token.startsWith('[');
    if (token.startsWith('*') || token === '?' || isRange) {
      wildcards++;
      // Within a name two stars say what one says.
      writing += token.startsWith('*') ? '*' : token;
      if (isRange) literals++;
    } else {
      const char = token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
      literals++;
      name += char;
      writing += escapeName(char);
    }
  }
  if (wildcards === 0) return { class: 'plain', text: name, literals: [...name].length };
  return { class: literals > 0 ? 'mixed' : writing === '*' ? 'star' : 'wildcards', text: writing, literals };
}

const withoutRanges = /\\.|\*+|./gsu;
const withRanges = /\\.|\*+|\[[!^]?[^\]/]+\]|./gsu;
