/** What is kept in memory, and the first lookup of a process. Measured in a process of its own: `child.ts`. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DataOrigin } from './dataSet';
import { spreadOf } from './rounds';

const child = join(__dirname, 'rules', 'child.js');

export interface MemoryFigures {
  /** The compiled rules, in bytes. */
  readonly rulesBytes: number;
  /** What they remember of the folders they have seen once all files are answered, in bytes. */
  readonly seenBytes: number;
  /** The tree and its answers, without the bytes of the list, in bytes. */
  readonly treeBytes: number;
  /** What 100,000 lookups of paths that are in no tree add, in bytes. */
  readonly growthBytes: number;
  /** Milliseconds of the first lookup after compiling, nothing optimized yet. */
  readonly firstLookupMs: number;
}

/** Code that is translated on the way, or thrown away, would count too. */
const flags = ['--expose-gc', '--no-sparkplug', '--no-flush-bytecode'];

/** Measures in `times` processes, one after the other, and takes the median of each figure. */
export async function memoryFigures(origin: DataOrigin, times: number): Promise<MemoryFigures> {
  const all: MemoryFigures[] = [];
  for (let time = 0; time < times; time++) {
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, child, JSON.stringify(origin)]);
    all.push(JSON.parse(stdout) as MemoryFigures);
  }
  const median = (name: keyof MemoryFigures): number => spreadOf(all.map((figures) => figures[name])).median;
  return {
    rulesBytes: median('rulesBytes'),
    seenBytes: median('seenBytes'),
    treeBytes: median('treeBytes'),
    growthBytes: median('growthBytes'),
    firstLookupMs: median('firstLookupMs'),
  };
}
