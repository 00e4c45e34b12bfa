import { existsSync, readFileSync } from 'node:fs';

/** What a suite that came to its end leaves behind. */
export interface SuiteReport {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why the run counts as failed, in words; undefined when it passed. */
  readonly problem?: string;
}

/** The report of a suite; undefined when it did not come to its end. */
export function readReport(file: string): SuiteReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SuiteReport) : undefined;
}
