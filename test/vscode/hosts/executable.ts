#!/usr/bin/env node
/**
 * Stands in for the desktop executable that `@vscode/test-electron` starts: takes the same arguments, opens the VS Code
 * server in a headless browser, and ends with the status of the suite.
 *
 * A dead extension host ends with status 0 by itself, so a suite that left no report is a failure, and so is one that
 * is not over within the time limit.
 */
import { format } from 'node:util';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isOutsideRequest, startBrowser, workbenchAddress } from './browser';
import { environmentNames } from './environment';
import { ensureInstalled } from './installation';
import { runMain, SetupError } from './report';
import { refusedConnections, type Server, startServer } from './server';
import { readReport } from './suiteReport';
import { hostNames, hostVersions } from './versions';

const mark = '@@result';
const defaultTimeLimitSeconds = 180;

interface Arguments {
  readonly open: string | undefined;
  readonly suite: string;
  readonly developmentExtension: string;
  readonly userDataDir: string;
  readonly extensionsDir: string;
}

void runMain(async () => {
  endWithParent();
  const args = parseArguments(process.argv.slice(2));
  const refusedConnectionsFile = join(args.userDataDir, 'refused-connections.txt');
  const server = await startServer({
    installation: await ensureInstalled(chosenVersion()),
    userDataDir: args.userDataDir,
    extensionsDir: args.extensionsDir,
    isUntrusted: process.env[environmentNames.untrusted] === '1',
    environment: { [environmentNames.mark]: mark },
    refusedConnectionsFile,
  });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    const outside: string[] = [];
    page.context().on('request', (request) => {
      if (isOutsideRequest(request.url())) outside.push(request.url());
    });
    process.exitCode = await runSuite(page, server, args);
    outside.push(...refusedConnections(refusedConnectionsFile));
    if (outside.length > 0)
      throw new SetupError(`The tests tried to reach outside the machine:\n  ${outside.join('\n  ')}`);
  } finally {
    await browser.close();
    await server.stop();
  }
});

async function runSuite(page: Page, server: Server, args: Arguments): Promise<number> {
  const log = new WorkbenchLog();
  const exited = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) => log.take(type, values));
  await page.goto(workbenchAddress({ port: server.port, ...args }));
  const seconds = Number(process.env[environmentNames.timeLimit] ?? defaultTimeLimitSeconds);
  const outcome = await Promise.race([exited, server.ended.then(() => 'server' as const), timeLimit(seconds)]);
  const problem = problemOf(outcome, seconds);
  if (problem === undefined) return 0;
  log.printTail();
  if (outcome === 'server') process.stderr.write(`${server.logTail()}\n`);
  process.stderr.write(`${problem}\n`);
  return 1;
}

/** What is wrong with a run, in a sentence; undefined when nothing is. */
function problemOf(outcome: number | 'server' | 'time', seconds: number): string | undefined {
  if (outcome === 'server') return 'The VS Code server ended during the tests.';
  if (outcome === 'time') return `The tests were not over after ${String(seconds)} seconds.`;
  const report = readReport(process.env[environmentNames.report] ?? '');
  if (report === undefined) return 'The extension host ended before the tests did.';
  return report.problem ?? (outcome === 0 ? undefined : `VS Code ended with status ${String(outcome)}.`);
}

async function timeLimit(seconds: number): Promise<'time'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('time'), seconds * 1000).unref();
  });
}

/** What every host logs, whatever happens. */
const noise =
  /native-watchdog|additional builtin extensions|additional built-in extensions|AgentHost|AccountPolicyGate/;

/** Tells the suite's results from everything else, which is shown only when asked for or when the run fails. */
class WorkbenchLog {
  private readonly others: string[] = [];

  take(type: string, values: readonly unknown[]): void {
    if (values[0] === mark) {
      process.stdout.write(`${format(...values.slice(1))}\n`);
      return;
    }
    const line = `${type}: ${format(...values)}`;
    if (process.env[environmentNames.verbose] === '1') process.stderr.write(`${line}\n`);
    else if (!noise.test(line)) this.others.push(line.slice(0, 2000));
  }

  printTail(): void {
    if (this.others.length === 0) return;
    const tail = this.others.slice(-40).join('\n');
    process.stderr.write(`--- the last the workbench and the extension host logged ---\n${tail}\n---\n`);
  }
}

function chosenVersion(): (typeof hostVersions)['newest'] {
  const name = hostNames.find((host) => host === process.env[environmentNames.host]);
  if (name === undefined) throw new SetupError(`${environmentNames.host} must be one of ${hostNames.join(', ')}.`);
  return hostVersions[name];
}

function parseArguments(args: readonly string[]): Arguments {
  const value = (name: string): string => {
    const found = args.findLast((arg) => arg.startsWith(`--${name}=`));
    if (found === undefined) throw new SetupError(`The argument --${name}=… is missing.`);
    return found.slice(name.length + 3);
  };
  return {
    open: args.find((arg) => !arg.startsWith('-')),
    suite: value('extensionTestsPath'),
    developmentExtension: value('extensionDevelopmentPath'),
    userDataDir: value('user-data-dir'),
    extensionsDir: value('extensions-dir'),
  };
}

/** A killed runner takes the hosts with it: nothing else would end them. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 500).unref();
}
