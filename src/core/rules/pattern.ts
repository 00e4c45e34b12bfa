import { isSpecial, isWildcard, type Character } from './characters';
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

/** A glob without alternatives, from the root, after every rewriting: what is matched and what is compared. */
export type Pattern = readonly Segment[];

/** The most `**` in a pattern as written. */
const maximumGlobstars = 8;

/** What a trailing `/`, or a last segment without wildcard, adds: everything beneath. */
const everythingBeneath: Segment = { class: 'globstar', text: '**', literals: 0 };

/** A folder (`''` or `a/b`) as plain segments. */
export function plainSegments(folder: string): Pattern {
  return folder === '' ? [] : folder.split('/').map(plainSegment);
}

function plainSegment(name: string): Segment {
  return { class: 'plain', text: name, literals: [...name].length };
}

export interface WrittenPattern {
  readonly kind: 'pattern';
  readonly segments: Pattern;
  /** Ended with `/`, which is no longer there. */
  readonly hasTrailingSlash: boolean;
}

/** Splits one result of the brace expansion at `/`. A `/` in front means nothing. */
export function readPattern(characters: readonly Character[]): WrittenPattern | Refusal {
  const texts = splitAtSlashes(characters);
  const hasTrailingSlash = texts.length > 1 && texts.at(-1)?.length === 0;
  const hasLeadingSlash = texts.length > 1 && texts[0]?.length === 0;
  const inner = texts.slice(hasLeadingSlash ? 1 : 0, hasTrailingSlash ? -1 : undefined);
  if (characters.length === 0) return refuse('empty', 'The glob is empty: write a path, or `**` for everything');
  if (inner.length === 0) return refuse('/', '`/` alone names nothing: write `**` for everything');
  const segments: Segment[] = [];
  for (const text of inner) {
    const segment = readSegment(text, segments.length === 0);
    if ('refused' in segment) return segment;
    segments.push(segment);
  }
  if (segments.filter((segment) => segment.class === 'globstar').length > maximumGlobstars) {
    return refuse('globstars', `There are more than ${maximumGlobstars} \`**\`: remove some`);
  }
  return { kind: 'pattern', segments, hasTrailingSlash };
}

/**
 * Rule 2 of the reference: a trailing `/` means everything beneath, and a last segment without wildcard stands for
 * two patterns: `docs` → `docs`, `docs/**`.
 */
export function withBeneath({ segments, hasTrailingSlash }: WrittenPattern): readonly Pattern[] {
  const beneath = [...segments, everythingBeneath];
  if (hasTrailingSlash) return [beneath];
  return segments.at(-1)?.class === 'plain' ? [segments, beneath] : [segments];
}

function splitAtSlashes(characters: readonly Character[]): readonly (readonly Character[])[] {
  const texts: Character[][] = [];
  let text: Character[] = [];
  for (const character of characters) {
    if (character.char !== '/') {
      text.push(character);
      continue;
    }
    texts.push(text);
    text = [];
  }
  return [...texts, text];
}

function readSegment(text: readonly Character[], isFirst: boolean): Segment | Refusal {
  const written = text.map(({ char }) => char).join('');
  const [first, second] = text;
  if (first === undefined) return refuse('//', '`//` has nothing between: write one `/`');
  if (written === '.' || written === '..') {
    return refuse(written, `\`${written}\` is not a name: write the path from the folder of the ownership file`);
  }
  if (isFirst && text.length === 2 && /^[a-zA-Z]$/.test(first.char) && isSpecial(second, ':')) {
    return refuse(written, `\`${written}\` is a drive: write the path from the folder of the ownership file`);
  }
  const negation = text.findIndex((character, at) => isSpecial(character, '!') && isSpecial(text[at + 1], '('));
  if (negation >= 0) return refuseNegation(written.slice(negation + 1));
  const wildcards = text.filter(isWildcard);
  if (wildcards.length === 0) return plainSegment(written);
  const hasGlobstar = text.some((character, at) => isSpecial(character, '*') && isSpecial(text[at + 1], '*'));
  if (hasGlobstar && text.length > 2) {
    return refuse('**', '`**` is a whole segment: write `*` within a name, or put a `/` before and behind');
  }
  return {
    class: classOf(text, wildcards),
    text: text.map(escapeForMinimatch).join(''),
    literals: text.length - wildcards.length,
  };
}

/** `!(`, which is a group to be left out elsewhere and would be misread here. */
export function refuseNegation(rest: string): Refusal {
  return refuse('!(', `\`!(\` is not a group here: write \`!\\${rest}\` for the character \`(\``);
}

function classOf(text: readonly Character[], wildcards: readonly Character[]): SegmentClass {
  if (wildcards.length < text.length) return 'mixed';
  if (wildcards.some(({ char }) => char === '?')) return 'wildcards';
  return text.length === 1 ? 'star' : 'globstar';
}

/** Escapes what `minimatch` would read as more than itself; other characters must stay bare, `\(` is not `(` to it. */
function escapeForMinimatch(character: Character): string {
  return !isWildcard(character) && /[\\*?[\]{}]/.test(character.char) ? `\\${character.char}` : character.char;
}
