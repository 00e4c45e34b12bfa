/** `aor diff`: whose ownership changed between two commits, or since one. */
import {
  compareAors,
  comparePaths,
  compileRules,
  comparisonText,
  loadOwnership,
  pathPairs,
  visible,
  type ComparedFile,
  type FileSource,
  type LoadedOwnership,
} from '../core';
import { diskSource, isBeneath } from '../node/diskSource';
import { gitTrouble } from '../node/git';
import { withObjects, type Objects } from '../node/objects';
import { renamesBetween } from '../node/renames';
import { resolveCommit, revisionSource } from '../node/revisionSource';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { aorLine, pathLine } from './formats/diffJson';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { openRepository, placesFor, readPlaces, throwNoFile } from './repository';

export const usage = `aor diff REF1 [REF2]       whose ownership changed between two commits, or since REF1, by path and by AOR

Files that both have are compared, moved ones with what they were; not those that came or went.

  --json         one JSON object a line: the AORs first, then the paths`;

/** More paths than these are no help beneath one line. */
const mostPaths = 5;

/** One side of the comparison. */
interface Side {
  readonly compared: ComparedFile;
  readonly paths: readonly string[];
}

export async function diff(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, commonOptions);
  const format = formatOf(values, ['json']);
  const today = todayOf(values.today, io);
  const [first, second, ...more] = positionals;
  if (first === undefined || more.length > 0) throw new CliError('aor diff wants one or two commits. Try --help.');
  if (values.file !== undefined)
    throw new CliError('aor diff looks for the ownership file of each commit and takes no --file.');

  const places = await placesFor(values, io);
  const reading = await readPlaces(places, values, io);
  const base = reading?.base ?? places.bases[0] ?? places.root;
  const from = await commitOf(base, first);
  const to = second === undefined ? null : await commitOf(base, second);
  const [before, after] = await withObjects(base, {}, async (objects) => [
    await sideOf(sourceOf(from, objects), first),
    await sideOf(sourceOf(to, objects), second ?? 'the working tree'),
  ]);
  if (before.compared === null && after.compared === null) throwNoFile(base);

  const pairs = pathPairs(before.paths, after.paths, await renamesBetween(base, from, to));
  const aors = compareAors(before.compared, after.compared, today);
  const paths = [...comparePaths(before.compared, after.compared, pairs, today)].filter((one) => one !== null);
  const output = bufferedOutput(io.stdout);
  if (format === 'json') {
    for (const one of aors) await output.write(`${aorLine(one)}\n`);
    for (const one of paths) await output.write(`${pathLine(one)}\n`);
  } else {
    const since = second === undefined ? `since ${first}` : `between ${first} and ${second}`;
    const lines = comparisonText({ aors, paths, total: pairs.length, since }, mostPaths);
    for (const { text } of lines) await output.write(`${visible(text)}\n`);
  }
  await output.end();
  return 0;

  function sourceOf(commit: string | null, objects: Objects): FileSource {
    if (commit !== null) return revisionSource(base, commit, objects);
    return diskSource(base, isBeneath(places.root, base) ? places.root : base);
  }
}

async function commitOf(folder: string, ref: string): Promise<string> {
  const commit = await resolveCommit(folder, ref);
  if (commit !== null) return commit;
  const trouble = await gitTrouble(folder);
  throw new CliError(trouble === null ? `${ref} names no commit here.` : `aor diff needs git: ${trouble}`);
}

async function sideOf(source: FileSource, name: string): Promise<Side> {
  const loaded = await loadOwnership(source, null);
  return { compared: comparedFile(loaded, name), paths: [...(await source.list())] };
}

/** Without a file nobody owns anything; one that is there and cannot be read would make the answer a wrong one. */
function comparedFile(loaded: LoadedOwnership, name: string): ComparedFile {
  if (loaded.kind === 'none') return null;
  const { file } = openRepository({ base: '', loaded }, `${name}: `);
  return { file, index: compileRules(file) };
}
