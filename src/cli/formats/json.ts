import type { Severity } from '../../core';
import type { Finding } from '../finding';

/** How many findings have each severity. */
export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { problem } of findings) counts[problem.severity]++;
  return counts;
}

/** `aor check --json`: one object. Lines and columns are 1-based, columns in UTF-16 units, ends exclusive. */
export function jsonReport(findings: readonly Finding[]): string {
  const problems = findings.map(({ problem: { code, severity, message }, place }) => {
    const { file, line, column, endLine, endColumn } = place;
    return { code, severity, message, file, line, column, endLine, endColumn, fixable: false };
  });
  return `${JSON.stringify({ format: 1, problems, counts: countSeverities(findings) })}\n`;
}
