/** What a year of history says about who reviews, read once for each commit that changes are compared with. */
import { EventEmitter, type Event, type LogOutputChannel } from 'vscode';
import { indexHistoryInSteps, type HistoryIndex, type Person } from '../../core';
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
}

export interface Histories {
  /** A history that was asked for has been read. */
  readonly onDidRead: Event<void>;
  /** The history where it is known; `null`: there is none. `undefined`: it is being read now. */
  at(question: HistoryQuestion): HistoryIndex | null | undefined;
  /** What was last read for a folder; `null`: nothing. Starts nothing. */
  known(folder: string): HistoryIndex | null;
}

interface Known {
  readonly key: string;
  index: HistoryIndex | null | undefined;
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
      into.index = (await indexOf(question, signal)) ?? null;
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
      const now: Known = { key, index: undefined, reading: new AbortController() };
      known.set(question.folder, now);
      // Never rejects; the event tells the end.
      void start(question, now);
      return undefined;
    },
    known: (folder) => known.get(folder)?.index ?? null,
    dispose: () => bag.dispose(),
  };
}

async function indexOf({ folder, commit, people }: HistoryQuestion, signal: AbortSignal) {
  const now = Date.now();
  const commits = await readHistory(folder, { revision: commit, now, signal });
  if (commits === null || commits.length === 0) return undefined;
  const base = await folderInRepository(folder, signal);
  return inSlices(indexHistoryInSteps(commits, people.values(), now, base), signal);
}

/** The commit, and all that people are found by. */
const keyOf = ({ commit, people }: HistoryQuestion): string =>
  JSON.stringify([
    commit,
    ...[...people.values()].map(({ id, name, emails, handles, bot }) => [id, name, emails, [...handles], bot]),
  ]);
