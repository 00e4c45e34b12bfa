/**
 * Opens the product on a sample workspace, and stays until Ctrl+C.
 *
 *   node out/test/demo.js            desktop VS Code where there is one, else VS Code in a browser at a printed address
 *   node out/test/demo.js --check    opens that address by itself, prints what the status bar says, and ends
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageExtension } from './packaged/packageExtension';
import { makeSample } from './sample';
import { startBrowser, workbenchAddress } from './vscode/hosts/browser';
import { ensureGit } from './vscode/hosts/debian';
import { downloadedDesktop, namedDesktop } from './vscode/hosts/desktop';
import { ensureInstalled } from './vscode/hosts/installation';
import { repositoryRoot } from './vscode/hosts/paths';
import { runMain, say, SetupError } from './vscode/hosts/report';
import { startServer } from './vscode/hosts/server';
import { writeUserSettings } from './vscode/hosts/settings';
import { hostVersions } from './vscode/hosts/versions';

/** A file of the sample that has an owner, shown at the start. */
const firstFile = 'web/src/api/payments.ts';

const whatToLookAt = `What to look at:
  - the status bar, at the bottom right: whose the open file is; click it
  - the mouse over a file in the Explorer, over its tab, or over the first line of the file
  - Responsibilities, in the bar at the left
  - aor.yaml, the ownership file: change an owner, and everything follows
  - F1, then "AOR": every command`;

void runMain(async () => {
  const isCheck = process.argv.includes('--check');
  await ensureGit();
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'aor-demo-')));
  const sample = join(temporary, 'shop');
  try {
    await mkdir(sample);
    await makeSample(sample);
    await writeUserSettings(join(temporary, 'user'), { 'workbench.colorTheme': 'Default Light Modern' });
    const desktop = isCheck ? undefined : (namedDesktop() ?? (await downloadedDesktop(hostVersions.newest)));
    if (desktop === undefined) await openInBrowser(temporary, sample, isCheck);
    else await openOnDesktop(desktop, temporary, sample);
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function openOnDesktop(executable: string, temporary: string, sample: string): Promise<void> {
  process.stdout.write(
    `Opening ${sample} in ${executable}\n${whatToLookAt}\nClose the window, or press Ctrl+C here.\n`,
  );
  const args = [
    ...['--new-window', '--skip-welcome', '--disable-workspace-trust', `--user-data-dir=${join(temporary, 'user')}`],
    ...[`--extensions-dir=${join(temporary, 'extensions')}`, `--extensionDevelopmentPath=${repositoryRoot()}`],
    ...['--goto', join(sample, firstFile), sample],
  ];
  const window = spawn(executable, process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args, { stdio: 'ignore' });
  const stop = (): void => void window.kill();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await new Promise<void>((resolve, reject) => {
    window.once('exit', () => resolve());
    window.once('error', reject);
  });
}

async function openInBrowser(temporary: string, sample: string, isCheck: boolean): Promise<void> {
  const installation = await ensureInstalled(hostVersions.newest);
  // As users have it, not as an extension under development: that shows dialogs and notifications differently.
  const vsix = join(temporary, 'aor.vsix');
  say('Packaging the extension');
  await packageExtension(vsix);
  const server = await startServer({
    ...{ installation, vsix, userDataDir: join(temporary, 'user'), extensionsDir: join(temporary, 'extensions') },
    hasDriver: false,
    hasAllBuiltins: true,
  });
  try {
    const address = workbenchAddress({ port: server.port, open: sample, file: join(sample, firstFile) });
    process.stdout.write(`\nOpen this address in a browser on this machine:\n\n  ${address}\n\n${whatToLookAt}\n`);
    if (isCheck) {
      process.stdout.write(`\nThe status bar says: ${await statusBarText(address)}\n`);
      return;
    }
    process.stdout.write('\nPress Ctrl+C to stop.\n');
    await Promise.race([untilInterrupted(), server.ended]);
  } finally {
    await server.stop();
  }
}

/** What the extension's entry of the status bar says for the first file. Throws a SetupError when it says nothing. */
async function statusBarText(address: string): Promise<string> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    const item = page.locator('.statusbar-item[id^="aor.aor."]', { hasText: ' · ' }).first();
    await item.waitFor({ timeout: 60_000 }).catch(() => {
      throw new SetupError(`The status bar does not name the owner of ${firstFile}.`);
    });
    return (await item.innerText()).trim();
  } finally {
    await browser.close();
  }
}

async function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
