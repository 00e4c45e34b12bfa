/**
 * Measures the rule index against others, side by side, after comparing all answers.
 *
 *   npm run bench                        made-up repositories of all sizes, and the command line
 *   npm run bench -- DIRECTORY…          real ones: a folder with `CODEOWNERS` and `files.z.gz`, or a folder of such
 *   npm run bench -- --short             compares answers only, on the smaller sizes
 *   … --seed N  --sizes 300,1k,7k,100k  --rounds 7  --json FILE
 *
 * The exit status is 1 where answers differ. See bench/README.md.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandLineFigures } from './rules/commandLine';
import { dataSetOf, type DataOrigin } from './rules/dataSet';
import { sizes } from './rules/generator';
import { clocksText, commandLineTable, dataTable, shapesTable, targetsTable } from './rules/report';
import { resultOf, type DataResult } from './rules/results';
import { shapesOf } from './rules/shapes';
import { targetsOf } from './rules/targets';

/** So that two runs measure the same, unless another is asked for. */
const usualSeed = 20_261_121;

const print = (text: string): void => void process.stdout.write(`${text}\n\n`);

function originsOf(directories: readonly string[], wanted: readonly string[], seed: number): readonly DataOrigin[] {
  return [
    ...directories.flatMap(repositoriesIn).map((folder) => ({ kind: 'directory' as const, folder })),
    ...sizes
      .filter(({ key }) => wanted.includes(key))
      .map(({ name }) => ({ kind: 'generated' as const, size: name, seed })),
  ];
}

function repositoriesIn(folder: string): readonly string[] {
  if (existsSync(join(folder, 'CODEOWNERS'))) return [folder];
  const below = readdirSync(folder).map((name) => join(folder, name));
  return below.filter((path) => existsSync(join(path, 'CODEOWNERS')));
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(usualSeed) },
      sizes: { type: 'string' },
      rounds: { type: 'string', default: '7' },
      json: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  const usualSizes = values.short ? '300,1k' : '300,1k,7k,100k';
  const wanted = (values.sizes ?? (positionals.length > 0 ? '' : usualSizes)).split(',');
  const origins = originsOf(positionals, wanted, seed);
  if (origins.length === 0) throw new Error('There is nothing to measure on.');
  const options = values.short ? null : { rounds: Number(values.rounds), warmUp: 2 };
  print(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; seed ${seed}`);

  const results: DataResult[] = [];
  let commandLine: Awaited<ReturnType<typeof commandLineFigures>> | null = null;
  for (const origin of origins) {
    const data = await dataSetOf(origin);
    print(shapesTable([{ name: data.name, shapes: shapesOf(data.globs, data.paths) }]));
    const { disagreements, result } = await resultOf(data, options);
    for (const { side, path, ours, theirs, count } of disagreements) {
      print(
        `${data.name}: ${side} answers otherwise for ${count} files. ${path}: aor says ${ours}, ${side} says ${theirs}`,
      );
    }
    if (disagreements.length > 0) {
      process.exitCode = 1;
      continue;
    }
    if (result === null) {
      print(`${data.name}: all sides agree.`);
      continue;
    }
    results.push(result);
    print(dataTable(result));
    // One data set is enough for what a process costs.
    if (data.text !== null && (commandLine === null || data.name === '1 k × 20 k')) {
      commandLine = await commandLineFigures(data, 1_000_000, 3);
      print(commandLineTable(commandLine, data.name));
    }
  }
  if (options === null || process.exitCode === 1) return;
  const targets = targetsOf(results, commandLine);
  print(clocksText(results));
  print(targetsTable(targets));
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      `${JSON.stringify({ node: process.version, seed, results, commandLine, targets }, null, 2)}\n`,
    );
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
