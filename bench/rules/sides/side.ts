/** One competitor: who answers, for which files, and what its clock runs over. */
import type { Answers } from '../answers';

export interface Side {
  readonly name: string;
  /** What is inside the clock, and what was left outside. */
  readonly clock: string;
  /** Places in the list of the files it is asked about; `null`: all. */
  readonly at: readonly number[] | null;
  /** Makes ready for one round, outside the clock. */
  readonly prepare: () => Turn;
  /** What it would take for all files, from what it took for those it was asked about. */
  readonly forAll: (ms: number) => number;
}

export interface Turn {
  /** What is timed. */
  readonly run: () => void;
  /** What came out, read outside the clock; `null` for a side that answers nothing. */
  readonly answers: () => Answers | null;
}

/** How much a side that loops over rules is asked in one round. */
export interface Pace {
  /** Pairs of a rule and a file. */
  readonly pairs: number;
  /** The fewest files, however many rules there are. */
  readonly fewest: number;
}

/** Where times are wanted, and where only answers are. */
export const paces = { measured: { pairs: 2e7, fewest: 2_500 }, short: { pairs: 4e6, fewest: 600 } } as const;

/** The files that a side is asked about which loops over so many rules. */
export const sampleFor = (files: number, rules: number, { pairs, fewest }: Pace): readonly number[] | null =>
  sampleOf(files, Math.max(fewest, Math.floor(pairs / rules)));

/** `count` places spread evenly over a list; `null`: all. */
export function sampleOf(files: number, count: number): readonly number[] | null {
  if (count >= files) return null;
  return Array.from({ length: count }, (_, at) => Math.floor((at * files) / count));
}

/** The same for the paths themselves. New strings: nothing about them is known to any cache. */
export function freshPaths(paths: readonly string[], at: readonly number[] | null): readonly string[] {
  const chosen = at === null ? paths : at.map((place) => paths[place] ?? '');
  return chosen.map((path) => Buffer.from(path).toString());
}

/** A side that looks paths up one by one. `compile` is outside the clock. */
export function lookupSide(
  head: Pick<Side, 'name' | 'clock' | 'at'>,
  paths: readonly string[],
  compile: () => (path: string) => number,
): Side {
  return {
    ...head,
    prepare() {
      const find = compile();
      const fresh = freshPaths(paths, head.at);
      const found = new Int32Array(fresh.length);
      return {
        run() {
          for (const [at, path] of fresh.entries()) found[at] = find(path);
        },
        answers: () => found,
      };
    },
    forAll: (ms) => (head.at === null ? ms : (ms * paths.length) / head.at.length),
  };
}
