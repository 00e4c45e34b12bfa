/** `aor who`: the owner of each path. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Today } from '../core';
import { emptyAnswer, type Within } from './answers';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { answerFor, createListing, folderAnswer } from './folders';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { entriesOf } from './lines';
import { findNested } from './nested';
import { slashed, toBaseRelative } from './paths';
import { openRepository, readRepository, startOf, type CliRepository } from './repository';
import { createFileLines, lineOf, type WhoFormat } from './whoLine';

export const usage = `aor who [PATH…]            who owns each path
aor who --stdin [-z]       the same for paths on standard input, one a line or NUL-separated

A path need not exist. A folder (or a path ending in /) gets the answer its files share, else "mixed" with counts;
on standard input only a path ending in / is taken for a folder.

  --json         one JSON object a line
  --stdin        read paths from standard input; they are answered as they come
  -z             paths on standard input are separated by NUL`;

export async function who(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    stdin: { type: 'boolean' },
    z: { type: 'boolean', short: 'z' },
  });
  const format = formatOf(values, ['json']);
  const today = todayOf(values.today, io);
  if (values.stdin !== true && positionals.length === 0)
    throw new CliError('aor who wants paths, or --stdin. Try --help.');
  if (values.stdin === true && positionals.length > 0)
    throw new CliError('aor who takes paths either as arguments or from --stdin.');
  if (values.z === true && values.stdin !== true) throw new CliError('-z goes with --stdin.');

  const repository = openRepository(await readRepository(values, io));
  const asker = createAsker({ repository, start: startOf(values, io), today, format, io });
  const output = bufferedOutput(io.stdout);
  if (values.stdin === true) {
    for await (const entries of entriesOf(io.stdin, values.z === true ? '\0' : '\n')) {
      for (const entry of entries) {
        const line = asker.ask(entry, false);
        const isFull = output.add(typeof line === 'string' ? line : await line);
        // Waiting where nothing is to be waited for would take most of the time.
        if (isFull) await output.end();
      }
      // What has come is answered before more is waited for.
      await output.end();
      if (io.stdout.destroyed) return 0;
    }
  } else {
    for (const path of positionals) await output.write(await asker.ask(path, true));
  }
  await output.end();
  return 0;
}

interface AskerContext {
  readonly repository: CliRepository;
  /** Absolute folder that paths start from. */
  readonly start: string;
  readonly today: Today;
  readonly format: WhoFormat;
  readonly io: Io;
}

interface Asker {
  /** The line for a path as given. `mayBeFolder`: look whether the path is a folder. */
  ask(input: string, mayBeFolder: boolean): string | Promise<string>;
}

function createAsker({ repository, start, today, format, io }: AskerContext): Asker {
  const nested = findNested(repository);
  const listing = createListing(io);
  const opened = new Map<CliRepository, ReturnType<typeof open>>();

  function open(found: CliRepository) {
    const prefix = found === repository ? '' : `${toBaseRelative(found.base, found.base, repository.base) ?? ''}/`;
    const within: Within = { repository: found, prefix };
    return { ...within, within, lineFor: createFileLines(found.file, format) };
  }

  function openedOnce(found: CliRepository) {
    let one = opened.get(found);
    if (one === undefined) opened.set(found, (one = open(found)));
    return one;
  }

  async function folder(input: string, path: string): Promise<string> {
    const { within, prefix } = openedOnce(await nested.of(path === '' ? '' : `${path}/_`));
    const files = await listing.beneath(within.repository.base);
    const answer = folderAnswer(path.slice(prefix.length), files, within, today);
    return lineOf(answer.path === input ? answer : { ...answer, input }, within.repository.file, format);
  }

  function file(input: string, path: string, found: CliRepository): string {
    const { within, prefix, lineFor } = openedOnce(found);
    const inside = prefix === '' ? path : path.slice(prefix.length);
    return lineFor(path, input, found.index.explain(inside), () => answerFor(inside, within, today));
  }

  return {
    ask(input, mayBeFolder) {
      const path = toBaseRelative(input, start, repository.base);
      if (path === null)
        return lineOf({ path: slashed(input), state: 'outside', ...emptyAnswer }, repository.file, format);
      if (path === '' || slashed(input).endsWith('/') || (mayBeFolder && isFolder(join(repository.base, path))))
        return folder(input, path);
      const found = nested.of(path);
      return found instanceof Promise ? found.then((one) => file(input, path, one)) : file(input, path, found);
    },
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
