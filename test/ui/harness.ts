/**
 * Opens the newest VS Code in a headless browser, for tests of what a person sees. The tests run in plain Node:
 *
 * @example
 * const workbench = await openWorkbench({ prepare: makeSample });
 * await workbench.hover(workbench.explorerRow('pay.ts'), /Payments · Ana Ruiz/);
 * await workbench.close();
 */
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { isOutsideRequest, startBrowser, workbenchAddress } from '../vscode/hosts/browser';
import { ensureInstalled } from '../vscode/hosts/installation';
import { repositoryRoot } from '../vscode/hosts/paths';
import { refusedConnections, type Server, startServer } from '../vscode/hosts/server';
import { type Settings, writeMachineSettings, writeUserSettings } from '../vscode/hosts/settings';
import { type HostName, hostVersions } from '../vscode/hosts/versions';
import { characterAt, click, hover, hoverText, park, type Point, type Target } from './pointer';

/** Themes that both ends of the supported range have. */
export type Theme =
  'Default Light Modern' | 'Default Dark Modern' | 'Default High Contrast' | 'Default High Contrast Light';

/** What is opened, and how. */
export interface WorkbenchOptions {
  /** Makes a workspace in an empty folder. */
  readonly prepare: (directory: string) => Promise<void>;
  /** What to open, relative to that folder: a folder in it, or a `.code-workspace` file. Default: the folder itself. */
  readonly open?: string;
  /** A file to show, relative to the folder. */
  readonly file?: string;
  readonly settings?: Settings;
  /** Those of scope `machine`, which do not count among the user's. */
  readonly machineSettings?: Settings;
  /** Default `Default Light Modern`. */
  readonly theme?: Theme;
  /** Device pixels per CSS pixel in pictures. Default 1. */
  readonly scale?: number;
  /** Of the window, in CSS pixels. Default 1200 by 800. */
  readonly size?: { readonly width: number; readonly height: number };
  /**
   * The extension under development (default), or the path of a VSIX, installed as users have it: then toasts and
   * dialogs are shown too.
   */
  readonly vsix?: string;
  /** Installs extensions beside it, each a folder in the folder of all extensions. */
  readonly install?: (extensionsDir: string) => Promise<void>;
  readonly isUntrusted?: boolean;
  /** Default `newest`. */
  readonly host?: HostName;
  /** Environment variables of the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** An open window, and what a person does in it. Places in lists and editors are found anew whenever they are used. */
export interface Workbench {
  readonly page: Page;
  /** The temporary folder `prepare` was given, absolute. */
  readonly directory: string;

  /** Hovers until the text fits, and gives all of it back. */
  hover(target: Target, expected: RegExp): Promise<string>;
  /** The text of the hovers that are open now. */
  hoverText(): Promise<string>;
  /** Moves the mouse out of the way and waits until no hover is open. */
  park(): Promise<void>;
  /** Clicks with no hover in the way. */
  click(target: Target): Promise<void>;

  /** A character of a visible editor, 0-based; `root` is the editor's CSS selector, by default the first text editor. */
  characterAt(line: number, column: number, root?: string): () => Promise<Point>;
  /** A row of the Explorer, by the file's or folder's name. */
  explorerRow(name: string): Locator;
  /** An editor tab, by the file's name. */
  tab(name: string): Locator;
  /** A row of an extension's tree view, by a part of its text. */
  treeRow(text: string | RegExp): Locator;
  /** An entry of the status bar, by its full id, e.g. `aor.aor.owner`. */
  statusItem(id: string): Locator;
  /** A row of the open quick pick, by a part of its text. */
  pick(text: string | RegExp): Locator;
  /** A notification in the list of notifications, by a part of its text; opens the list. */
  notification(text: string | RegExp): Promise<Locator>;

