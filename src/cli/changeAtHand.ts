/** The change that `aor review` looks at, with the ownership files that decide. */
import { relative, resolve } from 'node:path';
import {
  createTextReader,
  decidingFile,
  nearest,
  peopleOf,
  visible,
  type Identity,
  type LoadedOwnership,
  type OwnershipFile,
} from '../core';
import { isBeneath } from '../node/diskSource';
import type { ChangeReading, ChangeScope, GitChange } from '../node/change/model';
import { readChange } from '../node/change/readChange';
import { readOnce } from '../node/change/readOnce';
import { CliError, type Io } from './io';
import { slashed } from './paths';
import { openRepository, placesFor, readPlaces, throwNoFile, type RepositoryOptions } from './repository';

export interface ChangeAtHand {
  /** Absolute; paths are relative to it. */
  readonly folder: string;
  readonly change: GitChange;
  readonly base: OwnershipFile | null;
  readonly fork: OwnershipFile | null;
  readonly head: OwnershipFile | null;
  readonly deciding: OwnershipFile;
}

export interface AtHandOptions extends RepositoryOptions {
  readonly base?: string | undefined;
  readonly scope: ChangeScope;
  /** As of `ChangeOptions`. */
  readonly isForeign?: boolean;
  /** Ends what is still being read. */
  readonly signal: AbortSignal;
  /** Told as soon as it is known: the commit whose history speaks for a change in a folder. */
  readonly onRevision: (folder: string, commit: string) => void;
}

/** Who made the change. */
export interface Authors {
  /** Ids of those the ownership file knows. */
  readonly ids: readonly string[];
  /** All of them, as people know them. */
  readonly names: readonly string[];
  /** As commits name them. */
  readonly identities: readonly Identity[];
}

/** Throws `CliError` where two parts are asked for. */
export function scopeOf(values: { staged?: boolean; 'working-tree'?: boolean }): ChangeScope {
  if (values.staged === true && values['working-tree'] === true)
    throw new CliError('--staged and --working-tree contradict each other.');
  return values.staged === true ? 'staged' : values['working-tree'] === true ? 'workingTree' : 'branch';
}

/** Reads the change; says on stderr what is not as it should be. Throws `CliError` where there is nothing to go by. */
export async function readChangeAtHand(options: AtHandOptions, io: Io): Promise<ChangeAtHand> {
  const { scope, base: named, isForeign = false, signal } = options;
  const places = await placesFor(options, io);
  const entry = namedEntry(options, places.root, io);
  const reader = readOnce(createTextReader());
  const onDisk = readPlaces(places, options, io, reader);
  const changeIn = (folder: string): Promise<ChangeReading> =>
    readChange(folder, {
      ...{ scope, base: named, entry, reader, isForeign, signal },
      working: onDisk.then((found) => found?.loaded ?? { kind: 'none' }),
      onRevision: (commit) => commit !== null && options.onRevision(folder, commit),
    });

  // Git looks at the change while the file is read, where no other repository could be meant.
  const [first = places.root, ...others] = places.bases;
  const early = others.every((base) => isBeneath(first, base)) ? changeIn(first) : null;
  early?.catch(() => 'It rejects once nobody wants it any more.');
  const reading = await onDisk;
  for (const folder of reading === null ? places.bases : [reading.base]) {
    const change = changeOf(await (folder === first && early !== null ? early : changeIn(folder)));
    const { base, fork, head } = change.ownership;
    // The change may have taken away the file that decides.
    if (reading === null && base?.kind !== 'loaded') continue;
    const at = { base: fileOf(base), fork: fileOf(fork), head: fileOf(head) };
    const deciding = decidingFile(at) ?? openRepository({ base: folder, loaded: head }).file;
    tell(change, io);
    return { folder, change, ...at, deciding };
  }
  return throwNoFile(places.root);
}

/** Where `--file` leads, relative to the root; a file elsewhere is at no commit. */
function namedEntry({ file }: RepositoryOptions, root: string, io: Io): string | null {
  if (file === undefined) return null;
  const path = resolve(io.cwd, file);
  return isBeneath(root, path) ? slashed(relative(root, path)) : '..';
}

function changeOf(reading: ChangeReading): GitChange {
  if (reading.kind === 'change') return reading.change;
  const { code, message } = reading;
  const about = code === 'unknown-base' ? '--base ' : code === 'no-git' ? 'aor review needs git: ' : '';
  throw new CliError(about + message);
}

const fileOf = (loaded: LoadedOwnership | null): OwnershipFile | null =>
  loaded?.kind === 'loaded' ? loaded.file : null;

function tell({ notes, base, ownership }: GitChange, io: Io): void {
  const lines = [
    ...notes.map(({ message }) => message),
    ...unreadable(ownership.base, base?.ref ?? '', "the working tree's counts"),
    ...unreadable(ownership.head, 'the working tree', "the base's counts"),
  ];
  for (const line of lines) io.stderr.write(`aor: ${visible(line)}\n`);
}

function unreadable(loaded: LoadedOwnership | null, where: string, instead: string): string[] {
  const isBad = loaded?.kind === 'unreadable' || loaded?.kind === 'failed';
  return isBad ? [`The ownership file ${loaded.entry} of ${where} cannot be read: ${instead}.`] : [];
}

/** Who made the change: those given, who need not be in the ownership file, else those git names. */
export function authorsOf({ deciding, change }: ChangeAtHand, given: readonly string[] | undefined, io: Io): Authors {
  const { people } = deciding;
  if (given === undefined) {
    const nameOf = ({ name, email }: Identity): string =>
      people.get(peopleOf(deciding, [{ name, email }])[0] ?? '')?.name ?? (name === '' ? email : name);
    return {
      ids: peopleOf(deciding, change.authors),
      names: [...new Set(change.authors.map(nameOf))],
      identities: change.authors,
    };
  }
  for (const id of given) {
    if (people.has(id)) continue;
    const meant = nearest(id, [...people.keys()]);
    const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
    io.stderr.write(`aor: No person has the id ${visible(id)}, which --author names.${visible(hint)}\n`);
  }
  const ids = [...new Set(given)];
  const known = ids.flatMap((id) => people.get(id) ?? []);
  const identities = known.map(({ name, emails }) => ({ name, email: emails[0] ?? '' }));
  return { ids, names: ids.map((id) => people.get(id)?.name ?? id), identities };
}
