/** Lines of patterns and owners, one beneath the other. */
export interface Entry {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/** More than so many columns of pattern are not waited for. */
const widest = 50;

/** One line each, the owners in a column of their own as far as that goes. */
export function entryTexts(entries: readonly Entry[]): readonly string[] {
  const width = entries.reduce((most, { pattern }) => Math.min(widest, Math.max(most, pattern.length)), 0);
  return entries.map(({ pattern, owners }) =>
    owners.length === 0 ? pattern : `${pattern.padEnd(width)} ${owners.join(' ')}`,
  );
}
