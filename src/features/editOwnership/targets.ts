/** Which files and folders a command is about. */
import { FileType, Uri, workspace } from 'vscode';
import type { Target } from '../../core';
import { UserError } from '../../host/errors';
import { keyOf } from '../../host/paths';
import { readable, type ReadableRepository } from '../../host/readableRepository';
import { resourceOf } from '../../host/resource';
import type { Store } from '../../host/store';
import { askedOf } from './asked';

/** Files and folders of one repository, at least one. */
export interface Targets extends ReadableRepository {
  readonly targets: readonly Target[];
}

/**
 * Those chosen in the Explorer, a row of the side bar, or the file in front. Throws `UserError` where there is none, or
 * no ownership file for them.
 */
export async function targetsOf(store: Store, argument: unknown, chosen: unknown): Promise<Targets> {
  await store.ready;
  const uris = urisOf(argument, chosen);
  const found = await Promise.all(uris.map((uri) => targetOf(store, uri)));
  const [first] = found;
  if (first === undefined) throw new UserError('Open a file, or choose files or folders in the Explorer.');
  const key = keyOf(first.repository.base);
  if (found.some(({ repository }) => keyOf(repository.base) !== key))
    throw new UserError('These are of several repositories: choose those of one.');
  return { ...readable(first.repository), targets: found.map(({ target }) => target) };
}

function urisOf(argument: unknown, chosen: unknown): readonly Uri[] {
  const { uris } = askedOf(argument);
  if (uris !== undefined) return uris.map((uri) => Uri.parse(uri));
  const several = Array.isArray(chosen) ? chosen.flatMap((one: unknown) => resourceOf(one ?? {}) ?? []) : [];
  if (several.length > 0) return several;
  return [resourceOf(argument)].flatMap((uri) => uri ?? []);
}

async function targetOf(store: Store, uri: Uri) {
  const isFolder = await isDirectory(uri);
  // A folder is asked about by a name in it: it may be the root, which is no path.
  const answer = await store.answer(isFolder ? Uri.joinPath(uri, '_') : uri);
  if (answer.kind === 'elsewhere') throw new UserError('No file of a workspace is in front, or chosen.');
  if (answer.kind !== 'ownership') {
    readable(answer.repository);
    throw new UserError('The ownership file cannot be read.');
  }
  const { repository, ownership } = answer;
  const path = isFolder ? ownership.path.replace(/\/?_$/, '') : ownership.path;
  return { repository, target: { path, isFolder } };
}

async function isDirectory(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    // Not there yet, or known to the editor alone: an open document.
    return false;
  }
}

/** Targets in a few words: `services/pay`, `3 files and folders`. */
export function targetsText(targets: readonly Target[]): string {
  const [only] = targets;
  if (only !== undefined && targets.length === 1) return only.path === '' ? 'all files' : only.path;
  return `${targets.length} files and folders`;
}
