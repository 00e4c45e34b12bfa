/** `aor check`: what is wrong with the ownership file. */
import type { ForgeKind, Problem, Severity, Source } from '../core';
import { gitTrouble, isSparse } from '../node/git';
import { withObjects } from '../node/objects';
import { forgeOfRemote } from '../node/remotes';
import { resolveCommit, revisionSource } from '../node/revisionSource';
import { commonOptions, formatOf, readArguments, todayOf } from './arguments';
import { githubReport } from './formats/github';
import { jsonReport } from './formats/json';
import { sarifReport } from './formats/sarif';
import { textReport } from './formats/text';
import type { Finding } from './finding';
import { noteWithoutGit } from './gitNotice';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { checkOwnership, newProblems, type Checked } from './problems';
import { openRepository, placer, readRepository, type Place } from './repository';

export const usage = `aor check                  what is wrong with the ownership file

  --fail-on SEVERITY  exit status 1 from this severity on: error (default), warning, information, hint
  --base REF          only problems that are new since REF; severities are those of REF
  --format FORMAT     text (default), json, github (annotations), sarif`;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export async function check(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    'fail-on': { type: 'string' },
    base: { type: 'string' },
  });
  if (positionals.length > 0) throw new CliError('aor check looks at the whole ownership file and takes no paths.');
  const format = formatOf(values, ['json', 'github', 'sarif']);
  const today = todayOf(values.today, io);
  const failOn = severities.find((severity) => severity === (values['fail-on'] ?? 'error'));
  if (failOn === undefined)
    throw new CliError(`--fail-on wants one of ${severities.join(', ')}, not "${values['fail-on'] ?? ''}".`);

  const reading = await readRepository(values, io);
  const { source } = reading;
  if (reading.loaded.kind === 'unreadable') await print(reading.loaded.problems, reading.loaded.sources);
  const { base, loaded } = openRepository(reading);
  const forge = (): Promise<ForgeKind | null> => forgeOfRemote(base);
  // Without --file the places are searched again, so that a second file is noticed.
  const entry = values.file === undefined ? null : loaded.entry;
  const before = values.base === undefined ? null : await checkedAt(values.base);
  await noteWithoutGit(base, io);
  const policy = before !== null && before.loaded.kind === 'loaded' ? before.loaded.file.review : null;
  const now = await checkOwnership({ source, isSparse: await isSparse(base), forge }, entry, today, policy);
  const problems = before === null ? now.problems : newProblems(now, before);
  await print(problems, loaded.sources);
  return problems.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn)) ? 1 : 0;

  async function print(found: readonly Problem[], sources: readonly Source[]): Promise<void> {
    const output = bufferedOutput(io.stdout);
    const report = { text: textReport, json: jsonReport, github: githubReport, sarif: sarifReport }[format];
    const isTerminal = io.stdout.isTTY === true && (io.env['NO_COLOR'] ?? '') === '';
    await output.write(report(sorted(found, placer(sources)), { isTerminal }));
    await output.end();
  }

  async function checkedAt(ref: string): Promise<Checked> {
    const commit = await resolveCommit(base, ref);
    if (commit === null) {
      const trouble = await gitTrouble(base);
      throw new CliError(trouble === null ? `--base ${ref} names no commit here.` : `--base needs git: ${trouble}`);
    }
    return withObjects(base, {}, async (objects) => {
      const source = revisionSource(base, commit, objects);
      const checked = await checkOwnership({ source, isSparse: false, forge }, entry, today, null);
      // A file that was not there yet had no problems; of one that git cannot show, all would seem to be new.
      const { loaded: then } = checked;
      if (then.kind === 'failed' && (await source.read(then.entry)).kind === 'unreadable')
        throw new CliError(`--base ${ref}: ${then.reason}`);
      return checked;
    });
  }
}

function sorted(problems: readonly Problem[], placeOf: (span: Problem['at']) => Place): Finding[] {
  return problems
    .map((problem) => ({ problem, place: placeOf(problem.at) }))
    .sort(
      (a, b) =>
        compare(a.place.file, b.place.file) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column ||
        compare(a.problem.code, b.problem.code),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
