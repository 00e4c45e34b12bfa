/** Optimal string alignment distance, given up (Infinity) above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  const result = last[b.length] ?? Infinity;
  return result <= limit ? result : Infinity;
}

/** The known word a typing mistake most likely meant, or `null`: at most a third of the letters differ. First of equals. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let found: string | null = null;
  let limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  for (const candidate of known) {
    const d = distance(word, candidate, limit);
    if (d <= limit && (found === null || d < limit)) {
      found = candidate;
      limit = d;
    }
  }
  return found;
}
