/**
 * The settings of the extension, typed. Defaults stand in the manifest only.
 *
 * `aor.file` has the manifest scope `machine-overridable`: a workspace may name its own ownership file, but what leads
 * outside the root counts only from the user's or the machine's settings (see `ownershipFileSetting`). So no workspace
 * can make the extension read a file elsewhere, and nothing has to be withheld in an untrusted one.
 */
import { workspace, type ConfigurationScope, type Uri } from 'vscode';
import type { Disposable } from './disposables';
import { hasShapeOf, ownershipFileSetting, type OwnershipFileSetting } from './settingValues';

/** Where hovers appear. */
export type HoverPlace = 'explorer' | 'firstLine' | 'imports' | 'ownershipFile';

/** What the tree of responsibilities is grouped by. */
export type TreeGrouping = 'area' | 'person' | 'team' | 'kind' | 'status';

/** How reviewers are chosen: `ChoiceMode`. */
export type ReviewChoice = 'accountable' | 'lean';

/** Whether descriptions of pull requests are offered; `auto`: unless Copilot writes them. */
export type DescriptionOffer = 'auto' | 'on' | 'off';

/** Every setting without the leading `aor.`, but for `aor.file`, which has a reader of its own. */
export interface SettingValues {
  readonly 'status.enabled': boolean;
  readonly 'hover.places': readonly HoverPlace[];
  readonly 'decorations.badges': boolean;
  readonly 'decorations.colors': boolean;
  readonly 'diagnostics.enabled': boolean;
  /** How loud problems are in the editor, by code: see `severitiesOf`. */
  readonly 'diagnostics.severity': Readonly<Record<string, string>>;
  readonly 'tree.groupBy': TreeGrouping;
  /** Who the user is, where git does not say it: a person's id, e-mail address or name. */
  readonly me: string;
  readonly 'codeLens.enabled': boolean;
  readonly 'codeLens.aors': boolean;
  readonly 'inlayHints.enabled': boolean;
  readonly 'review.choice': ReviewChoice;
  readonly 'review.history': boolean;
  readonly 'review.pullRequestDescription': DescriptionOffer;
  /** What one's own hosts run, by host name, with the folder of a forge that lives in one: a `ForgeKind`. */
  readonly forges: Readonly<Record<string, string>>;
  /** Where the APIs of forges are, by host name. Only the user's and the machine's settings count. */
  readonly forgeApis: Readonly<Record<string, string>>;
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

/**
 * The settings as VS Code has them now. Values are kept until one changes: reading one costs the editor 0.3 ms, and a
 * tree asks for each of its rows.
 */
export function createSettings(): Settings & Disposable {
  const known = new Map<string, unknown>();
  const listening = [
    workspace.onDidChangeConfiguration(() => known.clear()),
    workspace.onDidChangeWorkspaceFolders(() => known.clear()),
  ];

  function get<Name extends keyof SettingValues>(name: Name, resource?: Uri): SettingValues[Name] {
    // Nothing smaller than a folder has settings of its own.
    const folder = resource === undefined ? undefined : workspace.getWorkspaceFolder(resource)?.uri;
    const key = `${name} ${folder?.toString() ?? ''}`;
    if (!known.has(key)) known.set(key, read(name, folder));
    return known.get(key) as SettingValues[Name];
  }

  return {
    get,
    dispose: () => {
      for (const listener of listening) listener.dispose();
    },
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
