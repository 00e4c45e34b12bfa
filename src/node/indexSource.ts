import { entryPlaces, type FileRead, type FileSource } from '../core';
import { readBlob } from './blob';
import { runGit } from './git';
import { streamGit } from './gitStream';
import { withObjects, type Objects } from './objects';
import { treeName } from './tree';

interface IndexEntry {
  /** Neither a link nor a submodule. */
  readonly isFile: boolean;
  /** Of its content. */
  readonly blob: string;
}

/** By path, one UTF-16 unit a byte. What a merge has left open is in no commit. */
type IndexEntries = ReadonlyMap<string, IndexEntry>;

/**
 * Ownership files as the next commit would have them, beneath an absolute folder of a git work tree. Runs git, once for
 * each file unless there are `objects` of that folder to read them from. Fetches nothing.
 */
export function indexSource(base: string, objects?: Objects): FileSource {
  // An ownership file of many parts asks for each of them, so git is asked for the places, and then for all there is.
  let places: Promise<IndexEntries> | null = null;
  let all: Promise<IndexEntries> | null = null;
  const using = <T>(use: (objects: Objects) => Promise<T>): Promise<T> =>
    objects === undefined ? withObjects(base, {}, use) : use(objects);
  return {
    async read(path, maximumBytes) {
      const isPlace = entryPlaces.includes(path);
      const entries = await (isPlace ? (places ??= entriesOf(base, entryPlaces)) : (all ??= entriesOf(base, [])));
      const name = treeName(path);
      const entry = entries.get(name);
      if (entry === undefined) return isFolder(name, entries) ? { kind: 'not-a-file' } : { kind: 'missing' };
      return entry.isFile
        ? using((some): Promise<FileRead> => readBlob(some, entry.blob, maximumBytes))
        : { kind: 'not-a-file' };
    },
    async list() {
      const output = await runGit(base, ['ls-files', '-z', '--cached']);
      return (output ?? '').split('\0').filter((path) => path !== '');
    },
  };
}

/** What the index holds of some paths, or of all beneath a folder. */
async function entriesOf(base: string, paths: readonly string[]): Promise<IndexEntries> {
  const pieces: string[] = [];
  const args = ['--literal-pathspecs', 'ls-files', '-z', '--stage', '--', ...paths];
  await streamGit(base, args, (piece) => pieces.push(piece.toString('latin1')));
  const entries = new Map<string, IndexEntry>();
  for (const entry of pieces.join('').split('\0')) {
    const [, mode, blob, name] = /^(\d+) ([0-9a-f]+) 0\t(.*)$/s.exec(entry) ?? [];
    if (mode === undefined || blob === undefined || name === undefined) continue;
    entries.set(name, { isFile: mode.startsWith('100'), blob });
  }
  return entries;
}

const isFolder = (name: string, entries: IndexEntries): boolean =>
  [...entries.keys()].some((other) => other.startsWith(`${name}/`));