  /** Opens a file by its path relative to the workspace, and waits for its tab. */
  openFile(path: string): Promise<void>;
  /** Runs a command from the palette by its full title, e.g. `AOR: Show map`. */
  runCommand(title: string): Promise<void>;
  /** Changes user settings, and loads the page anew: the watcher of the settings file misses changes in the browser. */
  changeSettings(settings: Settings): Promise<void>;
  /** Changes the colour theme while running, and waits until it is drawn. */
  showTheme(theme: Theme): Promise<void>;
  /** Loads the page anew, as after closing and opening the window. */
  reload(): Promise<void>;
  /** Writes a picture of the window, or of a part of it; folders are made. */
  screenshot(path: string, part?: Locator): Promise<void>;
  /** Where the page, the server or the extension host tried to reach outside the machine. */
  outsideRequests(): string[];
  /** Ends browser and server, and removes all temporary files. */
  close(): Promise<void>;
}

/** Opens a window and waits until it is restored. The caller closes it. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const installation = await ensureInstalled(hostVersions[options.host ?? 'newest']);
  // The real path: git reports it, and a temporary folder is a symbolic link on some systems.
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'aor-ui-')));
  const directory = join(temporary, 'workspace');
  const userDataDir = join(temporary, 'user');
  const refusedConnectionsFile = join(temporary, 'refused-connections.txt');
  let server: Server | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server?.stop();
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await mkdir(directory);
    await options.prepare(directory);
    const theme = options.theme ?? 'Default Light Modern';
    await writeUserSettings(userDataDir, { ...options.settings, 'workbench.colorTheme': theme });
    if (options.machineSettings !== undefined) await writeMachineSettings(userDataDir, options.machineSettings);
    const extensionsDir = join(temporary, 'extensions');
    await mkdir(extensionsDir);
    await options.install?.(extensionsDir);
    server = await startServer({
      ...{ installation, userDataDir, extensionsDir, refusedConnectionsFile },
      hasDriver: options.vsix === undefined,
      ...(options.vsix !== undefined && { vsix: options.vsix }),
      ...(options.isUntrusted !== undefined && { isUntrusted: options.isUntrusted }),
      ...(options.environment !== undefined && { environment: options.environment }),
    });
    browser = await startBrowser();
    const context = await browser.newContext({
      viewport: options.size ?? { width: 1200, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
    });
    const page = await context.newPage();
    const outside: string[] = [];
    context.on('request', (request) => {
      if (isOutsideRequest(request.url())) outside.push(request.url());
    });
    const address = workbenchAddress({
      ...{ port: server.port, open: join(directory, options.open ?? '.') },
      ...(options.vsix === undefined && { developmentExtension: repositoryRoot() }),
      ...(options.file !== undefined && { file: join(directory, options.file) }),
    });
    await page.goto(address);
    await waitRestored(page);
    await waitForTheme(page, theme);
    return {
      ...{ page, directory, close },
      ...pointing(page),
      ...parts(page),
      ...acting(page, userDataDir, options),
      outsideRequests: () => [...outside, ...refusedConnections(refusedConnectionsFile)],
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function pointing(page: Page): Pick<Workbench, 'hover' | 'hoverText' | 'park' | 'click' | 'characterAt'> {
  return {
    hover: async (target, expected) => hover(page, target, expected),
    hoverText: async () => hoverText(page),
    park: async () => park(page),
    click: async (target) => click(page, target),
    characterAt: (line, column, root = '.editor-instance') => characterAt(page, root, line, column),
  };
}

type Parts = Pick<Workbench, 'explorerRow' | 'tab' | 'treeRow' | 'statusItem' | 'pick' | 'notification'>;

function parts(page: Page): Parts {
  const named = (name: string): RegExp => new RegExp(`^\\s*${escaped(name)}\\s*$`);
  return {
    explorerRow: (name) =>
      page
        .locator('.explorer-folders-view .monaco-list-row')
        .filter({ has: page.locator('.label-name', { hasText: named(name) }) })
        .first(),
    tab: (name) => page.locator(`.tabs-container .tab[data-resource-name="${name}"]`).first(),
    treeRow: (text) => page.locator('.customview-tree .monaco-list-row').filter({ hasText: text }).first(),
    statusItem: (id) => page.locator(`.statusbar [id="${id}"]`),
    pick: (text) => page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first(),
    notification: async (text) => {
      // Toasts are never shown where the page has a driver; the list of notifications always is.
      await runCommand(page, 'Notifications: Show Notifications');
      return page.locator('.notifications-center .notification-list-item').filter({ hasText: text }).first();
    },
  };
}

type Acting = Pick<Workbench, 'openFile' | 'runCommand' | 'changeSettings' | 'showTheme' | 'reload' | 'screenshot'>;

function acting(page: Page, userDataDir: string, options: WorkbenchOptions): Acting {
  let settings: Settings = { 'workbench.colorTheme': options.theme ?? 'Default Light Modern', ...options.settings };
  const reload = async (): Promise<void> => {
    await page.reload();
    await waitRestored(page);
  };
  return {
    openFile: async (path) => {
      await openQuickInput(page, path);
      const name = path.split('/').at(-1) ?? path;
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
    },
    runCommand: async (title) => runCommand(page, title),
    changeSettings: async (changed) => {
      settings = { ...settings, ...changed };
      await writeUserSettings(userDataDir, settings);
      await reload();
    },
    showTheme: async (theme) => {
      settings = { ...settings, 'workbench.colorTheme': theme };
      await runCommand(page, 'Preferences: Color Theme');
      const input = page.locator('.quick-input-widget input').first();
      await input.fill(themes[theme].label);
      await rowNamed(page, themes[theme].label).click();
      await waitForTheme(page, theme);
      await input.waitFor({ state: 'hidden' });
    },
    reload,
    screenshot: async (path, part) => {
      // `animations` also takes the blinking cursor out of the picture.
      await (part ?? page).screenshot({ path, animations: 'disabled' });
    },
  };
}

async function runCommand(page: Page, title: string): Promise<void> {
  await openQuickInput(page, `>${title}`);
  await rowNamed(page, title).click();
}

/** The row of the open quick pick with exactly this label. */
function rowNamed(page: Page, label: string): Locator {
  const labels = page.locator('.quick-input-list .monaco-list-row .label-name');
  return labels.filter({ hasText: new RegExp(`^\\s*${escaped(label)}\\s*$`) }).first();
}

async function openQuickInput(page: Page, text: string): Promise<void> {
  await park(page);
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(text);
}

/** Waits until the workbench is drawn and its editors are restored. */
async function waitRestored(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.evaluate('globalThis.driver?.whenWorkbenchRestored()');
}

/** The class a theme gives the workbench, and its name in the palette. */
const themes: Readonly<Record<Theme, { readonly kind: string; readonly label: string }>> = {
  'Default Light Modern': { kind: 'vs', label: 'Light Modern' },
  'Default Dark Modern': { kind: 'vs-dark', label: 'Dark Modern' },
  'Default High Contrast': { kind: 'hc-black', label: 'Dark High Contrast' },
  'Default High Contrast Light': { kind: 'hc-light', label: 'Light High Contrast' },
};

/** Waits until a theme's colours are in force; before, the workbench shows those of its built-in default. */
async function waitForTheme(page: Page, theme: Theme): Promise<void> {
  await page.locator(`.monaco-workbench.${themes[theme].kind}[class*="vscode-theme-"]`).waitFor();
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
