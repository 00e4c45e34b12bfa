import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Editor settings by id, as in a `settings.json`. */
export type Settings = Readonly<Record<string, unknown>>;

/** What every test host starts with: quiet, offline, and like a desktop where the browser's default differs. */
const always: Settings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  // The browser's default saves after a delay, and tests of unsaved edits would pass for the wrong reason.
  'files.autoSave': 'off',
  'git.autofetch': false,
};

/** Writes settings that only the machine itself may have, of a host that has not started yet. */
export async function writeMachineSettings(userDataDir: string, settings: Settings): Promise<void> {
  const folder = join(userDataDir, 'Machine');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

/** Writes the user settings of a host that has not started yet. */
export async function writeUserSettings(userDataDir: string, settings: Settings = {}): Promise<void> {
  const folder = join(userDataDir, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...always, ...settings }, null, 2));
}
