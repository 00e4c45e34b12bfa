/**
 * The suite, run inside the extension host: VS Code calls `run()`. Runs the `*.test.js` of the scenario folder that the
 * environment names.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { environmentNames } from './hosts/environment';
import { built, repositoryRoot } from './hosts/paths';
import type { SuiteReport } from './hosts/suiteReport';

/** Fulfilled when all tests have passed; rejects, which is what VS Code takes for a failure, when one has not. */
export async function run(): Promise<void> {
  const report = await runSuite(requiredVariable(environmentNames.tests)).catch((error: unknown) => ({
    ...{ passed: 0, failed: 0, skipped: 0 },
    problem: `The tests could not be run: ${error instanceof Error ? String(error.stack) : String(error)}`,
  }));
  writeFileSync(requiredVariable(environmentNames.report), JSON.stringify(report));
  if (report.problem !== undefined) throw new Error(report.problem);
}

async function runSuite(folder: string): Promise<SuiteReport> {
  const mark = process.env[environmentNames.mark];
  if (mark !== undefined) Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(mark, format(...args));
  const isColorful = process.env['FORCE_COLOR'] === '1';
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    color: isColorful,
    forbidOnly: process.env['CI'] !== undefined,
  });
  const grep = process.env[environmentNames.grep];
  if (grep !== undefined) mocha.grep(new RegExp(grep));
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  }
  const strayErrors = watchStrayErrors();
  const counts = await runMocha(mocha);
  const problem = problemOf(counts, strayErrors(), grep !== undefined);
  return problem === undefined ? counts : { ...counts, problem };
}

function problemOf(counts: SuiteReport, strays: readonly Error[], isPartial: boolean): string | undefined {
  if (counts.failed > 0) return `Tests failed: ${String(counts.failed)}.`;
  if (strays.length > 0) return `Errors nobody caught:\n${strays.map((error) => String(error.stack)).join('\n')}`;
  // A folder whose tests are not found would pass for ever.
  return counts.passed === 0 && !isPartial ? 'No test has run.' : undefined;
}

async function runMocha(mocha: Mocha): Promise<SuiteReport> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed, skipped: pending });
    });
  });
}

/** Collects errors of ours that nobody catches: the extension host only logs them, and they would fail no test. */
function watchStrayErrors(): () => readonly Error[] {
  const errors = new Set<Error>();
  const ours = [join(repositoryRoot(), 'dist'), built()];
  const take = (error: unknown): void => {
    if (error instanceof Error && ours.some((folder) => error.stack?.includes(folder) === true)) errors.add(error);
  };
  process.on('uncaughtException', take);
  process.on('unhandledRejection', take);
  return () => {
    process.off('uncaughtException', take);
    process.off('unhandledRejection', take);
    return [...errors];
  };
}

function requiredVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
