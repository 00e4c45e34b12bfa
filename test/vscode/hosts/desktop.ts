import { existsSync } from 'node:fs';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheFolder } from './paths';
import { say, SetupError } from './report';
import type { HostVersion } from './versions';

/** The executable of a desktop VS Code that the environment variable `AOR_VSCODE` names; undefined where it is not set. */
export function namedDesktop(): string | undefined {
  const named = process.env['AOR_VSCODE'];
  if (named === undefined || named === '' || named === 'none') return undefined;
  if (existsSync(named)) return named;
  throw new SetupError(`AOR_VSCODE names ${named}, which does not exist.`);
}

/**
 * The executable of a downloaded desktop VS Code of this version; undefined where no window can be shown or the
 * download cannot be reached, and where `AOR_VSCODE` is `none`, which asks for the server.
 */
export async function downloadedDesktop(version: HostVersion): Promise<string | undefined> {
  if (process.env['AOR_VSCODE'] === 'none' || !canShowWindows()) return undefined;
  try {
    say(`Looking for desktop VS Code ${version.vscode}, downloading it where it is missing`);
    return await downloadAndUnzipVSCode({
      version: version.vscode,
      cachePath: cacheFolder(),
      reporter: new SilentReporter(),
      timeout: 15_000,
    });
  } catch (error) {
    say(
      `No desktop VS Code (${error instanceof Error ? error.message : String(error)}): using the server in a browser`,
    );
    return undefined;
  }
}

function canShowWindows(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}
