/** The figures of a replay as a table. */

/** What one way of choosing did, change by change. */
export interface Outcome {
  readonly asked: number;
  readonly isHit: boolean;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** A Markdown table, one row for each way of choosing. */
export function table(rows: ReadonlyMap<string, readonly Outcome[]>): string {
  const lines = [...rows].map(([name, outcomes]) => {
    const asked = outcomes.map((outcome) => outcome.asked).sort((a, b) => a - b);
    const mean = asked.reduce((sum, count) => sum + count, 0) / Math.max(1, asked.length);
    const hits = outcomes.filter(({ isHit }) => isHit).length;
    return `| ${name} | ${mean.toFixed(2)} | ${quantile(asked, 0.5)} | ${quantile(asked, 0.95)} | ${percent(hits, outcomes.length)} |`;
  });
  return ['| | people: mean | median | 95th percentile | hit, % |', '|---|--:|--:|--:|--:|', ...lines].join('\n');
}
