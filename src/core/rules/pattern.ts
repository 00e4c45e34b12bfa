import type { FlatText } from './characters';
import { refuse, type Refusal } from './refusal';
import { readSegment, type Segment } from './segment';

/** A glob without alternatives, from the root, after every rewriting: what is matched and what is compared. */
export type Pattern = readonly Segment[];

/** The most `**` in a pattern as written. */
const maximumGlobstars = 8;

/** What a trailing `/`, or a last segment without wildcard, adds: everything beneath. */
export const everythingBeneath: Segment = { class: 'globstar', text: '**', literals: 0 };

export interface WrittenPattern {
  readonly kind: 'pattern';
  readonly segments: Pattern;
  /** The segments as text: equal texts are equal patterns. */
  readonly text: FlatText;
  /** Ended with `/`, which is no longer there. */
  readonly hasTrailingSlash: boolean;
}

/**
 * Reads one result of the brace expansion. A `/` in front means nothing. `known` keeps the segments read before: the
 * alternatives of one glob share most of theirs.
 */
export function readPattern(text: FlatText, known: Map<FlatText, Segment>): WrittenPattern | Refusal {
  const texts = text.split('/');
  const hasTrailingSlash = texts.length > 1 && texts.at(-1) === '';
  const hasLeadingSlash = texts.length > 1 && texts[0] === '';
  const inner = texts.slice(hasLeadingSlash ? 1 : 0, hasTrailingSlash ? -1 : undefined);
  if (text === '') return refuse('empty', 'The glob is empty: write a path, or `**` for everything');
  if (inner.length === 0) return refuse('/', '`/` alone names nothing: write `**` for everything');
  const drive = /^[a-zA-Z]:$/.exec(inner[0] ?? '')?.[0];
  if (drive !== undefined) return refuseDrive(drive);
  const segments: Segment[] = [];
  for (const written of inner) {
    const segment = known.get(written) ?? readSegment(written);
    if ('refused' in segment) return segment;
    known.set(written, segment);
    segments.push(segment);
  }
  if (segments.filter((segment) => segment.class === 'globstar').length > maximumGlobstars) {
    return refuse('globstars', `There are more than ${maximumGlobstars} \`**\`: remove some`);
  }
  return { kind: 'pattern', segments, text: inner.join('/'), hasTrailingSlash };
}

/** `C:`, where a path begins on other systems. */
export function refuseDrive(drive: string): Refusal {
  return refuse(drive, `\`${drive}\` is a drive: write the path from the folder of the ownership file, with \`/\``);
}

/**
 * Rule 2 of the reference: a trailing `/` means everything beneath, and a last segment without wildcard stands for
 * two patterns: `docs` → `docs`, `docs/**`.
 */
export function withBeneath(written: WrittenPattern): readonly WrittenPattern[] {
  const { segments, text, hasTrailingSlash } = written;
  const beneath: WrittenPattern = {
    kind: 'pattern',
    segments: [...segments, everythingBeneath],
    text: `${text}/**`,
    hasTrailingSlash: false,
  };
  if (hasTrailingSlash) return [beneath];
  return segments.at(-1)?.class === 'plain' ? [written, beneath] : [written];
}
