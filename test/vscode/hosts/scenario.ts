import type { Settings } from './settings';

/**
 * What a folder of tests needs before VS Code starts: each `test/vscode/<name>/scenario.ts` exports one as `scenario`.
 *
 * @example
 * export const scenario: Scenario = {
 *   prepare: async (directory) => {
 *     await writeFile(join(directory, 'aor.yaml'), '…');
 *     return directory;
 *   },
 * };
 */
export interface Scenario {
  /**
   * Makes a workspace in an empty temporary folder, and gives back what to open, absolute: a folder, a
   * `.code-workspace` file, or undefined for a window without a folder.
   */
  readonly prepare: (directory: string) => Promise<string | undefined>;
  /** User settings, besides those every test host has. */
  readonly settings?: Settings;
  /** Opens the workspace in restricted mode. */
  readonly isUntrusted?: boolean;
  /** Environment variables of the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Until a run that does not end counts as failed. Default 180. */
  readonly timeLimitSeconds?: number;
}
