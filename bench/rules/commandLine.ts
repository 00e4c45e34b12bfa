/** The command line as a process that starts cold: `aor who --stdin` on a million paths. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DataSet } from './dataSet';
import { spreadOf, type Spread } from './rounds';

export interface CommandLineFigures {
  readonly paths: number;
  /** Milliseconds from the start to the first answer, less what Node alone takes to start. */
  readonly firstAnswerMs: Spread;
  /** Paths a second from the first answer to the last. */
  readonly pathsPerSecond: Spread;
  /** The most memory the process ever had, in bytes: with all paths, and with a tenth of them. */
  readonly peakBytes: number;
  readonly peakBytesOfTenth: number;
}

const program = join(__dirname, '..', '..', 'dist', 'cli.js');

/** Starts the built program `rounds` times in a repository with the rules. */
export async function commandLineFigures(data: DataSet, paths: number, rounds: number): Promise<CommandLineFigures> {
  if (data.text === null) throw new Error('The command line reads an ownership file.');
  const folder = mkdtempSync(join(tmpdir(), 'aor-bench-'));
  try {
    spawnSync('git', ['init', '--quiet', folder]);
    writeFileSync(join(folder, 'aor.yaml'), data.text);
    writeFileSync(join(folder, 'peak.js'), peakHook(join(folder, 'peak')));
    writeFileSync(join(folder, 'all'), manyPaths(data.paths, paths));
    writeFileSync(join(folder, 'tenth'), manyPaths(data.paths, paths / 10));
    const starts: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const node = nodeStartMs();
      const { firstMs, lastMs } = await run(folder, 'all');
      starts.push(firstMs - node);
      rates.push((1000 * paths) / (lastMs - firstMs));
    }
    const peakBytes = peakIn(folder);
    await run(folder, 'tenth');
    return {
      paths,
      firstAnswerMs: spreadOf(starts),
      pathsPerSecond: spreadOf(rates),
      peakBytes,
      peakBytesOfTenth: peakIn(folder),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As many distinct paths as are wanted: names that are not there in folders that are. */
function manyPaths(paths: readonly string[], count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const path = paths[at % paths.length] ?? '';
    return `${path.slice(0, path.lastIndexOf('/') + 1)}${at}-${path.slice(path.lastIndexOf('/') + 1)}\0`;
  }).join('');
}

/** Writes the peak down as the program ends; the program itself knows nothing of it. */
const peakHook = (path: string): string =>
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(path)}, String(process.resourceUsage().maxRSS)));`;

const peakIn = (folder: string): number => 1024 * Number(readFileSync(join(folder, 'peak'), 'utf8'));

function nodeStartMs(): number {
  const start = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - start;
}

function run(folder: string, input: string): Promise<{ readonly firstMs: number; readonly lastMs: number }> {
  const from = openSync(join(folder, input), 'r');
  const start = performance.now();
  const args = ['-r', join(folder, 'peak.js'), program, 'who', '--stdin', '-z'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: [from, 'pipe', 'inherit'] });
  let firstMs = NaN;
  child.stdout?.once('data', () => (firstMs = performance.now() - start));
  child.stdout?.resume();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      closeSync(from);
      if (status === 0) resolve({ firstMs, lastMs: performance.now() - start });
      else reject(new Error('aor who failed.'));
    });
  });
}
