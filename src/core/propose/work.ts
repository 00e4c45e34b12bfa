/** Adds up who worked on which of the files that are there, commit by commit; keeps no commit. */
import type { Identity } from '../review/evidence';
import type { WorkCommit } from './workLog';
import { isBot, joinWorkers, type Worker } from './workers';

/** What one person did to one file or area. */
export interface Work {
  /** Weighted by age and size; only shares of it mean something. */
  amount: number;
  /** A commit counts once, in equal parts for its files, so that areas can be added up. */
  commits: number;
  /** ms since 1970, UTC. */
  last: number;
}

/** By number of the person. */
export type WorkBy = ReadonlyMap<number, Readonly<Work>>;

export interface WorkDone {
  readonly workers: readonly Worker[];
  /** When each of them last committed anything: ms since 1970, UTC. */
  readonly lastSeen: readonly number[];
  /** By path; files that nobody touched are missing. */
  readonly byFile: ReadonlyMap<string, WorkBy>;
  /** Commits that counted. */
  readonly commits: number;
}

/** A change counts half as much after a year: who was busy two years ago has mostly moved on. */
export const halfLifeMs = 365 * 86_400_000;

/** Changes of these come by themselves, or from elsewhere: they say little of who knows the code. */
const madeElsewhere =
  /(?:^|\/)(?:node_modules|vendor|third[_-]party|dist|generated)\/|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|go\.sum|[^/]+\.lock)$|\.min\.(?:js|css)$/i;
const weightOfMadeElsewhere = 0.1;

export interface WorkTally {
  readonly add: (commit: WorkCommit) => void;
  readonly done: () => WorkDone;
}

/** `files`: those that are there; others do not count. `now`: ms since 1970, UTC; later commits do not count. */
export function workTally(files: readonly string[], now: number): WorkTally {
  const numbers = new Map<string, number>();
  const identities: Identity[] = [];
  const counts: number[] = [];
  const lastSeen: number[] = [];
  const byFile = new Map(files.map((path) => [path, new Map<number, Work>()]));
  const laterNames = new Map<string, string>();
  let commits = 0;

  const numberOf = (author: Identity): number => {
    const key = `${author.email.toLowerCase()}\n${author.name}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    identities.push(author);
    numbers.set(key, identities.length - 1);
    return identities.length - 1;
  };
  /** What a path of an older commit is called now. Names are kept short of chains by resolving them as they come. */
  const nameNow = (path: string): string => (byFile.has(path) ? path : (laterNames.get(path) ?? path));

  return {
    add({ author, time, files: touched }) {
      for (const { path, from } of touched) if (from !== null) laterNames.set(from, nameNow(path));
      if (time > now || isBot(author)) return;
      const person = numberOf(author);
      counts[person] = (counts[person] ?? 0) + 1;
      lastSeen[person] = Math.max(lastSeen[person] ?? 0, time);
      if (touched.length > 0) commits++;
      const sizes = touched.map(({ lines }) => Math.log2(2 + lines));
      const sum = sizes.reduce((before, size) => before + size, 0);
      const lines = touched.reduce((before, file) => before + file.lines, 0);
      // One commit of a thousand lines is not a thousand of one line, and a sweep over all files is one commit.
      const whole = Math.log2(2 + lines) * 2 ** ((time - now) / halfLifeMs);
      touched.forEach(({ path }, at) => {
        const work = byFile.get(nameNow(path));
        if (work === undefined) return;
        const part = (sizes[at] ?? 0) / sum;
        const weight = madeElsewhere.test(path) ? weightOfMadeElsewhere : 1;
        addWork(work, person, { amount: whole * part * weight, commits: 1 / touched.length, last: time });
      });
    },
    done() {
      const { workerOf, workers } = joinWorkers(identities, counts);
      const joined = new Map<string, WorkBy>();
      for (const [path, work] of byFile) {
        if (work.size === 0) continue;
        const own = new Map<number, Work>();
        for (const [identity, one] of work) addWork(own, workerOf[identity] ?? 0, one);
        joined.set(path, own);
      }
      const seen = workers.map(() => 0);
      workerOf.forEach((worker, at) => {
        seen[worker] = Math.max(seen[worker] ?? 0, lastSeen[at] ?? 0);
      });
      return { workers, lastSeen: seen, byFile: joined, commits };
    },
  };
}

export function addWork(into: Map<number, Work>, person: number, { amount, commits, last }: Readonly<Work>): void {
  const own = into.get(person);
  if (own === undefined) into.set(person, { amount, commits, last });
  else {
    own.amount += amount;
    own.commits += commits;
    own.last = Math.max(own.last, last);
  }
}
