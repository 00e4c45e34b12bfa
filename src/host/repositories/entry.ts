/** Reads the ownership file of a base, where its place or the setting `aor.file` says. */
import type { Uri } from 'vscode';
import { loadOwnership, type ForgeKind, type LoadedOwnership, type TextReader } from '../../core';
import { isAbsolute, pathBelow, uriBelow } from '../paths';
import type { OwnershipFileSetting } from '../settingValues';
import type { RecordingSource } from './overlay';

/** Where the entry file is. */
export type EntryPlace =
  /** At the first of the usual places. */
  | { readonly kind: 'usual' }
  /** Base-relative, or absolute where the user's own settings lead outside the base. */
  | { readonly kind: 'named'; readonly path: string }
  /** `reason` is one sentence. */
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };

/** What `aor.file` means for a base. */
export function entryPlace(base: Uri, setting: OwnershipFileSetting | null): EntryPlace {
  if (setting === null) return { kind: 'usual' };
  // `Uri.joinPath` takes `..` out, so that what is compared is where the path really leads.
  const uri = uriBelow(base, isAbsolute(setting.path) ? setting.path : `./${setting.path}`);
  const path = pathBelow(base, uri);
  if (path !== undefined && path !== '') return { kind: 'named', path };
  if (path === undefined && setting.mayLeaveRoot) return { kind: 'named', path: uri.path };
  const reason =
    path === ''
      ? 'The setting aor.file names a folder, not a file.'
      : 'The setting aor.file leads outside the root, which only user settings may do.';
  return { kind: 'refused', path: setting.path, reason };
}

export interface EntryRead {
  readonly loaded: LoadedOwnership;
  /** An entry file stands there, readable or not. */
  readonly isPresent: boolean;
}

/** Never rejects, as far as `source` does not. */
export async function readEntry(
  base: Uri,
  setting: OwnershipFileSetting | null,
  source: RecordingSource,
  reader: TextReader,
  forge: () => Promise<ForgeKind | null>,
): Promise<EntryRead> {
  const place = entryPlace(base, setting);
  if (place.kind === 'refused')
    return { loaded: { kind: 'failed', entry: place.path, reason: place.reason }, isPresent: false };
  const loaded = await loadOwnership(source, place.kind === 'named' ? place.path : null, { reader, forge });
  return { loaded, isPresent: loaded.kind !== 'none' && source.has(loaded.entry) };
}
