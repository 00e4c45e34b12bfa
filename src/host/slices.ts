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

/** How many items are taken between two chances to do something else. */
const stepLength = 2_000;

function* taking<T>(items: Iterable<T>): Generator<void, readonly T[]> {
  const taken: T[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length % stepLength === 0) yield;
  }
  return taken;
}

/** All of many items, each of which takes a moment to make. */
export const gathered = async <T>(items: Iterable<T>): Promise<readonly T[]> =>
  (await inSlices(taking(items), new AbortController().signal)) ?? [];
