/** How long a single lookup takes: many in a row, and one now and then, as an editor asks. */
import { compileRules } from '../../src/core';
import type { DataSet } from './dataSet';
import { quantile, spreadOf, type Spread } from './rounds';
import { freshPaths, sampleOf } from './sides/side';

export interface LookupFigures {
  /** Nanoseconds in a tight loop, round by round. */
  readonly tightNs: Spread;
  /** Microseconds where a millisecond passes between two. */
  readonly spacedUs: { readonly p50: number; readonly p99: number };
}

const lookupsPerRound = 20_000;
const spacedLookups = 1_500;

/** Looks paths up through the entry point for one path. Every lookup gets a string that is new. */
export function lookupFigures({ file, paths }: DataSet, rounds: number): LookupFigures {
  const index = compileRules(file);
  const at = sampleOf(paths.length, lookupsPerRound);
  const tight = Array.from({ length: rounds + 1 }, () => {
    const fresh = freshPaths(paths, at);
    const start = performance.now();
    for (const path of fresh) index.decide(path);
    return ((performance.now() - start) * 1e6) / fresh.length;
  });
  const spaced = freshPaths(paths, sampleOf(paths.length, spacedLookups)).slice(0, spacedLookups);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const times = spaced.map((path) => {
    Atomics.wait(pause, 0, 0, 1);
    const start = process.hrtime.bigint();
    index.decide(path);
    return Number(process.hrtime.bigint() - start) / 1e3;
  });
  times.sort((a, b) => a - b);
  return { tightNs: spreadOf(tight.slice(1)), spacedUs: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) } };
}
