/** Whether the changed lines of a file match the `content` of a review. */
import type { ChangedFile } from './change';
import type { LineMatcher, RegexEngine } from './regex';
import type { LinePlace } from './suggestion';

/** Longer lines are not tried: generated text, where one expression would take its time. */
export const maximumLineLength = 10_000;

/** How many lines are tried before others may work: about a millisecond. */
const linesInAStep = 200;

/** The first line that matches, or the first that could not be tried, or neither. */
export type ContentAnswer =
  | { readonly kind: 'match'; readonly place: LinePlace }
  | { readonly kind: 'unchecked'; readonly place: LinePlace }
  | { readonly kind: 'none' };

/** Tries files against expressions, each expression made once. */
export interface ContentTester {
  readonly test: (file: ChangedFile, source: string) => Generator<undefined, ContentAnswer>;
}

/** A tester that gives way every few lines. */
export function contentTester(regex: RegexEngine): ContentTester {
  const matchers = new Map<string, LineMatcher>();
  const matcherOf = (source: string): LineMatcher => {
    const matcher = matchers.get(source) ?? regex(source);
    matchers.set(source, matcher);
    return matcher;
  };
  let tried = 0;

  function* test(file: ChangedFile, source: string): Generator<undefined, ContentAnswer> {
    if (file.isBinary) return { kind: 'none' };
    const matches = matcherOf(source);
    let unchecked: LinePlace | null = null;
    for (const { path, line, text, side } of linesOf(file)) {
      if (text.length > maximumLineLength) unchecked ??= { path, line, side };
      else if (matches(text)) return { kind: 'match', place: { path, line, side } };
      if (++tried % linesInAStep === 0) yield;
    }
    if (file.droppedLines > 0) unchecked ??= { path: file.path, line: null, side: 'added' };
    return unchecked === null ? { kind: 'none' } : { kind: 'unchecked', place: unchecked };
  }

  return { test };
}

function* linesOf(file: ChangedFile): Generator<LinePlace & { readonly text: string }> {
  const { path, from, added, addedAt, removed, removedAt } = file;
  for (const [at, text] of added.entries()) yield { path, line: addedAt[at] ?? null, side: 'added', text };
  for (const [at, text] of removed.entries())
    yield { path: from ?? path, line: removedAt[at] ?? null, side: 'removed', text };
}
