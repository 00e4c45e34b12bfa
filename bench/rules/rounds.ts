/** Sides in turns: what a busy machine does to one it does to all. */
import type { Side } from './sides/side';

export interface RoundOptions {
  readonly rounds: number;
  readonly warmUp: number;
}

/** One round of a side: its own milliseconds for all files, and those of the reference in the same round. */
export interface Round {
  readonly ms: number;
  readonly reference: number;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Lets the sides run in turns; the one that begins changes from round to round. The reference runs before each of the
 * others, so that it gets no better and no worse moment than they.
 */
export function playRounds(
  reference: Side,
  others: readonly Side[],
  { rounds, warmUp }: RoundOptions,
): ReadonlyMap<Side, readonly Round[]> {
  const played = new Map([reference, ...others].map((side) => [side, [] as Round[]]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (let turn = 0; turn < others.length; turn++) {
      const side = others[(round + turn) % others.length];
      if (side === undefined) continue;
      const own = timed(reference);
      const ms = timed(side);
      if (round < warmUp) continue;
      played.get(reference)?.push({ ms: own, reference: own });
      played.get(side)?.push({ ms, reference: own });
    }
  }
  return played;
}

function timed(side: Side): number {
  const { run } = side.prepare();
  const start = performance.now();
  run();
  return side.forAll(performance.now() - start);
}

/** Median, least and most of what was measured. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/** How many times the reference each round took. */
export const ratiosOf = (rounds: readonly Round[]): Spread =>
  spreadOf(rounds.map(({ ms, reference }) => ms / reference));

/** Of values in order. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return low + (high - low) * (at - Math.floor(at));
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
