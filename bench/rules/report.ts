/** The figures as tables for a terminal. */
import type { CommandLineFigures } from './commandLine';
import type { DataResult, MatchResult } from './results';
import { digits } from './digits';
import type { Spread } from './rounds';
import type { Target } from './targets';
import { realBounds, type Shape, type Shapes } from './shapes';

/** `2.1 (1.9–3.4)`. */
export const spreadText = ({ median, least, most }: Spread): string =>
  `${digits(median)} (${digits(least)}–${digits(most)})`;

/** Rows as columns that stand beneath each other; the first row is the heading, the first column left. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => [...(row[at] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, at === 0))
      .join('  ')
      .trimEnd();
  const [heading = [], ...others] = rows;
  return [line(heading), widths.map((width) => '─'.repeat(width)).join('  '), ...others.map(line)].join('\n');
}

function pad(cell: string, width: number, isLeft: boolean): string {
  const space = ' '.repeat(Math.max(0, width - [...cell].length));
  return isLeft ? cell + space : space + cell;
}

/** The shapes of data sets beside those of real repositories. */
export function shapesTable(sets: readonly { readonly name: string; readonly shapes: Shapes }[]): string {
  const bounds = (range: readonly [number, number] | null): string => (range === null ? '' : range.join('–'));
  const row = (title: string, real: string, cell: (shapes: Shapes) => string): readonly string[] => [
    title,
    real,
    ...sets.map(({ shapes }) => cell(shapes)),
  ];
  const shapes = Object.keys(realBounds.globs) as readonly Shape[];
  return columns([
    ['', '14 real ones', ...sets.map(({ name }) => name)],
    ...shapes.map((shape) => row(`${shape}, %`, bounds(realBounds.globs[shape]), ({ globs }) => digits(globs[shape]))),
    row('depth: 5 %, median, 95 %', bounds(realBounds.depth), ({ depth }) => depth.join(' ')),
    row('files a folder', bounds(realBounds.filesPerFolder), ({ filesPerFolder }) => digits(filesPerFolder)),
  ]);
}

/** All that was measured on one data set. */
export function dataTable(result: DataResult): string {
  const { name, globs, files, hasText, lookups, edit, memory } = result;
  const kilobytes = (bytes: number): string => `${digits(bytes / 1024)} KB`;
  return [
    `${name}: ${globs} globs, ${files} files${hasText ? '' : '; too large for an ownership file, so the model is made from its globs'}`,
    ...result.matches.map((match) => matchTable(match, files)),
    columns([
      ['one lookup', ''],
      ['tight loop, ns', spreadText(lookups.tightNs)],
      ['1 ms apart, p50 / p99, µs', `${digits(lookups.spacedUs.p50)} / ${digits(lookups.spacedUs.p99)}`],
      ['first after compiling, in a new process, ms', digits(memory.firstLookupMs)],
    ]),
    ...(edit === null
      ? []
      : [
          columns([
            ['the text', ''],
            ['to its model for the first time, ms', spreadText(edit.firstReadMs)],
            ['edit of one AOR, to all answers, ms', spreadText(edit.toAnswersMs)],
            ['of it reading, ms', spreadText(edit.readMs)],
          ]),
        ]),
    columns([
      ['kept memory', ''],
      ['rules', kilobytes(memory.rulesBytes)],
      ['of it for each glob, bytes', digits(memory.rulesBytes / globs)],
      ['folders seen, all files answered', kilobytes(memory.seenBytes)],
      ['of it for each glob, bytes', digits(memory.seenBytes / globs)],
      ['tree and answers', kilobytes(memory.treeBytes)],
      ['of it for each file, bytes', digits(memory.treeBytes / files)],
      ['growth after 100 k other lookups', kilobytes(memory.growthBytes)],
    ]),
  ].join('\n\n');
}

function matchTable({ title, sides, onlyCompared }: MatchResult, files: number): string {
  const compared = onlyCompared.map(
    ({ name, asked }) => `the same answers, not timed: ${name}${asked === files ? '' : ` (${asked} files)`}`,
  );
  const rows = (sides.length > 1 ? sides : []).map(({ name, asked, ms, ratio, leastRatio }) => [
    name,
    asked === files ? 'all' : String(asked),
    spreadText(ms),
    spreadText(ratio),
    digits(leastRatio),
  ]);
  const table =
    rows.length === 0 ? [] : [columns([[title, 'files asked', 'ms for all', '÷ aor', 'least ÷ least'], ...rows])];
  return [...(rows.length === 0 ? [title] : table), ...compared].join('\n');
}

/** What the program does as a process. */
export function commandLineTable(figures: CommandLineFigures, rules: string): string {
  const megabytes = (bytes: number): string => `${digits(bytes / 1e6)} MB`;
  return columns([
    [`aor who --stdin, ${digits(figures.paths)} paths, rules of ${rules}`, ''],
    ['first answer, less the start of Node, ms', spreadText(figures.firstAnswerMs)],
    ['paths a second', spreadText(figures.pathsPerSecond)],
    ['most memory', megabytes(figures.peakBytes)],
    ['most memory with a tenth of the paths', megabytes(figures.peakBytesOfTenth)],
  ]);
}

/** What was to be reached, and whether it was. */
export function targetsTable(targets: readonly Target[]): string {
  const verdict = (isMet: boolean | null): string => (isMet === null ? '' : isMet ? 'yes' : 'no');
  return columns([
    ['', 'what', 'target', 'reached', ''],
    ...targets.map(({ id, what, target, reached, isMet }) => [id, what, target, reached, verdict(isMet)]),
  ]);
}

/** What is inside each clock, once for each side. */
export function clocksText(results: readonly DataResult[]): string {
  const clocks = new Map(
    results.flatMap(({ matches }) => matches.flatMap(({ sides }) => sides.map(({ name, clock }) => [name, clock]))),
  );
  return ['Inside the clock', ...[...clocks].map(([name, clock]) => `  ${name}: ${clock}`)].join('\n');
}
