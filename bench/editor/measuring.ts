/** What the steps of a suite are measured with, inside the extension host. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Observed } from './observed';
import type { Measured } from './report';

/** A step that took so long, with how late the event loop was since that was reset. */
export function measurement(name: string, ms: number, { delay, busy }: Observed): Measured {
  const inMs = (nanoseconds: number): number => nanoseconds / 1e6;
  const sorted = Float64Array.from(busy).sort();
  return {
    ...{ name, ms },
    delay: {
      ...{ p50: inMs(delay.percentile(50)), p99: inMs(delay.percentile(99)), max: inMs(delay.max) },
      ...{ busyP99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, busyMax: sorted.at(-1) ?? 0 },
    },
  };
}

/** Waits for something; rejects where it does not come. */
export async function until<T>(what: string, look: () => T | undefined, isRight: (found: T) => boolean): Promise<T> {
  const limit = performance.now() + 60_000;
  for (;;) {
    const found = look();
    if (found !== undefined && isRight(found)) return found;
    if (performance.now() > limit)
      throw new Error(`Not in time: ${what}. Last: ${JSON.stringify(found ?? null).slice(0, 2_000)}`);
    await sleep(5);
  }
}
