/**
 * Most files of a folder match no glob that is about names. A few bits tell so without looking a name up: one for each
 * length, first and last UTF-16 unit, modulo 32. What they let through need not match; what they hold back cannot.
 */
import type { Wildcard } from './wildcard';

export interface NameFilter {
  /** Of plain names, which must agree in both. */
  lengths: number;
  firsts: number;
  /** Of wildcards, which must agree in the one they have. */
  prefixFirsts: number;
  suffixLasts: number;
}

const all = -1;

const bit = (value: number): number => 1 << (value & 31);

/** Lets a name through. */
export function filterName(filter: NameFilter, name: string): void {
  filter.lengths |= bit(name.length);
  filter.firsts |= bit(name.charCodeAt(0));
}

/** Lets through whatever a wildcard may match. */
export function filterWildcard(filter: NameFilter, { prefix, suffix }: Wildcard): void {
  if (suffix !== '') filter.suffixLasts |= bit(suffix.charCodeAt(suffix.length - 1));
  else if (prefix !== '') filter.prefixFirsts |= bit(prefix.charCodeAt(0));
  else filter.prefixFirsts = all;
}

/** Whether the filter lets a name through; `first` and `last` are its first and last UTF-16 units. */
export const letsThrough = (filter: NameFilter, length: number, first: number, last: number): boolean =>
  ((filter.lengths & bit(length)) !== 0 && (filter.firsts & bit(first)) !== 0) ||
  (filter.prefixFirsts & bit(first)) !== 0 ||
  (filter.suffixLasts & bit(last)) !== 0;
