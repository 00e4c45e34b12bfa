/** What a year of history says about who reviews, read once for each commit that changes are compared with. */
import { EventEmitter, type Event, type LogOutputChannel } from 'vscode';
import {
  indexHistoryInSteps,
  tellsReviewers,
  type HistoryCommit,
  type HistoryIndex,
  type HistoryReview,
  type Person,
} from '../../core';
import { folderInRepository, readHistory } from '../../node/history';
import { createBag, type Disposable } from '../disposables';
import { errorText } from '../errors';
import { inSlices } from '../slices';

/** Which history is meant. */
export interface HistoryQuestion {
  /** Absolute: that of the ownership file. */
  readonly folder: string;
  /** Only what this commit reaches speaks: a change must not bring along the reviews that speak for its reviewers. */
  readonly commit: string;
  /** Of the ownership file that decides. */
  readonly people: ReadonlyMap<string, Person>;
  /** Who reviewed, from somewhere else; asked where the commits do not tell. `null`: nobody can be asked. */
  readonly reviews: (signal: AbortSignal) => Promise<readonly HistoryReview[] | null>;
}

export interface Histories {
  /** A history that was asked for has been read. */
  readonly onDidRead: Event<void>;
  /** The history where it is known; `null`: there is none. `undefined`: it is being read now. */
  at(question: HistoryQuestion): HistoryIndex | null | undefined;
  /** What was last read for a folder; `null`: nothing. Starts nothing. */
  known(folder: string): HistoryIndex | null;
  /** Reads those again, when they are asked for, in which nobody told who reviewed. */
  retry(): void;
}

interface Known {
  readonly key: string;
  index: HistoryIndex | null | undefined;
  /** Whether nobody told who reviewed, because nobody could be asked. */
  isUntold: boolean;
  readonly reading: AbortController;
}

/** Reads in the background, never where it was not asked for. One history is kept for each folder. */
export function createHistories(log: LogOutputChannel): Histories & Disposable {
  const bag = createBag();
  const read = bag.add(new EventEmitter<void>());
  const known = new Map<string, Known>();
  bag.add({
    dispose: () => {
      for (const { reading } of known.values()) reading.abort();
    },
  });

  async function start(question: HistoryQuestion, into: Known): Promise<void> {
    const { signal } = into.reading;
    try {
      const found = await commitsOf(question, signal);
      into.isUntold = found.isUntold;
      into.index = (await indexOf(question, found.commits, signal)) ?? null;
    } catch (error) {
      // What was not read is missing, and nothing else is wrong.
      if (!signal.aborted) log.warn(`The history of ${question.folder}: ${errorText(error)}`);
      into.index = null;
    }
    if (!signal.aborted) read.fire();
  }

  return {
    onDidRead: read.event,
    at(question) {
      const key = keyOf(question);
      const before = known.get(question.folder);
      if (before?.key === key) return before.index;
      before?.reading.abort();
      const now: Known = { key, index: undefined, isUntold: false, reading: new AbortController() };
      known.set(question.folder, now);
      // Never rejects; the event tells the end.
      void start(question, now);
      return undefined;
    },
    known: (folder) => known.get(folder)?.index ?? null,
    retry() {
      for (const [folder, { isUntold }] of known) if (isUntold) known.delete(folder);
    },
    dispose: () => bag.dispose(),
  };
}

/** Git is asked once more where somebody else than the commits tells who reviewed: paths of merges are kept only then. */
async function commitsOf(
  { folder, commit, reviews }: HistoryQuestion,
  signal: AbortSignal,
): Promise<Pick<Known, 'isUntold'> & { readonly commits: readonly HistoryCommit[] }> {
  const options = { revision: commit, now: Date.now(), signal };
  const commits = (await readHistory(folder, options)) ?? [];
  if (commits.length === 0 || tellsReviewers(commits)) return { commits, isUntold: false };
  const told = await reviews(signal);
  if (told === null || told.length === 0) return { commits, isUntold: told === null };
  return { commits: (await readHistory(folder, { ...options, reviews: told })) ?? commits, isUntold: false };
}

async function indexOf(
  { folder, people }: HistoryQuestion,
  commits: readonly HistoryCommit[],
  signal: AbortSignal,
): Promise<HistoryIndex | undefined> {
  if (commits.length === 0) return undefined;
  const base = await folderInRepository(folder, signal);
  return inSlices(indexHistoryInSteps(commits, people.values(), Date.now(), base), signal);
}

/** The commit, and all that people are found by. */
const keyOf = ({ commit, people }: HistoryQuestion): string =>
  JSON.stringify([
    commit,
    ...[...people.values()].map(({ id, name, emails, handles, bot }) => [id, name, emails, [...handles], bot]),
  ]);
