/**
 * The settings of the extension, typed. Defaults stand in the manifest only.
 *
 * `aor.file` has the manifest scope `machine-overridable`: a workspace may name its own ownership file, but what leads
 * outside the root counts only from the user's or the machine's settings (see `ownershipFileSetting`). So no workspace
 * can make the extension read a file elsewhere, and nothing has to be withheld in an untrusted one.
 */
import { workspace, type ConfigurationScope, type Disposable, type Uri } from 'vscode';
import { hasShapeOf, ownershipFileSetting, type OwnershipFileSetting } from './settingValues';

/** Where hovers appear. */
export type HoverPlace = 'explorer' | 'firstLine' | 'imports' | 'ownershipFile';

/** What the tree of responsibilities is grouped by. */
export type TreeGrouping = 'area' | 'person';

/** Every setting without the leading `aor.`, but for `aor.file`, which has a reader of its own. */
export interface SettingValues {
  readonly 'status.enabled': boolean;
  readonly 'hover.places': readonly HoverPlace[];
  readonly 'decorations.badges': boolean;
  readonly 'decorations.colors': boolean;
  readonly 'diagnostics.enabled': boolean;
  readonly 'tree.groupBy': TreeGrouping;
}

export type SettingName = keyof SettingValues | 'file';

export interface SettingsChange {
  /** Whether the setting may have another value now, for the resource or for any. */
  readonly affects: (name: SettingName, resource?: Uri) => boolean;
}

export interface Settings {
  /** The value for a resource. What has the wrong type in a settings file counts as the default. */
  get<Name extends keyof SettingValues>(name: Name, resource?: Uri): SettingValues[Name];
  /** Where the ownership file is, if a setting says so. */
  ownershipFile(resource: Uri): OwnershipFileSetting | null;
  onDidChange(listener: (change: SettingsChange) => void): Disposable;
}

/** The settings as VS Code has them now; nothing is kept. */
export function createSettings(): Settings {
  return {
    get: (name, resource) => read(name, resource),
    ownershipFile(resource) {
      const found = workspace.getConfiguration('aor', resource).inspect<unknown>('file');
      if (found === undefined) return null;
      return ownershipFileSetting(found.globalValue, found.workspaceFolderValue ?? found.workspaceValue);
    },
    onDidChange: (listener) =>
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('aor')) return;
        listener({ affects: (name, resource) => event.affectsConfiguration(`aor.${name}`, resource) });
      }),
  };
}

function read<Name extends keyof SettingValues>(name: Name, resource?: ConfigurationScope): SettingValues[Name] {
  const configuration = workspace.getConfiguration('aor', resource ?? null);
  const value = configuration.get<unknown>(name);
  const fallback = configuration.inspect<unknown>(name)?.defaultValue;
  // The manifest test holds the default to this type.
  return (hasShapeOf(value, fallback) ? value : fallback) as SettingValues[Name];
}
