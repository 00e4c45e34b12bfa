/** What shows of two patterns without trying paths. */
import type { Pattern } from '../rules';

/** Whether it matches every path. */
export const isEverything = (pattern: Pattern): boolean => pattern.every(({ class: is }) => is === 'globstar');

/** The same pattern with one `**` where several stand in a row: they say no more than it does. */
export const withoutRepeats = (pattern: Pattern): Pattern =>
  pattern.filter(({ class: is }, at) => is !== 'globstar' || pattern[at + 1]?.class !== 'globstar');

/** Everything that matches `part` matches `whole` too, as far as that shows without trying; `false`: not known. */
export function covers(whole: Pattern, part: Pattern): boolean {
  if (isEverything(whole)) return true;
  const isBeneath = whole.at(-1)?.class === 'globstar';
  const fixed = isBeneath ? whole.slice(0, -1) : whole;
  if (fixed.some(({ class: is }) => is === 'globstar')) return false;
  if (isBeneath ? part.length <= fixed.length : part.length !== fixed.length) return false;
  return fixed.every((segment, at) => {
    const other = part[at];
    if (other === undefined || other.class === 'globstar') return false;
    return segment.class === 'star' || (segment.class === other.class && segment.text === other.text);
  });
}

/** Nothing can match both, as far as that shows without trying; `false`: not known. */
export function areDisjoint(a: Pattern, b: Pattern): boolean {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [one, other] = [a[at], b[at]];
    if (one?.class === 'globstar' || other?.class === 'globstar') return false;
    if (one?.class === 'plain' && other?.class === 'plain' && one.text !== other.text) return true;
  }
  return false;
}
