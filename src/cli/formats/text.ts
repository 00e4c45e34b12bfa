import { styleText } from 'node:util';
import { visible, type Severity } from '../../core';
import type { Finding } from '../finding';
import { countSeverities } from './json';

const colours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const satisfies Record<
  Severity,
  string
>;
const plurals = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
} as const satisfies Record<Severity, string>;

/** One line a problem, as compilers write them, and a summary. */
export function textReport(findings: readonly Finding[], { isTerminal }: { readonly isTerminal: boolean }): string {
  const coloured = (severity: Severity): string =>
    isTerminal ? styleText(colours[severity], severity, { validateStream: false }) : severity;
  const lines = findings.map(({ problem: { code, severity, message }, place: { file, line, column } }) => {
    return `${visible(file)}:${line}:${column}: ${coloured(severity)}: ${visible(message)} [${code}]`;
  });
  const counts = Object.entries(countSeverities(findings)).flatMap(([severity, count]) => {
    return count === 0 ? [] : [`${count} ${count === 1 ? severity : plurals[severity as Severity]}`];
  });
  return `${[...lines, counts.length === 0 ? 'No problems.' : counts.join(', ')].join('\n')}\n`;
}
