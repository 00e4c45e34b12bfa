/** What is to be reached, and whether it was. */
import type { CommandLineFigures } from './commandLine';
import type { MemoryFigures } from './memory';
import type { DataResult, SideResult } from './results';
import { geometricMean } from './rounds';
import { digits } from './digits';

export interface Target {
  readonly id: string;
  readonly what: string;
  readonly target: string;
  readonly reached: string;
  /** `null`: the run has nothing to tell by. */
  readonly isMet: boolean | null;
}

/** The targets that this benchmark can tell about, from what a run has measured. */
export function targetsOf(results: readonly DataResult[], commandLine: CommandLineFigures | null): readonly Target[] {
  const large = results.filter(({ globs, files }) => globs >= 200 && files >= 5_000);
  const linuxLike = results.filter(({ name }) => name === '7 k × 80 k');
  const huge = results.filter(({ name }) => name === '100 k × 1 M');
  const medium = results.filter(
    ({ globs, files }) => globs >= 250 && globs <= 1_500 && files >= 4_000 && files <= 25_000,
  );
  return [
    { id: 'T1', what: 'differing answers', target: '0', reached: '0', isMet: results.length === 0 ? null : true },
    ratioTarget('T2', 'minimatch', large, { mean: 60, each: 20 }),
    ratioTarget('T2', 'minimatch', linuxLike, { each: 400 }),
    ratioTarget('T3', 'git check-attr', large, { mean: 30 }),
    ratioTarget('T3', 'git check-attr', linuxLike, { each: 150 }),
    atMost('T5', '(tree + resolve) ÷ git ls-files -z', listRatios(results), 1),
    atMost(
      'T6',
      'lookup in a tight loop, ns',
      results.map(({ lookups }) => lookups.tightNs.median),
      1_000,
    ),
    atMost(
      'T6',
      'lookup 1 ms apart, p50, µs',
      results.map(({ lookups }) => lookups.spacedUs.p50),
      25,
    ),
    atMost(
      'T6',
      'lookup 1 ms apart, p99, µs',
      results.map(({ lookups }) => lookups.spacedUs.p99),
      300,
    ),
    atMost(
      'T6',
      'first lookup, ms',
      results.map(({ memory }) => memory.firstLookupMs),
      1,
    ),
    atMost('T7', 'edit, 250–1,500 globs × 4–25 k files, ms', editsOf(medium), 12),
    atMost('T7', 'edit, linux-like, ms', editsOf(linuxLike), 90),
    atMost(
      'T8',
      'kept for a glob, compiled, bytes',
      perGlob(results, ({ rulesBytes }) => rulesBytes),
      1_024,
    ),
    atMost(
      'T8',
      'the same with the folders seen, bytes',
      perGlob(results, ({ rulesBytes, seenBytes }) => rulesBytes + seenBytes),
      1_024,
    ),
    atMost(
      'T8',
      'kept for a file, bytes',
      results.map(({ memory, files }) => memory.treeBytes / files),
      32,
    ),
    atMost(
      'T8',
      'growth after 100 k lookups, MB',
      results.map(({ memory }) => memory.growthBytes / 1e6),
      5,
    ),
    atMost(
      'T9',
      '100 k × 1 M, compile + tree + resolve, ms',
      huge.map((result) => sideOf(result, 'aor')?.ms.median ?? NaN),
      2_000,
    ),
    atMost(
      'T9',
      '100 k × 1 M, kept, MB',
      huge.map(({ memory }) => (memory.rulesBytes + memory.seenBytes + memory.treeBytes) / 1e6),
      150,
    ),
    atMost(
      'T10',
      'first answer of `aor who --stdin`, ms',
      commandLine === null ? [] : [commandLine.firstAnswerMs.median],
      100,
    ),
    throughput(commandLine),
  ];
}

const perGlob = (results: readonly DataResult[], bytesOf: (memory: MemoryFigures) => number): readonly number[] =>
  results.map(({ memory, globs }) => bytesOf(memory) / globs);

/** The first side whose name begins so. */
function sideOf({ matches }: DataResult, name: string): SideResult | undefined {
  return matches.flatMap(({ sides }) => sides).find((side) => side.name === name || side.name.startsWith(`${name} `));
}

/** Each of the values has to be as small as the target; the largest is told. */
function atMost(id: string, what: string, values: readonly number[], most: number): Target {
  const worst = Math.max(...values);
  const isKnown = values.length > 0;
  return {
    ...{ id, what, target: `≤ ${digits(most)}` },
    reached: isKnown ? (values.length === 1 ? digits(worst) : `${digits(Math.min(...values))}–${digits(worst)}`) : '–',
    isMet: isKnown ? worst <= most : null,
  };
}

function ratioTarget(
  id: string,
  peer: string,
  results: readonly DataResult[],
  { mean, each }: { readonly mean?: number; readonly each?: number },
): Target {
  const found = results.flatMap((result) => sideOf(result, peer)?.ratio.median ?? []);
  const target = [mean === undefined ? [] : `mean ≥ ${mean}`, each === undefined ? [] : `each ≥ ${each}`]
    .flat()
    .join(', ');
  const which = mean === undefined ? 'linux-like' : '≥ 200 globs and ≥ 5 k files';
  const what = `${peer} ÷ aor, ${which}`;
  if (found.length === 0) return { id, what, target, reached: '–', isMet: null };
  const [reachedMean, least] = [geometricMean(found), Math.min(...found)];
  return {
    ...{ id, what, target },
    reached:
      found.length === 1 ? digits(least) : `mean ${digits(reachedMean)}, least ${digits(least)} of ${found.length}`,
    isMet: reachedMean >= (mean ?? 0) && least >= (each ?? 0),
  };
}

/** What the tree and the answers take, measured against the list in the same rounds. */
function listRatios(results: readonly DataResult[]): readonly number[] {
  return results.flatMap((result) => {
    const [own, list] = [sideOf(result, 'aor, tree and resolve'), sideOf(result, 'git ls-files')];
    return own === undefined || list === undefined ? [] : own.ms.median / list.ms.median;
  });
}

const editsOf = (results: readonly DataResult[]): readonly number[] =>
  results.flatMap(({ edit }) => edit?.toAnswersMs.median ?? []);

function throughput(figures: CommandLineFigures | null): Target {
  const what = 'paths a second of `aor who --stdin`';
  const reached = figures?.pathsPerSecond.median;
  return {
    ...{ id: 'T10', what, target: '≥ 1 000 000', reached: reached === undefined ? '–' : digits(reached) },
    isMet: reached === undefined ? null : reached >= 1e6,
  };
}
