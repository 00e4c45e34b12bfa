/**
 * Replays the last changes of a real repository whose commits name their reviewers, with the list of maintainers and
 * the history that each change's parent had, and tells how often somebody who was chosen really reviewed.
 *
 *   npm run build && node out/bench/replay.js REPOSITORY [--changes 1000] [--tip REVISION] [--strict] [--all-reviews]
 *
 * REPOSITORY is a git directory or checkout with a `Maintainers.txt`, `MAINTAINERS` or `CODEOWNERS`. With `--strict`,
 * history ends where the change was written: then the other commits of its series, which were reviewed together with it
 * and stand before it, tell nothing. The last rows are of the same changes once more, with the reviewers of the past taken
 * out of the history and given as a forge gives them: by handle, for each change that was merged, the newest as many as
 * AOR asks a forge for; with `--all-reviews` all of a year.
 */
import { parseArgs } from 'node:util';
import type { HistoryCommit } from '../src/core';
import { runGit } from '../src/node/git';
import { readHistory } from '../src/node/history';
import { listings } from './listed/listing';
import { allListed, firstListed, mostActive, seededRandom, type Method } from './replay/methods';
import { replayedForge } from './replay/forge';
import { reachable } from './replay/reachable';
import { replayed } from './replay/replayed';
import { table, type Outcome } from './replay/report';
import { byEvidence, suggestion, threeNames } from './replay/suggested';

const yearMs = 365 * 86_400_000;

const methods: readonly (readonly [string, Method])[] = [
  ['first listed', firstListed],
  ['most active', mostActive],
  ['random', seededRandom(1)],
  ['all listed', allListed],
];

/** When commits were written, which can be long before they were committed. */
async function writtenTimes(repository: string, tip: string): Promise<(commit: HistoryCommit) => number> {
  const output = (await runGit(repository, ['log', '--format=%H %at', '--end-of-options', tip])) ?? '';
  const times = new Map(
    output.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), 1000 * Number(line.split(' ')[1])]),
  );
  return ({ id, time, parents }) => Math.min(time, times.get((parents.length > 1 ? parents.at(-1) : id) ?? id) ?? time);
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      changes: { type: 'string', default: '1000' },
      tip: { type: 'string', default: 'HEAD' },
      strict: { type: 'boolean', default: false },
      'all-reviews': { type: 'boolean', default: false },
    },
  });
  const [repository] = positionals;
  if (repository === undefined) throw new Error('Name a repository.');
  const tipTime = Number(
    (await runGit(repository, ['log', '-1', '--format=%ct', '--end-of-options', values.tip])) ?? 0,
  );
  const commits = await readHistory(repository, {
    revision: values.tip,
    now: tipTime * 1000,
    since: tipTime * 1000 - 12 * yearMs,
  });
  if (commits === null) throw new Error('git cannot read that repository.');

  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  const past = {
    reachable: reachable(commits),
    commitOf: (id: string) => byId.get(id),
    listingAt: listings(repository),
    askedAt: values.strict ? await writtenTimes(repository, values.tip) : (commit: HistoryCommit) => commit.time,
  };
  const changes = commits.filter(({ reviewers }) => reviewers.length > 0).slice(0, Number(values.changes));
  const rows = new Map<string, Outcome[]>();
  const add = (name: string, asked: number, isHit: boolean): void => {
    rows.set(name, [...(rows.get(name) ?? []), { asked, isHit }]);
  };
  const forge = replayedForge(commits, values['all-reviews']);
  let countOnForge = 0;
  /** The same again, with reviews as a forge gives them. */
  async function addOnForge(commit: HistoryCommit): Promise<void> {
    const change = await replayed(commit, { ...past, forge });
    // People of one name are one account, and none of them reviews what another wrote.
    if (change === null) return;
    countOnForge++;
    const { asked } = await suggestion(change, (area) => byEvidence(change, area), 'lean');
    add(
      'by a forge: suggestion, those listed together as equals',
      asked.length,
      asked.some((id) => change.reviewers.has(id)),
    );
    const names = threeNames(change);
    add(
      'by a forge: three names by evidence',
      names.length,
      names.some((name) => change.reviewerNames.has(name)),
    );
  }
  let count = 0;
  for (const commit of changes) {
    const change = await replayed(commit, past);
    if (change === null) continue;
    count++;
    const hits = (people: readonly string[]): boolean => people.some((id) => change.reviewers.has(id));
    const equals = await suggestion(change, (area) => byEvidence(change, area), 'lean');
    const declared = await suggestion(change, ({ people }) => people, 'accountable');
    add('suggestion, those listed together as equals', equals.asked.length, hits(equals.asked));
    add('suggestion, the first listed as the declared owner', declared.asked.length, hits(declared.asked));
    for (const [name, method] of methods) {
      const people = method(change, equals.asked.length);
      add(name, people.length, hits(people));
    }
    const isNamed = (names: readonly string[]): boolean => names.some((name) => change.reviewerNames.has(name));
    const names = threeNames(change);
    add('three names by evidence', names.length, isNamed(names));
    add('asked, or shown as knowing', equals.knows.length, hits(equals.asked) || isNamed(equals.knows));
    await addOnForge(commit);
  }
  const days = [changes.at(-1), changes[0]].map((commit) => new Date(commit?.time ?? 0).toISOString().slice(0, 10));
  process.stdout.write(
    `${changes.length} changes, ${days.join(' to ')}; somebody is listed for ${count}, by a forge ${countOnForge}.\n\n${table(rows)}\n`,
  );
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
