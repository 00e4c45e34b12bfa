/** The glob dialect of the ownership file: text in, patterns out. The rules are in the reference page, *Globs*. */
import { expandBraces, type Expansion } from './braces';
import { readCharacters } from './characters';
import { readPattern, refuseDrive, withBeneath, type Pattern, type WrittenPattern } from './pattern';
import { refuse, type Refusal } from './refusal';
import { plainSegments, refuseNegation, type Segment } from './segment';

export { globMatcher, matchesGlob } from './patternMatcher';
export type { Pattern } from './pattern';
export type { Refusal } from './refusal';
export type { Segment, SegmentClass } from './segment';

/** The most code points in a glob. */
const maximumLength = 1_000;

/** A glob of `paths` or `exempt`. */
export interface Glob {
  /** As written, with `!`. */
  readonly text: string;
  /** Written with `!`: takes paths out. */
  readonly exclude: boolean;
  /** What it stands for, from the root: the base in front, no two equal, at least one. */
  readonly patterns: readonly Pattern[];
}

/** A glob of `include`, which matches files exactly. */
export interface IncludeGlob {
  readonly text: string;
  /** The one file it names, from the root; `null` where it has a wildcard or alternatives. */
  readonly literal: string | null;
  readonly patterns: readonly Pattern[];
}

export type GlobResult = { readonly kind: 'glob'; readonly glob: Glob } | Refusal;
export type IncludeGlobResult = { readonly kind: 'include'; readonly include: IncludeGlob } | Refusal;

/**
 * Reads a glob of `paths` or `exempt`. `base` is the folder it is relative to, `''` or `a/b`. Never throws.
 * `docs` with base `a` gives the patterns `a/docs` and `a/docs/**`.
 */
export function parseGlob(text: string, base: string): GlobResult {
  const refused = refuseWhole(text);
  if (refused !== null) return refused;
  // Only the first character can be this mark: behind a backslash it is no first character.
  const exclude = text.startsWith('!');
  if (text.startsWith('!!')) {
    return refuse('!!', '`!!` is not read: write one `!` to take paths out, or `!\\!` for a name that starts with `!`');
  }
  if (text.startsWith('!(')) return refuseNegation();
  const written = readPatterns(exclude ? text.slice(1) : text);
  if ('refused' in written) return written;
  const patterns = fromRoot(written.patterns.flatMap(withBeneath), base);
  return { kind: 'glob', glob: { text, exclude, patterns } };
}

/** Reads a glob of `include`: the same dialect, but it matches files exactly and takes nothing out. Never throws. */
export function parseIncludeGlob(text: string, base: string): IncludeGlobResult {
  const refused = refuseWhole(text);
  if (refused !== null) return refused;
  if (text.startsWith('!')) {
    return refuse(
      '!',
      '`include` takes nothing out: name the files to read, or write `\\!` for a name that starts with `!`',
    );
  }
  const written = readPatterns(text);
  if ('refused' in written) return written;
  if (written.patterns.some(({ hasTrailingSlash }) => hasTrailingSlash)) {
    return refuse('/', '`include` names files, not folders: write the file, as in `services/aor.yaml`');
  }
  const patterns = fromRoot(written.patterns, base);
  const isLiteral =
    !written.hasAlternatives && patterns.every((pattern) => pattern.every(({ class: is }) => is === 'plain'));
  const literal = isLiteral ? (patterns[0]?.map((segment) => segment.text).join('/') ?? null) : null;
  return { kind: 'include', include: { text, literal, patterns } };
}

function refuseWhole(text: string): Refusal | null {
  // The first tests keep a text of megabytes from being taken apart to be counted.
  if (text.length > 2 * maximumLength || (text.length > maximumLength && [...text].length > maximumLength)) {
    return refuse('length', `The glob is longer than ${maximumLength} characters: write several entries`);
  }
  const drive = /^!?\/?([a-zA-Z]:)\\/.exec(text)?.[1];
  return drive === undefined ? null : refuseDrive(drive);
}

interface WrittenPatterns {
  readonly patterns: readonly WrittenPattern[];
  readonly hasAlternatives: boolean;
}

function readPatterns(text: string): WrittenPatterns | Refusal {
  const expansion = expand(text);
  if (expansion.kind === 'refused') return expansion;
  const patterns: WrittenPattern[] = [];
  const known = new Map<string, Segment>();
  for (const result of expansion.results) {
    const pattern = readPattern(result, known);
    if (pattern.kind === 'refused') return pattern;
    patterns.push(pattern);
  }
  return { patterns, hasAlternatives: expansion.hasAlternatives };
}

/** Most globs have neither alternatives nor escapes, and are what they stand for. */
function expand(text: string): Expansion | Refusal {
  if (!/[{\\]/.test(text)) return { kind: 'expanded', results: [text], hasAlternatives: false };
  const characters = readCharacters(text);
  return 'refused' in characters ? characters : expandBraces(characters);
}

/** Puts the base in front and drops patterns that are there already. */
function fromRoot(patterns: readonly WrittenPattern[], base: string): readonly Pattern[] {
  const folder = plainSegments(base);
  const distinct = new Map(patterns.map(({ text, segments }) => [text, segments]));
  return [...distinct.values()].map((segments) => [...folder, ...segments]);
}
