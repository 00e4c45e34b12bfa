import { defaultSeverities, visible, type ProblemCode, type Severity } from '../../core';
import type { Finding } from '../finding';
import { jsonText } from './json';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;

const codes = Object.keys(defaultSeverities) as readonly ProblemCode[];

const rules = codes.map((id) => ({
  id,
  shortDescription: { text: `Ownership file: ${id.replaceAll('-', ' ')}` },
  defaultConfiguration: { level: levels[defaultSeverities[id]] },
}));

/** A SARIF 2.1.0 log. Source: OASIS sarif-v2.1.0-os. */
export function sarifReport(findings: readonly Finding[]): string {
  const results = findings.map(({ problem: { code, severity, message }, place }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: visible(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: place.file
              .replace(/\p{Cs}/gu, '\uFFFD')
              .split('/')
              .map(encodeURIComponent)
              .join('/'),
            uriBaseId: '%SRCROOT%',
          },
          region: {
            startLine: place.line,
            startColumn: place.column,
            endLine: place.endLine,
            endColumn: place.endColumn,
          },
        },
      },
    ],
  }));
  const run = { tool: { driver: { name: 'aor', rules } }, columnKind: 'utf16CodeUnits', results };
  return `${jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 2)}\n`;
}
