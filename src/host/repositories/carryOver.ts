/** Problems of the whole tree are found after a save; until the next one they move along with what is typed. */
import type { Problem, Source, Span } from '../../core';

/** The problems as they stand in edited texts; those whose own or related text was touched are left out. */
export function carryOver(problems: readonly Problem[], from: readonly Source[], to: readonly Source[]): Problem[] {
  const now = new Map(to.map(({ path, text }) => [path, text]));
  const moves = new Map(from.map(({ path, text }) => [path, moveBetween(text, now.get(path))]));
  const moved = (span: Span): Span | undefined => moves.get(span.file)?.(span);
  return problems.flatMap((problem) => {
    const at = moved(problem.at);
    if (at === undefined) return [];
    const related = problem.related.flatMap((place) => {
      const placeAt = moved(place.at);
      return placeAt === undefined ? [] : [{ ...place, at: placeAt }];
    });
    return [{ ...problem, at, related }];
  });
}

/** How places move when one stretch of a text is replaced: what two texts share at both ends is the rest. */
function moveBetween(before: string, after: string | undefined): (span: Span) => Span | undefined {
  if (after === undefined) return () => undefined;
  if (before === after) return (span) => span;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const shift = after.length - before.length;
  return (span) => {
    if (span.end <= head) return span;
    if (span.start >= before.length - tail) return { ...span, start: span.start + shift, end: span.end + shift };
    return undefined;
  };
}
