/** `aor import`: a first ownership file from the `CODEOWNERS` that is there. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import {
  dialectAt,
  importCodeowners,
  importReport,
  indexHistory,
  maximumCodeownersBytes,
  placesOn,
  readCodeowners,
  visible,
  workIn,
  type CodeownersDialect,
  type ForgeKind,
  type Today,
  type WorkOf,
} from '../core';
import { filesBeneath, textOnDisk } from '../node/diskSource';
import { folderInRepository, readHistory } from '../node/history';
import { readRemotes } from '../node/remotes';
import { commonOptions, readArguments, todayOf } from './arguments';
import { noteWithoutGit } from './gitNotice';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { slashed } from './paths';
import { placesFor, readPlaces } from './repository';

export const usage = `aor import [CODEOWNERS]    writes an ownership file in which every file keeps the owners it has in CODEOWNERS

  --format HOST  how it is read: github, gitlab, bitbucket (default: by its folder, else by the remote)
  --areas NAME   the section of GitLab's that becomes the areas (default: the lines before any section, else the largest)
  --output FILE  where to, relative to the root (default: aor.yaml); - for standard output
  --no-history   pick the owner among several by their order, not by what they did
  --force        write over a file that is there`;

const dialects: readonly CodeownersDialect[] = ['github', 'gitlab', 'bitbucket'];

export async function importFrom(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    areas: { type: 'string' },
    output: { type: 'string' },
    'no-history': { type: 'boolean' },
    force: { type: 'boolean' },
  });
  if (positionals.length > 1) throw new CliError('aor import takes one file. Try --help.');
  if (values.json === true) throw new CliError('aor import writes YAML and has no --json.');
  const asked = dialects.find((dialect) => dialect === values.format);
  if (values.format !== undefined && asked === undefined)
    throw new CliError(`Unknown format "${values.format}". Known: ${dialects.join(', ')}.`);
  const today = todayOf(values.today, io);

  const { root } = await placesFor(values, io);
  const target = await freeTarget(root, values, io);
  const remote = (await readRemotes(root)).find((one) => one.remote !== null)?.remote ?? null;
  const { path, text } = await source(root, positionals[0], remote?.kind ?? null, io);
  const dialect = asked ?? dialectAt(path, remote?.kind ?? null);
  if (dialect === 'gitea')
    throw new CliError(
      `${visible(path)} has regular expressions, as Gitea reads it. Say --format github if it has not.`,
    );
  await noteWithoutGit(root, io);
  const tree = await filesBeneath(root);
  const read = readCodeowners(path, text, dialect);
  if (read.lines.length === 0) throw new CliError(`${visible(path)} has no line that can be read.`);
  const sections = new Set(read.lines.map(({ section }) => section.name));
  if (values.areas !== undefined && !sections.has(values.areas))
    throw new CliError(`${visible(path)} has no section "${values.areas}".`);

  const workOf = values['no-history'] === true ? undefined : await workOfYear(root, today);
  const made = await importCodeowners(read, tree, { areas: values.areas, workOf });
  for (const line of importReport(made, tree.length)) io.stderr.write(`aor: ${visible(line)}\n`);
  if (target === null) {
    const output = bufferedOutput(io.stdout);
    await output.write(made.text);
    await output.end();
  } else {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, made.text);
    io.stderr.write(`aor: Written to ${visible(slashed(relative(root, target)))}.\n`);
  }
  return made.changed.length === 0 ? 0 : 1;
}

/** Where to write, absolute; `null`: standard output. Throws `CliError` where an ownership file is there already. */
async function freeTarget(
  root: string,
  { output, force, ...values }: { output?: string; force?: boolean; root?: string },
  io: Io,
): Promise<string | null> {
  if (output === '-') return null;
  const target = resolve(root, output ?? 'aor.yaml');
  if (force === true) return target;
  const loaded = output === undefined ? (await readPlaces({ root, bases: [root] }, values, io))?.loaded : undefined;
  const isOwn = loaded?.kind !== 'loaded' || loaded.file.codeowners === null;
  const there = loaded !== undefined && loaded.kind !== 'none' && isOwn ? loaded.entry : null;
  const isThere = there !== null || (await textOnDisk(target, maximumCodeownersBytes)).kind !== 'missing';
  if (isThere)
    throw new CliError(
      `${visible(there ?? slashed(relative(root, target)))} is there already. Look at the import with --output -, or write over it with --force.`,
    );
  return target;
}

/** The file that is named, else the first where the host looks. Its path is relative to the root. */
async function source(root: string, named: string | undefined, forge: ForgeKind | null, io: Io) {
  const places = named === undefined ? placesOn(forge) : [slashed(relative(root, resolve(io.cwd, named)))];
  for (const path of places) {
    const read = await textOnDisk(resolve(root, path), maximumCodeownersBytes);
    if (read.kind === 'text') return { path, text: read.text };
    if (read.kind === 'missing') continue;
    const why = read.kind === 'too-large' ? 'is larger than 3 MB, which GitHub does not load' : 'cannot be read';
    throw new CliError(`${visible(path)} ${why}.`);
  }
  throw new CliError(
    named === undefined
      ? `No CODEOWNERS in ${visible(root)}. Looked for ${places.join(', ')}.`
      : `${visible(named)} does not exist.`,
  );
}

/** What a year of history says; `undefined` without git. */
async function workOfYear(root: string, today: Today): Promise<WorkOf | undefined> {
  const now = 'instant' in today ? today.instant : Date.parse(`${today.day}T23:59:59Z`);
  const commits = await readHistory(root, { revision: 'HEAD', now });
  if (commits === null || commits.length === 0) return undefined;
  const folder = await folderInRepository(root);
  return (people) => {
    const index = indexHistory(commits, people, now, folder);
    return (files) => workIn(index, files);
  };
}
