import { loadOwnership, readText, type LoadedOwnership } from '../../core';
import { diskSource } from '../diskSource';
import { indexSource } from '../indexSource';
import type { Objects } from '../objects';
import { revisionSource } from '../revisionSource';
import type { ChangeOptions } from './model';
import { readOnce } from './readOnce';

/** Reads the ownership file of a folder: at a commit, or with `null` as the change makes it. Each once. */
export type OwnershipAt = (commit: string | null) => Promise<LoadedOwnership>;

/** The ownership files of a folder, each found by the same search. Runs git. `objects`: those of the folder. */
export function ownershipReader(folder: string, options: ChangeOptions, objects: Objects): OwnershipAt {
  const { scope, entry = null, working } = options;
  const reader = readOnce(options.reader ?? readText);
  const read = new Map<string | null, Promise<LoadedOwnership>>();

  function load(commit: string | null): Promise<LoadedOwnership> {
    if (commit === null && scope !== 'staged' && working !== undefined) return Promise.resolve(working);
    const head = scope === 'staged' ? indexSource(folder, objects) : diskSource(folder, folder);
    const source = commit === null ? head : revisionSource(folder, commit, objects);
    return loadOwnership(source, entry, { reader });
  }

  return (commit) => {
    const loaded = read.get(commit) ?? load(commit);
    read.set(commit, loaded);
    return loaded;
  };
}
