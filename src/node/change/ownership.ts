import { loadOwnership, readText, type FileSource, type ForgeKind, type LoadedOwnership } from '../../core';
import { diskSource } from '../diskSource';
import { indexSource } from '../indexSource';
import { forgeOfRemote } from '../remotes';
import type { Objects } from '../objects';
import { revisionSource } from '../revisionSource';
import type { ChangeOptions } from './model';
import { readOnce } from './readOnce';

/** Reads the ownership file of a folder: at a commit, or with `null` as the change makes it. Each once. */
export type OwnershipAt = (commit: string | null) => Promise<LoadedOwnership>;

/** A file of ours at a commit that git has not got here, as in a partial clone. */
export interface Lacking {
  readonly commit: string;
  readonly path: string;
}

export interface OwnershipReader {
  readonly at: OwnershipAt;
  /** What could not be read so far. Who is asked must not depend on what happens to be here. */
  readonly lacking: readonly Lacking[];
}

/** The ownership files of a folder, each found by the same search. Runs git. `objects`: those of the folder. */
export function ownershipReader(folder: string, options: ChangeOptions, objects: Objects): OwnershipReader {
  const { scope, entry = null, working } = options;
  const reader = readOnce(options.reader ?? readText);
  let known: Promise<ForgeKind | null> | undefined;
  const forge = (): Promise<ForgeKind | null> => (known ??= forgeOfRemote(folder, options.hosts));
  const read = new Map<string | null, Promise<LoadedOwnership>>();
  const lacking: Lacking[] = [];

  function load(commit: string | null): Promise<LoadedOwnership> {
    if (commit === null && scope !== 'staged' && working !== undefined) return Promise.resolve(working);
    const head = scope === 'staged' ? indexSource(folder, objects) : diskSource(folder, folder);
    return loadOwnership(commit === null ? head : sourceAt(commit), entry, { reader, forge });
  }

  function sourceAt(commit: string): FileSource {
    const source = revisionSource(folder, commit, objects);
    return {
      ...source,
      async read(path, maximumBytes) {
        const found = await source.read(path, maximumBytes);
        if (found.kind === 'unreadable') lacking.push({ commit, path });
        return found;
      },
    };
  }

  return {
    lacking,
    at(commit) {
      const loaded = read.get(commit) ?? load(commit);
      read.set(commit, loaded);
      return loaded;
    },
  };
}
