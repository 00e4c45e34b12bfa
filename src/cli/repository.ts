/** Finds and reads the ownership file that a command works with. */
import { stat } from 'node:fs/promises';
import { parse, relative, resolve } from 'node:path';
import { compileRules, lineMaps, loadOwnership, readText, visible } from '../core';
import type { FileSource, LoadedOwnership, OwnershipFile, RuleIndex, Source, Span, TextReader } from '../core';
import { diskSource, isBeneath } from '../node/diskSource';
import { forgeOfRemote } from '../node/remotes';
import { workTreesAround } from '../node/workTree';
import { CliError, type Io } from './io';
import { slashed } from './paths';

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
  const mapOf = lineMaps(sources);
  return ({ file, start, end }) => {
    const map = mapOf(file);
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
  const places = await placesFor(options, io);
  const reading = await readPlaces(places, options, io);
  return reading ?? throwNoFile(places.root);
}

/** Where an ownership file may be. */
export interface Places {
  /** What paths are relative to where nothing is found elsewhere. */
  readonly root: string;
  /** The folders that may have one, best first: a work tree without a file of its own belongs to the one around it. */
  readonly bases: readonly string[];
}

export async function placesFor(options: RepositoryOptions, io: Io): Promise<Places> {
  const start = startOf(options, io);
  if (!(await isFolder(start))) throw new CliError(`${visible(start)} is not a folder.`);
  const workTrees = options.root === undefined ? await workTreesAround(start) : [];
  return { root: workTrees[0] ?? start, bases: [...new Set([...workTrees, start])] };
}

/** What is on disk at the places, or at the one that was named; `null`: nothing. `reader`: who makes content of texts. */
export async function readPlaces(
  { root, bases }: Places,
  { file }: RepositoryOptions,
  io: Io,
  reader: TextReader = readText,
): Promise<Reading | null> {
  if (file !== undefined) return readNamed(root, resolve(io.cwd, file), reader);
  // An ownership file anywhere comes before any `CODEOWNERS`.
  for (const forge of [undefined, () => forgeOfRemote(root)])
    for (const base of bases) {
      const source = diskSource(base, isBeneath(root, base) ? root : base);
      const loaded = await loadOwnership(source, null, { reader, forge });
      if (loaded.kind !== 'none') return { base, source, loaded };
    }
  return null;
}

export function throwNoFile(root: string): never {
  throw new CliError(
    `No ownership file in ${visible(root)}. Looked for aor.yaml and aor.yml there, in .github, .gitlab and docs, and for CODEOWNERS.`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** A file named on the command line may lie anywhere; its base is the root. */
async function readNamed(root: string, file: string, reader: TextReader): Promise<Reading> {
  const source = diskSource(root, isBeneath(root, file) ? root : parse(root).root);
  return { base: root, source, loaded: await loadOwnership(source, slashed(relative(root, file)), { reader }) };
}

/**
 * The compiled repository; throws `CliError` where the file cannot be read. `prefix`: what stands in front of its paths
 * where they are printed.
 */
export function openRepository({ base, loaded }: Pick<Reading, 'base' | 'loaded'>, prefix = ''): CliRepository {
  if (loaded.kind === 'none') throw new CliError(`No ownership file in ${visible(base)}.`);
  if (loaded.kind === 'failed') throw new CliError(prefix + loaded.reason);
  const place = placer(loaded.sources);
  if (loaded.kind === 'unreadable') {
    const [problem] = loaded.problems.filter(({ severity }) => severity === 'error');
    const { file, line, column } =
      problem === undefined ? { file: loaded.entry, line: 1, column: 1 } : place(problem.at);
    throw new CliError(
      `${prefix}${file}:${line}:${column}: ${problem?.message ?? 'The ownership file cannot be read.'}`,
    );
  }
  return { base, loaded, file: loaded.file, index: compileRules(loaded.file), placeOf: place };
}
