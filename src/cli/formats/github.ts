import { visible, type Severity } from '../../core';
import type { Finding } from '../finding';

const commands = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
} as const satisfies Record<Severity, string>;

/** Workflow commands end at a line end, and their properties at `,` and `:`. Source: actions/toolkit, `command.ts`. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Annotations for GitHub Actions, one a line. */
export function githubReport(findings: readonly Finding[]): string {
  return findings
    .map(({ problem: { code, severity, message }, place }) => {
      const properties = {
        file: visible(place.file),
        line: place.line,
        col: place.column,
        endLine: place.endLine,
        // GitHub takes columns only within one line.
        ...(place.endLine === place.line ? { endColumn: place.endColumn } : {}),
        title: `aor ${code}`,
      };
      const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${list.join(',')}::${escapeData(visible(message))}\n`;
    })
    .join('');
}
