/** `aor check`: what is wrong with the ownership file. */
import { safeFix, type ForgeKind, type LoadedOwnership, type Problem, type Severity, type Source } from '../core';
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
import { findFixes, fixDiff, fixedText, withTexts, writeFixes } from './fix';
import { noteWithoutGit } from './gitNotice';
import { bufferedOutput, CliError, type ExitStatus, type Io } from './io';
import { checkOwnership, newProblems, type Checked } from './problems';
import { openRepository, placer, readRepository, type Place } from './repository';

export const usage = `aor check                  what is wrong with the ownership file

  --fail-on SEVERITY  exit status 1 from this severity on: error (default), warning, information, hint
  --base REF          only problems that are new since REF; severities are those of REF
  --format FORMAT     text (default), json, github (annotations), sarif
  --fix               correct what needs no choice, and report what is left
  --dry-run           with --fix: write nothing, print the changes as a diff`;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export async function check(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, {
    ...commonOptions,
    'fail-on': { type: 'string' },
    base: { type: 'string' },
    fix: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  if (positionals.length > 0) throw new CliError('aor check looks at the whole ownership file and takes no paths.');
  const format = formatOf(values, ['json', 'github', 'sarif']);
  const today = todayOf(values.today, io);
  const failOn = severities.find((severity) => severity === (values['fail-on'] ?? 'error'));
  if (failOn === undefined)
    throw new CliError(`--fail-on wants one of ${severities.join(', ')}, not "${values['fail-on'] ?? ''}".`);
  const mayFix = values.fix === true;
  const isDryRun = values['dry-run'] === true;
  if (isDryRun && !mayFix) throw new CliError('--dry-run goes with --fix.');
  if (mayFix && values.base !== undefined) throw new CliError('--fix and --base contradict each other.');

  const reading = await readRepository(values, io);
  const { source } = reading;
  if (reading.loaded.kind === 'unreadable') await print(reading.loaded.problems, reading.loaded.sources, null);
  const { base, loaded } = openRepository(reading);
  const forge = (): Promise<ForgeKind | null> => forgeOfRemote(base);
  // Without --file the places are searched again, so that a second file is noticed.
  const entry = values.file === undefined ? null : loaded.entry;
  const before = values.base === undefined ? null : await checkedAt(values.base);
  await noteWithoutGit(base, io);
  const policy = before !== null && before.loaded.kind === 'loaded' ? before.loaded.file.review : null;
  const sparse = await isSparse(base);
  const now = await checkOwnership({ source, isSparse: sparse, forge }, entry, today, policy);
  const { problems, sources } = mayFix
    ? await fix()
    : { problems: before === null ? now.problems : newProblems(now, before), sources: loaded.sources };
  if (!isDryRun) await print(problems, sources, now.loaded);
  return problems.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn)) ? 1 : 0;

  /** What is left after the safe fixes, or with `--dry-run` what there is. */
  async function fix(): Promise<{ readonly problems: readonly Problem[]; readonly sources: readonly Source[] }> {
    const fixes = await findFixes(now, today, (texts) =>
      checkOwnership({ source: withTexts(source, texts), isSparse: sparse, forge }, entry, today, policy),
    );
    if (isDryRun) {
      const diff = await fixDiff(base, fixes);
      io.stderr.write(fixedText(fixes, 'would fix'));
      io.stdout.write(diff);
      return { problems: now.problems, sources: loaded.sources };
    }
    await writeFixes(base, fixes);
    // Other formats are read by programs.
    (format === 'text' ? io.stdout : io.stderr).write(fixedText(fixes, 'fixed'));
    const { loaded: then, problems: left } = fixes.left;
    return { problems: left, sources: 'sources' in then ? then.sources : loaded.sources };
  }

  async function print(
    found: readonly Problem[],
    sources: readonly Source[],
    of: LoadedOwnership | null,
  ): Promise<void> {
    const output = bufferedOutput(io.stdout);
    const isFixable = (problem: Problem): boolean =>
      format === 'json' && of?.kind === 'loaded' && safeFix(problem, { file: of.file, today, me: null }) !== undefined;
    const report = { text: textReport, json: jsonReport, github: githubReport, sarif: sarifReport }[format];
    const isTerminal = io.stdout.isTTY === true && (io.env['NO_COLOR'] ?? '') === '';
    await output.write(report(sorted(found, placer(sources), isFixable), { isTerminal }));
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

function sorted(
  problems: readonly Problem[],
  placeOf: (span: Problem['at']) => Place,
  isFixable: (problem: Problem) => boolean,
): Finding[] {
  return problems
    .map((problem) => ({ problem, place: placeOf(problem.at), isFixable: isFixable(problem) }))
    .sort(
      (a, b) =>
        compare(a.place.file, b.place.file) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column ||
        compare(a.problem.code, b.problem.code),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
