import type { Severity } from '../../core';
import type { Finding } from '../finding';

/** Characters that are not seen, beyond those JSON escapes by itself. */
const hidden = /[\x7F-\x9F\p{Cf}\u2028\u2029]/gu;

const escapeUnits = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join('');

/** JSON that shows no control or bidirectional character as itself; it reads as the same value. */
export const jsonText = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(hidden, escapeUnits);

/** How many findings have each severity. */
export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { problem } of findings) counts[problem.severity]++;
  return counts;
}

/** `aor check --json`: one object. Lines and columns are 1-based, columns in UTF-16 units, ends exclusive. */
export function jsonReport(findings: readonly Finding[]): string {
  const problems = findings.map(({ problem: { code, severity, message }, place, isFixable }) => {
    const { file, line, column, endLine, endColumn } = place;
    return { code, severity, message, file, line, column, endLine, endColumn, fixable: isFixable };
  });
  return `${jsonText({ format: 1, problems, counts: countSeverities(findings) })}\n`;
}
