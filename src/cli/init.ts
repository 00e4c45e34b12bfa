/** `aor init`: a first ownership file from who really works where. */
import { filesText, isDay, proposeOwnership, visible, writeDraft } from '../core';
import { filesBeneath } from '../node/diskSource';
import { gitTrouble } from '../node/git';
import { defaultSince, readWorkHistory } from '../node/workHistory';
import { commonOptions, instantOf, readArguments, todayOf } from './arguments';
import { CliError, type ExitStatus, type Io } from './io';
import { newFileOptions, newFileTarget, writeNewFile } from './newFile';
import { placesFor } from './repository';

export const usage = `aor init                   proposes an ownership file from git history: who really works where

  --since DAY    the first day that counts (YYYY-MM-DD; default: three years ago)
  --output FILE  where to, relative to the root (default: aor.yaml); - for standard output
  --force        write over a file that is there`;

export async function init(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    since: { type: 'string' },
    ...newFileOptions,
  });
  if (positionals.length > 0) throw new CliError('aor init takes no paths. Try --help.');
  if (values.json === true || values.format !== undefined)
    throw new CliError('aor init writes YAML and has neither --json nor --format.');
  if (values.since !== undefined && !isDay(values.since))
    throw new CliError(`--since wants a day as YYYY-MM-DD, not "${values.since}".`);
  const today = todayOf(values.today, io);
  const now = instantOf(today);
  const since = values.since === undefined ? defaultSince(now) : Date.parse(`${values.since}T00:00:00Z`);
  if (since > now) throw new CliError('--since wants a day that has passed.');

  const { root } = await placesFor(values, io);
  const target = await newFileTarget(root, values, io);
  const trouble = await gitTrouble(root);
  if (trouble !== null) throw new CliError(`aor init needs git: ${trouble}`);
  const files = await filesBeneath(root);
  const isTerminal = 'isTTY' in io.stderr && io.stderr.isTTY === true;
  const onProgress = isTerminal
    ? (read: number, total: number) => void io.stderr.write(`\raor: ${read} of ${total} commits`)
    : undefined;
  const history = await readWorkHistory(root, { files, now, since, onProgress });
  if (isTerminal) io.stderr.write('\r\u001B[K');
  if (history === null || history.done.commits === 0)
    throw new CliError(
      `No commits by people in ${visible(root)} since ${new Date(since).toISOString().slice(0, 10)}. Go further back with --since, or begin with aor import.`,
    );
  const draft = proposeOwnership(files, history.done, now, history.hasLines);
  const text = writeDraft(draft);
  const vacant = draft.aors.filter(({ owner }) => owner === null).length;
  const say = (line: string): void => void io.stderr.write(`aor: ${visible(line)}\n`);
  say(
    `${counted(history.done.commits, 'commit', 'commits')}, ${filesText(files.length)}: ${counted(draft.aors.length, 'AOR', 'AORs')} for ${counted(draft.people.length, 'person', 'people')}, ${vacant} vacant.`,
  );
  if (!history.hasLines)
    say('Changed lines are not counted: the content of older commits is not here, and is not fetched.');
  const written = await writeNewFile(target, text, root, io);
  if (written !== null) say(`Written to ${written}. Everybody named there has to confirm it.`);
  return 0;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
