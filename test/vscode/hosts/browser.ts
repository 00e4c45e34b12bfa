import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './debian';

/** A headless browser that can reach only this machine. Installs Debian's Chromium where there is none. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    // The browser ends with the process; what a signal does is for the program to say.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    args: [
      // The pages are our own, and containers and root have no sandbox.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Else the page's web socket is blocked where the workbench's start-up options are rewritten.
      '--disable-features=LocalNetworkAccessChecks',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

/** What a workbench page opens. All paths absolute. */
export interface Opened {
  readonly port: number;
  /** A folder, or a `.code-workspace` file; undefined for a window without a folder. */
  readonly open: string | undefined;
  /** The folder of an extension under development; needs a server with its driver. */
  readonly developmentExtension?: string;
  /** The built suite to run in the extension host. */
  readonly suite?: string;
  /** A file to show. */
  readonly file?: string;
}

/** The address of the workbench. `localhost` by name: webviews need a secure context. */
export function workbenchAddress({ port, open, developmentExtension, suite, file }: Opened): string {
  const host = `localhost:${String(port)}`;
  const remote = (path: string): string => `vscode-remote://${host}${encodeURI(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (developmentExtension !== undefined) payload.push(['extensionDevelopmentPath', remote(developmentExtension)]);
  if (suite !== undefined) payload.push(['extensionTestsPath', remote(suite)]);
  if (file !== undefined) payload.push(['openFile', remote(file)]);
  const query = new URLSearchParams();
  if (open === undefined) query.set('ew', 'true');
  else query.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', open);
  query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query.toString()}`;
}

/** Whether a request of a page leaves this machine. */
export function isOutsideRequest(address: string): boolean {
  const url = new URL(address);
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)) return false;
  if (['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return false;
  // Answered by the webview's service worker, never by a server.
  return !url.hostname.endsWith('.vscode-resource.vscode-cdn.net');
}
