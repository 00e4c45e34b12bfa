/** `aor who`: the owner of each path. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { visible, type OwnershipFile, type Today } from '../core';
import { emptyAnswer, type CountAnswer, type WhoAnswer, type Within } from './answers';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { answerFor, createListing, folderAnswer } from './folders';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { jsonText } from './formats/json';
import { entriesOf } from './lines';
import { findNested } from './nested';
import { slashed, toBaseRelative } from './paths';
import { openRepository, readRepository, startOf, type CliRepository } from './repository';

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
  const asker = createAsker(repository, startOf(values, io), today, io);
  const output = bufferedOutput(io.stdout);
  const print =
    format === 'json'
      ? (answer: WhoAnswer) => `${jsonText(answer)}\n`
      : (answer: WhoAnswer) => textLine(answer, repository.file);
  if (values.stdin === true) {
    for await (const entries of entriesOf(io.stdin, values.z === true ? '\0' : '\n')) {
      for (const entry of entries) {
        const answer = asker.ask(entry, false);
        await output.write(print(answer instanceof Promise ? await answer : answer));
      }
      // What has come is answered before more is waited for.
      await output.end();
      if (io.stdout.destroyed) return 0;
    }
  } else {
    for (const path of positionals) await output.write(print(await asker.ask(path, true)));
  }
  await output.end();
  return 0;
}

interface Asker {
  /** `mayBeFolder`: look whether the path is a folder. */
  ask(input: string, mayBeFolder: boolean): WhoAnswer | Promise<WhoAnswer>;
}

function createAsker(repository: CliRepository, start: string, today: Today, io: Io): Asker {
  const nested = findNested(repository);
  const listing = createListing(io);

  async function folder(input: string, path: string): Promise<WhoAnswer> {
    const within = prefixed(await nested.of(path === '' ? '' : `${path}/_`));
    const files = await listing.beneath(within.repository.base);
    return withInput(folderAnswer(path.slice(within.prefix.length), files, within, today), input);
  }

  function prefixed(found: CliRepository): Within {
    const prefix = found === repository ? '' : `${toBaseRelative(found.base, found.base, repository.base) ?? ''}/`;
    return { repository: found, prefix };
  }

  function file(input: string, path: string, found: CliRepository): WhoAnswer {
    const within = prefixed(found);
    return withInput(answerFor(path.slice(within.prefix.length), within, today), input);
  }

  return {
    ask(input, mayBeFolder) {
      const path = toBaseRelative(input, start, repository.base);
      if (path === null) return { path: slashed(input), state: 'outside', ...emptyAnswer };
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

function withInput(answer: WhoAnswer, input: string): WhoAnswer {
  if (answer.path === input) return answer;
  const { path, ...rest } = answer;
  return { path, input, ...rest };
}

function textLine(answer: WhoAnswer, file: OwnershipFile): string {
  const counts = answer.counts === undefined ? [] : countsInWords(answer.counts, file);
  const detail = answer.state === 'mixed' ? counts.join(', ') : words(answer, file);
  return `${visible(answer.path === '' ? '.' : answer.path)}: ${answer.state === 'mixed' ? 'mixed: ' : ''}${visible(detail)}\n`;
}

/** How many answers of a folder are told one by one: more is for JSON. */
const countsShown = 8;

function countsInWords(counts: readonly CountAnswer[], file: OwnershipFile): string[] {
  const rest = counts.slice(countsShown);
  const files = rest.reduce((sum, count) => sum + count.files, 0);
  return [
    ...counts.slice(0, countsShown).map((count) => `${words(count, file)} ${count.files}`),
    ...(rest.length === 0 ? [] : [`${rest.length} others ${files}`]),
  ];
}

/** `Payments · Ana Ruiz`, `Search · vacant`, `unowned`. */
function words(
  { state, aor, owner }: Pick<CountAnswer, 'aor' | 'owner'> & { readonly state: string },
  file: OwnershipFile,
): string {
  const title = aor === null ? null : (file.aors.get(aor)?.title ?? aor);
  if (owner === null && state === 'owned') return title ?? state;
  const holder = owner === null ? state : (file.people.get(owner)?.name ?? owner);
  return title === null ? holder : `${title} · ${holder}`;
}
