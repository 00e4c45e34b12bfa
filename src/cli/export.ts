/** `aor export`: the ownership file in a format that a forge enforces. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { atOnce, exportDialects, exportReport, proveExport, visible, type ExportDialect } from '../core';
import { readRemotes } from '../node/remotes';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { openRepository, readRepository, throwNoFile } from './repository';

export const usage = `aor export --to codeowners|gitlab   writes CODEOWNERS for GitHub or GitLab, with the same owner for every file

  --output FILE  where to, relative to the root (default: the CODEOWNERS that is there, else .github/CODEOWNERS or
                 .gitlab/CODEOWNERS); - for standard output
  --check        write nothing; exit status 1 if the file is not what would be written
  --force        write over a file that was not exported`;

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
  const dialect = dialectNamed(values.to);
  const today = todayOf(values.today, io);

  const reading = await readRepository(values, io);
  const repository = openRepository(reading);
  if (repository.file.codeowners !== null) throwNoFile(repository.base);
  const remotes = await readRemotes(repository.base);
  const host = remotes.find(({ remote }) => remote !== null)?.remote?.host ?? dialect.publicHost;
  const paths = [...(await reading.source.list())];
  const proven = atOnce(proveExport(dialect, { ...repository, host, today, paths }));
  for (const line of exportReport(dialect, proven, host)) io.stderr.write(`aor: ${visible(line)}\n`);
  const { text } = proven.exported;

  if (values.output === '-') {
    const output = bufferedOutput(io.stdout);
    await output.write(text);
    await output.end();
    return 0;
  }
  const { path, before } = await target(repository.base, values.output, dialect);
  if (values.check === true) return compare(path, before, text, dialect, io);
  if (before !== null && !before.startsWith(dialect.header) && values.force !== true)
    throw new CliError(
      `${visible(path)} was not written by aor export --to ${dialect.format}. Keep it elsewhere, or write over it with --force.`,
    );
  const file = resolve(repository.base, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return 0;
}

function dialectNamed(name: string | undefined): ExportDialect {
  if (name !== 'codeowners' && name !== 'gitlab')
    throw new CliError('aor export wants --to codeowners or --to gitlab. Try --help.');
  return exportDialects[name];
}

/** The file to write, relative to the base, and what is there. Throws `CliError` where that cannot be read. */
async function target(
  base: string,
  given: string | undefined,
  { places, newPlace }: ExportDialect,
): Promise<{ path: string; before: string | null }> {
  for (const path of given === undefined ? places : [given]) {
    const before = await textAt(resolve(base, path));
    if (before !== null || given !== undefined) return { path, before };
  }
  return { path: newPlace, before: null };
}

async function textAt(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function compare(path: string, before: string | null, text: string, { format }: ExportDialect, io: Io): ExitStatus {
  if (before === text) return 0;
  const [was, is] = [before ?? '', text].map((one) => one.split('\n')) as [string[], string[]];
  const at = is.findIndex((line, number) => line !== was[number]);
  const what = before === null ? 'is not there' : `differs from line ${(at < 0 ? is.length : at) + 1} on`;
  io.stderr.write(`aor: ${visible(path)} ${what}: run aor export --to ${format}.\n`);
  return 1;
}
