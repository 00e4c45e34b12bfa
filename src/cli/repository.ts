/** Finds and reads the ownership file that a command works with. */
import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { compileRules, lineMap, loadOwnership, visible } from '../core';
import type { FileSource, LineMap, LoadedOwnership, OwnershipFile, RuleIndex, Source, Span } from '../core';
import { diskSource, isBeneath } from '../node/diskSource';
import { workTreesAround } from '../node/workTree';
import { CliError, type Io } from './io';

/** Where in a file, 1-based, in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A readable ownership file, compiled. */
export interface CliRepository {
  /** Absolute folder that its paths are relative to. */
  readonly base: string;
  readonly loaded: Extract<LoadedOwnership, { kind: 'loaded' }>;
  readonly file: OwnershipFile;
  readonly index: RuleIndex;
  /** Where a span of its files is. */
  placeOf(span: Span): Place;
}

export interface RepositoryOptions {
  readonly root?: string | undefined;
  readonly file?: string | undefined;
}

/** Where paths given to a command start. */
export const startOf = ({ root }: RepositoryOptions, io: Io): string =>
  root === undefined ? io.cwd : resolve(io.cwd, root);

export function placer(sources: readonly Source[]): (span: Span) => Place {
  const maps = new Map<string, LineMap>();
  return ({ file, start, end }) => {
    let map = maps.get(file);
    if (map === undefined) {
      map = lineMap(sources.find(({ path }) => path === file)?.text ?? '');
      maps.set(file, map);
    }
    const from = map.positionAt(start);
    const to = map.positionAt(end);
    return { file, line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  };
}

/** What was read of a base's ownership file. */
export interface Reading {
  readonly base: string;
  /** What it was read from, with the files of the base. */
  readonly source: FileSource;
  readonly loaded: LoadedOwnership;
}

/** Reads the ownership file the options and the current directory lead to. Throws `CliError` where there is none. */
export async function readRepository(options: RepositoryOptions, io: Io): Promise<Reading> {
  const start = startOf(options, io);
  if (!(await isFolder(start))) throw new CliError(`${visible(start)} is not a folder.`);
  const root = options.root === undefined ? ((await workTreesAround(start))[0] ?? start) : start;
  if (options.file !== undefined) return readNamed(root, resolve(io.cwd, options.file));
  for (const base of new Set([root, start])) {
    const source = diskSource(base, root);
    const loaded = await loadOwnership(source, null);
    if (loaded.kind !== 'none') return { base, source, loaded };
  }
  throw new CliError(
    `No ownership file in ${visible(root)}. Looked for aor.yaml and aor.yml there, in .github, .gitlab and docs.`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** A file named on the command line may lie anywhere; its base is the root. */
async function readNamed(root: string, file: string): Promise<Reading> {
  const source = diskSource(root, isBeneath(root, file) ? root : parse(root).root);
  return { base: root, source, loaded: await loadOwnership(source, relative(root, file).split(sep).join('/')) };
}

/** The compiled repository; throws `CliError` where the file cannot be read. */
export function openRepository({ base, loaded }: Pick<Reading, 'base' | 'loaded'>): CliRepository {
  if (loaded.kind === 'none') throw new CliError(`No ownership file in ${visible(base)}.`);
  if (loaded.kind === 'failed') throw new CliError(visible(loaded.reason));
  const place = placer(loaded.sources);
  if (loaded.kind === 'unreadable') {
    const [problem] = loaded.problems.filter(({ severity }) => severity === 'error');
    const { file, line, column } =
      problem === undefined ? { file: loaded.entry, line: 1, column: 1 } : place(problem.at);
    throw new CliError(
      visible(`${file}:${line}:${column}: ${problem?.message ?? 'The ownership file cannot be read.'}`),
    );
  }
  return { base, loaded, file: loaded.file, index: compileRules(loaded.file), placeOf: place };
}

/** Finds the repository that answers for a path: the innermost work tree around it with an entry file of its own. */
export interface RepositoryFinder {
  /** `path`: relative to the outer base, `/`. Resolves at once where nothing nested is near. */
  of(path: string): CliRepository | Promise<CliRepository>;
}

/** Folders remembered at the most, so that a million paths need no memory for all of them. */
const rememberedFolders = 50_000;

export function findNested(outer: CliRepository): RepositoryFinder {
  const byFolder = new Map<string, CliRepository | Promise<CliRepository>>();

  function ofFolder(folder: string): CliRepository | Promise<CliRepository> {
    if (folder === '') return outer;
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const slash = folder.lastIndexOf('/');
    const above = ofFolder(slash < 0 ? '' : folder.slice(0, slash));
    const isRoot = isWorkTree(join(outer.base, folder));
    const found = isRoot ? ownOr(folder, above) : above;
    if (byFolder.size >= rememberedFolders) byFolder.clear();
    byFolder.set(folder, found);
    return found;
  }

  async function ownOr(folder: string, above: CliRepository | Promise<CliRepository>): Promise<CliRepository> {
    const base = join(outer.base, folder);
    const loaded = await loadOwnership(diskSource(base, base), null);
    return loaded.kind === 'none' ? above : openRepository({ base, loaded });
  }

  return {
    of(path) {
      const slash = path.lastIndexOf('/');
      return ofFolder(slash < 0 ? '' : path.slice(0, slash));
    },
  };
}

/** Synchronous: a million paths ask for as many folders, and most are not even there. */
function isWorkTree(folder: string): boolean {
  try {
    return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** A path as given → relative to the base with `/`; `null`: it leads outside. */
export function toBaseRelative(input: string, start: string, base: string): string | null {
  const plain = sep === '\\' ? input.replaceAll('\\', '/') : input;
  // The common case needs no taking apart: a clean relative path below the base.
  if (start === base && plain !== '' && !/(^|\/)\.{0,2}(\/|$)/.test(plain) && !isAbsolute(plain)) return plain;
  const path = resolve(start, input);
  return isBeneath(base, path) ? relative(base, path).split(sep).join('/') : null;
}
