/**
 * Runs the tests that need a real VS Code, each scenario in a host of its own.
 *
 *   node out/test/vscode/run.js [oldest|newest] [SCENARIO…]
 *
 * A scenario is a folder beside this file: `scenario.ts` says what workspace to make and how to open it (see
 * `hosts/scenario.ts`), its `*.test.ts` run in the extension host with that workspace open. Add a folder to add one.
 *
 * The host is a desktop VS Code where `AOR_VSCODE` names one or one can be downloaded and shown, else the VS Code
 * server in a headless browser. `AOR_TEST_GREP=…` runs only tests with such a title, `AOR_TEST_VERBOSE=1` shows all logs.
 */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ensureChromium, ensureGit } from './hosts/debian';
import { downloadedDesktop, namedDesktop } from './hosts/desktop';
import { environmentNames } from './hosts/environment';
import { ensureInstalled } from './hosts/installation';
import { built, repositoryRoot } from './hosts/paths';
import { runMain, say, SetupError } from './hosts/report';
import type { Scenario } from './hosts/scenario';
import { writeUserSettings } from './hosts/settings';
import { readReport } from './hosts/suiteReport';
import { type HostName, hostNames, hostVersions } from './hosts/versions';

/** A VS Code to run scenarios on. */
interface Host {
  readonly title: string;
  readonly executable: string;
  readonly isDesktop: boolean;
  readonly environment: Readonly<Record<string, string>>;
}

void runMain(async () => {
  const args = process.argv.slice(2);
  const names = hostNames.filter((name) => args.includes(name));
  const asked = args.filter((arg) => !hostNames.some((name) => name === arg));
  const scenarios = chosenScenarios(asked);
  await ensureGit();
  const failures: string[] = [];
  for (const host of await hosts(names.length > 0 ? names : hostNames)) {
    for (const scenario of scenarios) {
      const started = Date.now();
      say(`${host.title}: ${scenario}`);
      const problem = await runScenario(host, scenario);
      if (problem !== undefined) failures.push(`${host.title}, ${scenario}: ${firstLine(problem)}`);
      say(
        `${host.title}: ${scenario}: ${firstLine(problem ?? 'passed')} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      );
    }
  }
  if (failures.length > 0) throw new SetupError(`\nFailed:\n  ${failures.join('\n  ')}`);
});

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function chosenScenarios(asked: readonly string[]): string[] {
  const all = readdirSync(built('vscode')).filter((name) => existsSync(built('vscode', name, 'scenario.js')));
  const scenarios = all.filter((name) => name !== 'hosts' && (asked.length === 0 || asked.includes(name)));
  const unknown = asked.filter((name) => !scenarios.includes(name));
  if (unknown.length > 0)
    throw new SetupError(`No such scenario: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  if (scenarios.length === 0) throw new SetupError('There are no scenarios: build the tests first.');
  return scenarios;
}

async function hosts(names: readonly HostName[]): Promise<Host[]> {
  const named = namedDesktop();
  if (named !== undefined) return [{ title: named, executable: named, isDesktop: true, environment: {} }];
  const found: Host[] = [];
  for (const name of names) {
    const version = hostVersions[name];
    const title = `VS Code ${version.vscode}`;
    const desktop = await downloadedDesktop(version);
    if (desktop !== undefined) {
      found.push({ title, executable: desktop, isDesktop: true, environment: {} });
      continue;
    }
    // Now rather than in the run, whose time limit is for tests.
    await ensureInstalled(version);
    await ensureChromium();
    const executable = built('vscode', 'hosts', 'executable.js');
    found.push({ title, executable, isDesktop: false, environment: { [environmentNames.host]: name } });
  }
  return found;
}

/** Gives back what went wrong, in a few words; undefined when all tests passed. */
async function runScenario(host: Host, name: string): Promise<string | undefined> {
  const { scenario } = (await import(built('vscode', name, 'scenario.js'))) as { scenario: Scenario };
  if (host.isDesktop && scenario.isUntrusted === true) {
    return 'cannot run on desktop, where the test runner trusts every workspace: use AOR_VSCODE=none';
  }
  // The real path: git reports it, and a temporary folder is a symbolic link on some systems.
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'aor-test-')));
  const report = join(temporary, 'report.json');
  try {
    const workspace = join(temporary, 'workspace');
    const userDataDir = join(temporary, 'user');
    await mkdir(workspace);
    const open = await scenario.prepare(workspace);
    await writeUserSettings(userDataDir, scenario.settings);
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: repositoryRoot(),
      extensionTestsPath: built('vscode', 'index.js'),
      launchArgs: [
        ...(open === undefined ? [] : [open]),
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${join(temporary, 'extensions')}`,
      ],
      extensionTestsEnv: { ...host.environment, ...scenarioEnvironment(scenario, name, report) },
    });
    const complete = readReport(report);
    return complete === undefined ? 'The extension host ended before the tests did.' : complete.problem;
  } catch (error) {
    return readReport(report)?.problem ?? (error instanceof Error ? error.message : String(error));
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

function scenarioEnvironment(scenario: Scenario, name: string, report: string): Record<string, string> {
  return {
    // The extension host has no terminal to look at.
    FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
    ...scenario.environment,
    [environmentNames.tests]: built('vscode', name),
    [environmentNames.report]: report,
    ...(scenario.isUntrusted === true && { [environmentNames.untrusted]: '1' }),
    ...(scenario.timeLimitSeconds !== undefined && { [environmentNames.timeLimit]: String(scenario.timeLimitSeconds) }),
  };
}
