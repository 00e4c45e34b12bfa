import type { LogOutputChannel, Memento, Uri } from 'vscode';
import type { Today } from '../core';
import type { Commands } from './commands';
import type { Accounts } from './forge/accounts';
import type { ForgeRequests } from './forge/forgeRequests';
import type { OwnershipFiles } from './ownershipFiles';
import type { Changes } from './review/changes';
import type { GitExtension } from './review/gitExtension';
import type { Settings } from './settings';
import type { Store } from './store';

/** Everything a feature may use: each folder in `features` exports one `registerX(context: FeatureContext): Disposable`. */
export interface FeatureContext {
  readonly store: Store;
  /** The ownership files as they are being written. */
  readonly ownershipFiles: OwnershipFiles;
  readonly settings: Settings;
  readonly commands: Commands;
  readonly log: LogOutputChannel;
  /** The instant it is: the only clock. */
  readonly today: () => Today;
  /** The extension's own folder, for `media/…`. */
  readonly extensionUri: Uri;
  /** What is remembered for this workspace. */
  readonly memory: Memento;
  /** The changes at hand, and who should review them. */
  readonly changes: Changes;
  /** The user's accounts on forges. */
  readonly accounts: Accounts;
  /** The open requests of those changes, as their forges said last. */
  readonly forgeRequests: ForgeRequests;
  /** VS Code's own git extension: for showing and filling in, never for facts. */
  readonly git: GitExtension;
}
