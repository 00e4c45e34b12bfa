/** What is kept in memory, and the first lookup of a process. Measured in a process of its own: `child.ts`. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DataOrigin } from './dataSet';

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

/** Measures in a process of its own. */
export async function memoryFigures(origin: DataOrigin): Promise<MemoryFigures> {
  const child = join(__dirname, 'rules', 'child.js');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', child, JSON.stringify(origin)]);
  return JSON.parse(stdout) as MemoryFigures;
}
