/** A year of a repository's history, read in one pass of git. */
import { StringDecoder } from 'node:string_decoder';
import {
  accountsAsWriters,
  logFormat,
  logReader,
  withReviewers,
  type HistoryCommit,
  type HistoryReview,
  type Identity,
} from '../core';
import { gitTrouble } from './git';
import { askGit, streamGit } from './gitStream';
import { resolveCommit } from './revisionSource';

const yearMs = 365 * 86_400_000;

/** The day a year before a moment (ms since 1970), `YYYY-MM-DD` in UTC. */
export const yearBefore = (now: number): string => new Date(now - yearMs).toISOString().slice(0, 10);

/** What is kept of the paths of a year; older commits beyond it still say who is active. */
const maximumPathsInAll = 2_000_000;

export interface HistoryOptions {
  /** A ref or commit; only what it reaches is read. */
  readonly revision: string;
  /** The end of the year that is read: ms since 1970, UTC. */
  readonly now: number;
  /** Where the year would begin, if it is not a year: ms since 1970, UTC. */
  readonly since?: number;
  /** The newest are kept; 100,000 unless told. */
  readonly maximumCommits?: number;
  /** Reviews that the messages of commits do not tell. */
  readonly reviews?: readonly HistoryReview[];
  readonly signal?: AbortSignal;
}

/**
 * The configuration of a repository can make `git log` run programs (signatures, diffs, monitors), print other paths
 * (`diff.relative`, renames) or show the first commit of a shallow clone as if it had written every file. A partial
 * clone must not fetch what it lacks.
 */
const hardened = ['-c', 'log.showRoot=false', '-c', 'protocol.allow=never'];
const plainLog = [
  ...['-z', '--name-only', `--format=${logFormat}`, '--encoding=UTF-8', '--no-color'],
  ...['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-relative', '--no-notes'],
];

/**
 * The commits of the last year, newest first, people through `.mailmap`; empty where there are none. Merges come with
 * what they brought into the branch, because some projects name reviewers nowhere else. `null` where there is no git or
 * it fails. Rejects only when the signal aborts. What is held is bounded by `maximumCommits`.
 */
export async function readHistory(folder: string, options: HistoryOptions): Promise<readonly HistoryCommit[] | null> {
  const commit = await resolveCommit(folder, options.revision);
  if (commit === null) return (await gitTrouble(folder)) === null ? [] : null;
  const { now, since = now - yearMs, maximumCommits = 100_000, reviews = [], signal } = options;
  const reviewed = withReviewers(reviews);
  const commits: HistoryCommit[] = [];
  let pathCount = 0;
  const reader = logReader((told) => {
    if (told.time > now) return;
    const read = reviewed(told);
    // A merge that names no reviewer says only how commits hang together.
    const keepsPaths = read.parents.length < 2 || read.reviewers.length > 0;
    if (keepsPaths) pathCount += read.paths.length;
    commits.push(keepsPaths && pathCount <= maximumPathsInAll ? read : { ...read, paths: [] });
  });
  // Git takes small numbers of seconds for something else.
  const isBounded = since > 0 ? [`--since=${new Date(since).toISOString()}`] : [];
  const range = [...isBounded, `--max-count=${maximumCommits}`, commit];
  const decoder = new StringDecoder('utf8');
  const { status } = await streamGit(
    folder,
    [...hardened, 'log', ...plainLog, '--diff-merges=first-parent', ...range, '--'],
    (piece) => reader.push(decoder.write(piece)),
    { signal },
  );
  if (status !== 0) return null;
  reader.end();
  return throughMailmap(folder, reviews.length === 0 ? commits : byWriters(commits, reviews), signal);
}

function byWriters(commits: readonly HistoryCommit[], reviews: readonly HistoryReview[]): readonly HistoryCommit[] {
  const writerOf = accountsAsWriters(commits, reviews);
  return commits.map((commit) => ({ ...commit, reviewers: commit.reviewers.map(writerOf) }));
}

/** Where a folder lies in its repository: `''` or `a/b`. */
export async function folderInRepository(folder: string, signal?: AbortSignal): Promise<string> {
  const prefix = (await askGit(folder, ['rev-parse', '--show-prefix'], { signal })) ?? '';
  return prefix.replace(/\/?\r?\n$/, '');
}

/** `%aN %aE` follow `.mailmap`, trailers do not: their people are put to git in one more call. */
async function throughMailmap(
  folder: string,
  commits: readonly HistoryCommit[],
  signal: AbortSignal | undefined,
): Promise<readonly HistoryCommit[]> {
  const contacts = [
    ...new Set(commits.flatMap(({ reviewers, coAuthors }) => [...reviewers, ...coAuthors]).flatMap(contactOf)),
  ];
  if (contacts.length === 0) return commits;
  const input = `${contacts.join('\n')}\n`;
  const lines = (await askGit(folder, ['check-mailmap', '--stdin'], { signal, input }))?.split('\n') ?? [];
  // One answer for each question, or they cannot be told apart.
  if (lines.length !== contacts.length + 1) return commits;
  const mapped = new Map(contacts.map((contact, at) => [contact, identityOf(lines[at] ?? '')]));
  const map = (identity: Identity): Identity => mapped.get(contactOf(identity)[0] ?? '') ?? identity;
  return commits.map((commit) => ({
    ...commit,
    reviewers: commit.reviewers.map(map),
    coAuthors: commit.coAuthors.map(map),
  }));
}

/** What `check-mailmap` can read; nothing for somebody without an address. */
const contactOf = ({ name, email }: Identity): string[] =>
  /^[^\s<>]+$/.test(email) && !/[<>\n\0]/.test(name) ? [`${name === '' ? '' : `${name} `}<${email}>`] : [];

function identityOf(contact: string): Identity | undefined {
  const [, name = '', email] = /^(.*?) ?<([^<>]+)>$/.exec(contact) ?? [];
  return email === undefined ? undefined : { name, email };
}
