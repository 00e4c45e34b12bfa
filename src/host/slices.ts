/** Long work in slices, so that the extension host answers in between. */
import { setImmediate } from 'node:timers/promises';

const sliceMs = 10;

/** Runs a generator to its end and gives back what it returns; `undefined` once the signal, where there is one, says so. */
export async function inSlices<T>(work: Iterator<unknown, T>): Promise<T>;
export async function inSlices<T>(work: Iterator<unknown, T>, signal: AbortSignal): Promise<T | undefined>;
export async function inSlices<T>(work: Iterator<unknown, T>, signal?: AbortSignal): Promise<T | undefined> {
  for (;;) {
    await setImmediate();
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      if (signal?.aborted === true) return undefined;
      const step = work.next();
      if (step.done === true) return step.value;
    }
  }
}
