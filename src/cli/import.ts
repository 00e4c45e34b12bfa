/** `aor import`: a first ownership file from the one of another tool. */
import { relative, resolve } from 'node:path';
import {
  dialectAt,
  foreignReport,
  foreignFormats,
  fromGitea,
  importCodeowners,
  importForeign,
  importReport,
  maximumCodeownersBytes,
  placesOn,
  readCodeowners,
  readForeign,
  visible,
  type CodeownersDialect,
  type Foreign,
  type ForeignFormat,
  type ForgeKind,
  type WorkOf,
} from '../core';
import { filesBeneath, textOnDisk } from '../node/diskSource';
import { foreignTexts, likelyFormat } from '../node/foreignFiles';
import { forgeOfRemote } from '../node/remotes';
import { workOfYear } from '../node/workOfYear';
import { commonOptions, instantOf, readArguments, todayOf } from './arguments';
import { noteWithoutGit } from './gitNotice';
import { CliError, type ExitStatus, type Io } from './io';
import { newFileOptions, newFileTarget, writeNewFile } from './newFile';
import { slashed } from './paths';
import { placesFor } from './repository';

export const usage = `aor import [FILE]          writes an ownership file from the one of another tool; from CODEOWNERS every file keeps its owners

  --format NAME  how it is read: github, gitlab, bitbucket (CODEOWNERS), prow, chromium (OWNERS), maintainers,
                 mots, teams, backstage (default: CODEOWNERS by its folder, else by the remote; where there is none, what is there)
  --areas NAME   the section of GitLab's that becomes the areas (default: the lines before any section, else the largest)
  --output FILE  where to, relative to the root (default: aor.yaml); - for standard output
  --no-history   pick the owner among several by their order, not by what they did
  --force        write over a file that is there`;

const dialects: readonly CodeownersDialect[] = ['github', 'gitlab', 'bitbucket'];

export async function importFrom(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    ...newFileOptions,
    areas: { type: 'string' },
    'no-history': { type: 'boolean' },
  });
  const [named, ...more] = positionals;
  if (more.length > 0) throw new CliError('aor import takes one file. Try --help.');
  if (values.json === true) throw new CliError('aor import writes YAML and has no --json.');
  const format = foreignFormats.find(({ name }) => name === values.format) ?? null;
  const asked = dialects.find((dialect) => dialect === values.format);
  const known = [...dialects, ...foreignFormats.map(({ name }) => name)];
  if (values.format !== undefined && format === null && asked === undefined)
    throw new CliError(`Unknown format "${values.format}". Known: ${known.join(', ')}.`);
  const today = todayOf(values.today, io);

  const { root } = await placesFor(values, io);
  const target = await newFileTarget(root, values, io);
  await noteWithoutGit(root, io);
  const tree = await filesBeneath(root);
  const workOf = values['no-history'] === true ? undefined : await workOfYear(root, instantOf(today));
  const asking: Asking = { root, named, tree, workOf, io };
  const made = format === null ? await ofCodeowners(asked, values.areas, asking) : await ofFormat(format, asking);
  for (const line of made.report) io.stderr.write(`aor: ${visible(line)}\n`);
  const written = await writeNewFile(target, made.text, root, io);
  if (written !== null) io.stderr.write(`aor: Written to ${visible(written)}.\n`);
  return made.isKept ? 0 : 1;
}

interface Asking {
  readonly root: string;
  /** As given on the command line. */
  readonly named: string | undefined;
  readonly tree: readonly string[];
  readonly workOf: WorkOf | undefined;
  readonly io: Io;
}

interface Made {
  readonly text: string;
  readonly report: readonly string[];
  /** Whether every file has the owners it had, as far as that was promised. */
  readonly isKept: boolean;
}

async function ofCodeowners(
  asked: CodeownersDialect | undefined,
  areas: string | undefined,
  asking: Asking,
): Promise<Made> {
  const { root, named, tree, workOf, io } = asking;
  const forge = await forgeOfRemote(root);
  const found = await source(root, named, forge, io);
  if (found === null) {
    const format = named === undefined && asked === undefined ? await likelyFormat(root, tree) : null;
    if (format !== null) return ofFormat(format, asking);
    throw new CliError(
      named === undefined
        ? `No CODEOWNERS in ${visible(root)}, and no OWNERS, MAINTAINERS, mots.yaml or catalog-info.yaml. Looked for ${placesOn(forge).join(', ')}.`
        : `${visible(named)} does not exist.`,
    );
  }
  const { path, text } = found;
  const dialect = asked ?? dialectAt(path, forge);
  const read = readCodeowners(path, text, dialect);
  if (read.lines.length === 0) throw new CliError(`${visible(path)} has no line that can be read.`);
  if (areas !== undefined && !read.lines.some(({ section }) => section.name === areas))
    throw new CliError(`${visible(path)} has no section "${areas}".`);
  if (dialect === 'gitea') return ofForeign(`${path}, as Gitea reads it`, fromGitea(read, tree), 1, asking);
  const made = await importCodeowners(read, tree, { areas, workOf });
  return { text: made.text, report: importReport(made, tree.length), isKept: made.changed.length === 0 };
}

async function ofFormat(format: ForeignFormat, asking: Asking): Promise<Made> {
  const { root, named, tree, io } = asking;
  const only = named === undefined ? null : slashed(relative(root, resolve(io.cwd, named)));
  const paths = only === null ? tree.filter(format.isSource) : [only];
  const files = await foreignTexts(root, paths);
  if (files.length === 0) throw new CliError(`No ${format.title} in ${visible(only ?? root)}.`);
  const foreign = await readForeign(format, files, tree);
  return ofForeign(format.title, foreign, files.length, asking);
}

/** `sources`: how many files were read. */
async function ofForeign(title: string, foreign: Foreign, sources: number, { tree, workOf }: Asking): Promise<Made> {
  if (foreign.aors.length === 0) throw new CliError(`${visible(title)}: nobody is named for any file.`);
  const made = await importForeign(foreign, tree, title, workOf);
  const report = foreignReport(title, foreign, made, { sources, files: tree.length });
  return { text: made.text, report, isKept: made.changed.length === 0 };
}

/** The file that is named, else the first where the host looks; `null`: there is none. Its path is relative to the root. */
async function source(root: string, named: string | undefined, forge: ForgeKind | null, io: Io) {
  const places = named === undefined ? placesOn(forge) : [slashed(relative(root, resolve(io.cwd, named)))];
  for (const path of places) {
    const read = await textOnDisk(resolve(root, path), maximumCodeownersBytes);
    if (read.kind === 'text') return { path, text: read.text };
    if (read.kind === 'missing') continue;
    const why = read.kind === 'too-large' ? 'is larger than 3 MB, which GitHub does not load' : 'cannot be read';
    throw new CliError(`${visible(path)} ${why}.`);
  }
  return null;
}
