/** `aor export`: the ownership file in a format that a forge enforces. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  codeownersHeader,
  exportCodeowners,
  filesText,
  lastMatchOf,
  ownershipOf,
  visible,
  type CodeownersExport,
  type CodeownersLine,
  type Today,
} from '../core';
import { readRemotes } from '../node/remotes';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { openRepository, readRepository, throwNoFile, type CliRepository } from './repository';

export const usage = `aor export --to codeowners  writes CODEOWNERS, of which the last match gives the owner of every file

  --output FILE  where to, relative to the root (default: the CODEOWNERS that is there, else .github/CODEOWNERS);
                 - for standard output
  --check        write nothing; exit status 1 if the file is not what would be written
  --force        write over a file that was not exported`;

/** More than this GitHub does not load. */
const maximumBytes = 3_000_000;

/** Where GitHub looks, in its order. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

export async function exportTo(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    to: { type: 'string' },
    output: { type: 'string' },
    check: { type: 'boolean' },
    force: { type: 'boolean' },
  });
  formatOf(values, []);
  if (positionals.length > 0) throw new CliError('aor export takes no paths. Try --help.');
  if (values.to !== 'codeowners') throw new CliError('aor export wants --to codeowners. Try --help.');
  const today = todayOf(values.today, io);

  const reading = await readRepository(values, io);
  const repository = openRepository(reading);
  if (repository.file.codeowners !== null) throwNoFile(repository.base);
  const host = (await readRemotes(repository.base)).find(({ remote }) => remote !== null)?.remote?.host ?? 'github.com';
  const paths = [...(await reading.source.list())];
  const made = exportedFor(repository, host, today, paths);
  for (const line of report(made, paths.length, host)) io.stderr.write(`aor: ${visible(line)}\n`);

  if (values.output === '-') {
    const output = bufferedOutput(io.stdout);
    await output.write(made.exported.text);
    await output.end();
    return 0;
  }
  const { path, before } = await target(repository.base, values.output);
  if (values.check === true) return compare(path, before, made.exported.text, io);
  if (before !== null && !before.startsWith(codeownersHeader) && values.force !== true)
    throw new CliError(
      `${visible(path)} was not written by aor export. Keep it elsewhere, or write over it with --force.`,
    );
  const file = resolve(repository.base, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, made.exported.text);
  return 0;
}

interface Made {
  readonly exported: CodeownersExport;
  /** Files that patterns cannot tell from others, each with a line of its own. */
  readonly single: readonly CodeownersLine[];
  /** Files whose line would give another answer than the ownership file does; there should be none. */
  readonly wrong: readonly string[];
}

/** Exports, tries every file, and gives those that come out wrong a line each. */
function exportedFor({ file, index }: CliRepository, host: string, today: Today, paths: readonly string[]): Made {
  const first = exportCodeowners(file, host, today);
  const differing = differencesOf(first);
  if (differing.length === 0) return { exported: first, single: [], wrong: [] };
  const single = differing.flatMap(({ path, aor }): CodeownersLine[] =>
    /[*?\\\r\n]/.test(path) ? [] : [{ pattern: `/${path.replace(/[ \t]/g, '\\$&')}`, aor }],
  );
  const exported = exportCodeowners(file, host, today, single);
  return { exported, single, wrong: differencesOf(exported).map(({ path }) => path) };

  function differencesOf({ lines, nameless }: CodeownersExport) {
    const lineFor = lastMatchOf(lines);
    return paths.flatMap((path) => {
      const ownership = ownershipOf(file, index, path, today);
      const aor = 'aor' in ownership ? ownership.aor : null;
      // For an area without a name there is no line: its files go to the next one.
      const isFine = (lineFor(path)?.aor ?? null) === aor || (aor !== null && nameless.includes(aor));
      return isFine ? [] : [{ path, aor }];
    });
  }
}

/** What was tried, and what the format cannot say. */
function report({ exported, single, wrong }: Made, total: number, host: string): readonly string[] {
  const { text, lines, left, unreachable, nameless } = exported;
  const who = [...new Set(unreachable.map(({ name }) => name))];
  return [
    `${lines.length} lines; ${wrong.length} of ${filesText(total)} would have another owner.`,
    ...(single.length === 0 ? [] : [`${filesText(single.length)} listed one by one: patterns cannot tell them apart.`]),
    ...(Buffer.byteLength(text) > maximumBytes ? ['GitHub does not load a CODEOWNERS of more than 3 MB.'] : []),
    ...wrong.map((path) => `${path} cannot be written there.`),
    ...left.map(({ glob, aor }) => `${glob} of ${aor?.title ?? 'exempt'} cannot be written there.`),
    ...who.map((name) => `${name} has neither a handle on ${host} nor an e-mail address, and is left out.`),
    ...nameless.map(({ title }) => `${title} has nobody who can be named: its files go to the next line that matches.`),
  ];
}

/** The file to write, relative to the base, and what is there. Throws `CliError` where that cannot be read. */
async function target(base: string, given: string | undefined): Promise<{ path: string; before: string | null }> {
  for (const path of given === undefined ? places : [given]) {
    const before = await textAt(resolve(base, path));
    if (before !== null || given !== undefined) return { path, before };
  }
  return { path: places[0] ?? 'CODEOWNERS', before: null };
}

async function textAt(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function compare(path: string, before: string | null, text: string, io: Io): ExitStatus {
  if (before === text) return 0;
  const [was, is] = [before ?? '', text].map((one) => one.split('\n')) as [string[], string[]];
  const at = is.findIndex((line, number) => line !== was[number]);
  const what = before === null ? 'is not there' : `differs from line ${(at < 0 ? is.length : at) + 1} on`;
  io.stderr.write(`aor: ${visible(path)} ${what}: run aor export --to codeowners.\n`);
  return 1;
}
