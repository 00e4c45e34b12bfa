/** The process that measures memory: nothing but the data set is in it. Prints `MemoryFigures` as JSON. */
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { atOnce, compileRules, readTree, type OwnershipFile } from '../../src/core';
import { dataSetOf, type DataOrigin } from './dataSet';
import type { MemoryFigures } from './memory';

const lookups = 100_000;

/** What must not be collected before the end. */
const held: unknown[] = [];

/** Bytes that are really in use. */
async function bytesKept(): Promise<number> {
  for (let time = 0; time < 3; time++) {
    globalThis.gc?.();
    // Buffers are given back by another thread, a moment later.
    await setTimeout(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measure(origin: DataOrigin): Promise<MemoryFigures> {
  const { file, list } = await dataSetOf(origin);
  const path = `${list.toString('utf8', 0, list.indexOf(0))}-new`;
  const firstLookupMs = firstLookup(file, path);
  // Code that is optimized on the way would count as kept.
  setFlagsFromString('--no-opt');
  practise(file, list);

  const atStart = await bytesKept();
  const index = compileRules(file);
  const compiled = await bytesKept();
  const tree = atOnce(readTree(list));
  const read = await bytesKept();
  const { numbers } = atOnce(index.decideTree(tree));
  held.push(file, list, index, tree, numbers);
  const answered = await bytesKept();
  for (let at = 0; at < lookups; at++) index.decide(`${path}/${at}/file-${at}.ts`);
  const grown = await bytesKept();
  return {
    rulesBytes: compiled - atStart,
    seenBytes: answered - read - numbers.byteLength,
    treeBytes: read - compiled + numbers.byteLength,
    growthBytes: grown - answered,
    firstLookupMs,
  };
}

function firstLookup(file: OwnershipFile, path: string): number {
  const index = compileRules(file);
  const start = performance.now();
  index.decide(path);
  return performance.now() - start;
}

/** Once for nothing: the code itself, read and translated at its first use, is not what is measured. */
function practise(file: OwnershipFile, list: Buffer): void {
  const index = compileRules(file);
  atOnce(index.decideTree(atOnce(readTree(list.subarray(0, 1 + list.lastIndexOf(0, 100_000))))));
  for (let at = 0; at < 1_000; at++) index.decide(`practice/${at}`);
}

void measure(JSON.parse(process.argv[2] ?? '') as DataOrigin).then((figures) => {
  process.stdout.write(JSON.stringify(figures));
});
