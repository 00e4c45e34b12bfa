/** Orders that are the same everywhere: by code unit, no locale. */

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each text once, sorted. */
export const sortedSet = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].sort(compareText);

/** A whole number of 32 bits that is the same for the same texts on every machine (FNV-1a, mixed at the end). */
export function stableHash(texts: readonly string[]): number {
  let hash = 0x811c9dc5;
  const add = (unit: number): void => {
    hash = Math.imul(hash ^ unit, 0x01000193);
  };
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) add(text.charCodeAt(at));
    // Keeps `ab`, `c` and `a`, `bc` apart; no text holds it.
    add(0x10000);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
