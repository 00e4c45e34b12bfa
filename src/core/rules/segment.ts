import { nameOf, type FlatText } from './characters';
import { refuse, type Refusal } from './refusal';

/**
 * How exactly a segment says what it matches, most exact first: without wildcard; with wildcards and other
 * characters; only `?`s and `*`s, but not exactly `*`; exactly `*`; `**`.
 */
export type SegmentClass = 'plain' | 'mixed' | 'wildcards' | 'star' | 'globstar';

/** What stands between two `/` of a glob without alternatives. */
export interface Segment {
  readonly class: SegmentClass;
  /** The name a plain segment matches; else its writing for `minimatch`, everything but the wildcards escaped. */
  readonly text: string;
  /** How many code points are no wildcard. */
  readonly literals: number;
}

/** A folder (`''` or `a/b`) as plain segments. */
export function plainSegments(folder: string): readonly Segment[] {
  return folder === '' ? [] : folder.split('/').map(plainSegment);
}

/** Reads what stands between two `/`. Refuses nothing at all, `.`, `..`, `!(`, and `**` beside other characters. */
export function readSegment(text: FlatText): Segment | Refusal {
  if (text === '') return refuse('//', '`//` has nothing between: write one `/`');
  // Most segments are names as they stand.
  if (!/[\\*?!]|^\.\.?$/.test(text)) return plainSegment(text);
  const name = nameOf(text);
  if (name === '.' || name === '..') {
    return refuse(name, `\`${name}\` is not a name: write the path from the folder of the ownership file`);
  }
  const bare = text.replace(/\\./gsu, 'x');
  if (bare.includes('!(')) return refuseNegation();
  if (!/[*?]/.test(bare)) return plainSegment(name);
  if (bare.includes('**') && bare !== '**') {
    return refuse('**', '`**` is a whole segment: write `*` within a name, or put a `/` before and behind');
  }
  const literals = [...bare].filter((char) => char !== '*' && char !== '?').length;
  return { class: classOf(bare, literals), text: escapeLiterals(text), literals };
}

/** `!(`, which begins a group to be left out elsewhere and would be misread here. */
export function refuseNegation(): Refusal {
  return refuse('!(', '`!(` is not a group here: write `!\\(` for the characters themselves');
}

function plainSegment(name: string): Segment {
  return { class: 'plain', text: name, literals: [...name].length };
}

function classOf(bare: string, literals: number): SegmentClass {
  if (literals > 0) return 'mixed';
  if (bare === '**') return 'globstar';
  return bare === '*' ? 'star' : 'wildcards';
}

/** Escapes for `minimatch` what it would read as more than itself, and takes other backslashes out. */
function escapeLiterals(text: FlatText): string {
  return text.replace(/\\(.)|[[\]{}]/gsu, (written, escaped: string | undefined) =>
    escaped === undefined ? `\\${written}` : escapeName(escaped),
  );
}

/** A name as `minimatch` has to be told it. */
export function escapeName(name: string): string {
  return name.replace(/[\\*?[\]{}]/g, '\\$&');
}
