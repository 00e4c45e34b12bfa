/** Random ownership files, each held against a naive evaluation on random paths, through every way to ask the index. */
import type { AorOf } from './fileOf';
import { fileOf } from './fileOf';
import { naiveIndex, type NaiveAnswer, type NaiveEntry, type NaiveFile } from './naive';
import { randomFrom, type Random } from './random';
import { analyseTree, compileRules, type Decision, type Explanation } from '../../../src/core/rules';
import { parseGlob } from '../../../src/core/rules/glob';
import { atOnce } from '../../../src/core/steps';
import { treeOfPaths } from '../../../src/core/tree/readTree';

export interface FuzzResult {
  /** How many answers were compared. */
  readonly lookups: number;
  /** The first difference, with all that is needed to see it again; `null`: there is none. */
  readonly difference: string | null;
}

/** Compares at least so many answers, or up to the first difference. */
export function fuzz(seed: number, lookups: number): FuzzResult {
  let compared = 0;
  for (let round = 0; compared < lookups; round++) {
    const random = randomFrom(seed + round * 7_919);
    const file = randomFile(random);
    const paths = [...new Set(Array.from({ length: pathsAFile }, () => randomPath(random, file)))];
    const found = differenceOn(file, paths);
    if (found !== null)
      return { lookups: compared, difference: `seed ${seed}, round ${round}: ${found}\n${JSON.stringify(file)}` };
    compared += paths.length * waysToAsk;
  }
  return { lookups: compared, difference: null };
}

const pathsAFile = 60;

/** `decide`, `explain`, the two for a whole tree. */
const waysToAsk = 4;

function differenceOn(naive: NaiveFile, paths: readonly string[]): string | null {
  const expected = paths.map(naiveIndex(naive));
  const file = fileOf(
    Object.fromEntries(
      naive.aors.map(({ id, kind, base, paths }): [string, AorOf] => [
        id,
        { kind, base, ...(paths === null ? {} : { paths }) },
      ]),
    ),
    naive.exempt.map(({ base, entries }) => ({ base, globs: entries.map(({ glob }) => glob) })),
  );
  const index = compileRules(file);
  const tree = treeOfPaths(paths);
  const explained: Explanation[] = [];
  atOnce(index.explainTree(tree, (at, explanation) => (explained[at] = explanation)));
  const { decisions, numbers } = atOnce(index.decideTree(tree));
  for (const [at, path] of paths.entries()) {
    const wanted = expected[at];
    const inTree = explained[at];
    const decided = decisions[numbers[at] ?? -1];
    if (wanted === undefined || inTree === undefined || decided === undefined) return `${path} has no answer`;
    const ways: readonly [string, string, string][] = [
      ['decide', wanted.decision, inWords(index.decide(path))],
      ['decideTree', wanted.decision, inWords(decided)],
      ['explain', JSON.stringify(wanted), JSON.stringify(answerOf(index.explain(path)))],
      ['explainTree', JSON.stringify(wanted), JSON.stringify(answerOf(inTree))],
    ];
    for (const [way, want, got] of ways)
      if (want !== got) return `${way} of ${JSON.stringify(path)} is ${got}, not ${want}`;
  }
  const counted = atOnce(analyseTree(file, index, tree)).entries.map(
    ({ entry, matches, decides }) => `${entry.at.start} ${matches} ${decides}`,
  );
  const wantedCounts = countsOf(naive, expected);
  return counted.join() === wantedCounts.join() ? null : `the counts are ${counted.join()}, not ${wantedCounts.join()}`;
}

function inWords(decision: Decision): string {
  if (decision.kind === 'area') return `area ${decision.winner.aor.id} ${decision.winner.entry.at.start}`;
  return decision.kind === 'exempt' ? `exempt ${decision.entry.at.start}` : 'none';
}

const answerOf = ({ decision, also, reviews, conditional, matching }: Explanation): NaiveAnswer => ({
  decision: inWords(decision),
  also: also.map(
    ({ aor, entry, lost }) =>
      `${aor.id} ${entry.at.start} ${lost.kind === 'segment' ? `segment ${lost.number}` : lost.kind}`,
  ),
  reviews: [...reviews, ...conditional.map(({ aor }) => aor)].map(({ id }) => id),
  matching: matching.map(({ at }) => at.start),
});

/** What each entry matches and decides, in order of definition. */
function countsOf({ aors, exempt }: NaiveFile, answers: readonly NaiveAnswer[]): readonly string[] {
  const entries = [...aors.map(({ paths }) => paths ?? []), ...exempt.map((list) => list.entries)].flat();
  return entries.map(({ line }) => {
    const matches = answers.filter(({ matching }) => matching.includes(line)).length;
    const decides = answers.filter(({ decision }) => decision.endsWith(` ${line}`)).length;
    return `${line} ${matches} ${decides}`;
  });
}

/** As they occur, and as they are meant to trip an index: units that share their last five bits, characters of several bytes. */
const names = [
  'a',
  'b',
  'ab',
  'a.ts',
  'b.md',
  '.a',
  'é',
  'aé',
  'éa',
  '日本',
  '本.ts',
  '😀',
  '😀a',
  '[a]',
  '(b)',
  '{a,b}',
].concat(['*x', 'a b', 'A', '!', 'gen', 'src', 'lib', '__proto__', 'constructor', 'a-much-longer-name.test.ts', '\\']);
const wildcards = [
  '*',
  '*',
  '**',
  '**',
  '?',
  'a*',
  '*.ts',
  '*é',
  'é*',
  '?*',
  '*b*',
  'a?',
  '*a*b*',
  '日*',
  '*本*',
  '*😀',
  '?.ts',
  '*e*.test.ts',
];

const escaped = (name: string): string => name.replace(/[\\*?{},!([\]]/g, '\\$&');

function randomGlob(random: Random): string {
  const segment = (): string => {
    if (random.chance(0.08)) return `{${segment()},${random.chance(0.2) ? '' : segment()}}`;
    return random.chance(0.45) ? random.of(wildcards) : escaped(random.of(names));
  };
  const segments = Array.from({ length: 1 + random.below(4) }, segment);
  const text = segments.join('/');
  return `${random.chance(0.05) ? '/' : ''}${text}${random.chance(0.2) ? '/' : ''}`;
}

function randomFile(random: Random): NaiveFile {
  let line = 0;
  const entries = (most: number, mayHavePriority: boolean): NaiveEntry[] =>
    Array.from({ length: random.below(most + 1) }, () => ({
      glob: (random.chance(0.2) ? '!' : '') + goodGlob(random),
      priority: mayHavePriority && random.chance(0.1) ? random.below(5) - 2 : 0,
      line: ++line,
    }));
  const bases = ['', '', '', 'a', 'src', '[a]/é'];
  const ids = ['a', 'b', 'b-c', 'b0', 'b_c', 'c', 'constructor', 'd', 'e', 'f', 'g', 'h'].slice(
    0,
    1 + random.below(12),
  );
  return {
    aors: ids.map((id) => {
      const kind = random.chance(0.2) ? ('review' as const) : ('area' as const);
      const paths = kind === 'review' && random.chance(0.2) ? null : entries(5, true);
      return { id, kind, base: random.of(bases), paths };
    }),
    exempt: Array.from({ length: random.below(3) }, () => ({ base: random.of(bases), entries: entries(2, false) })),
  };
}

function goodGlob(random: Random): string {
  for (;;) {
    const glob = randomGlob(random);
    const read = parseGlob(glob, '');
    if (read.kind === 'glob' && !read.glob.exclude) return glob;
  }
}

function randomPath(random: Random, { aors, exempt }: NaiveFile): string {
  const all = [...aors.map(({ base, paths }) => ({ base, entries: paths ?? [] })), ...exempt].filter(
    ({ entries }) => entries.length > 0,
  );
  if (all.length === 0 || random.chance(0.3))
    return Array.from({ length: 1 + random.below(6) }, () => random.of(names)).join('/');
  // Most paths are such that some glob has to do with them.
  const { base, entries } = random.of(all);
  const like = random
    .of(entries)
    .glob.replace(/^!?\/?/, '')
    .replace(/\{((?:\\.|[^{}\\])*)\}/g, (_, inside: string) => random.of(inside.split(/(?<!\\),/)))
    .split('/')
    .flatMap((segment) => {
      if (segment === '**') return Array.from({ length: random.below(3) }, () => random.of(names));
      const name = segment.replace(/(?<!\\)[*?]/g, (mark) =>
        mark === '?' ? random.of(['a', 'é', '😀']) : random.of(['', 'a', '日', 'b']),
      );
      return [name.replace(/\\(.)/gsu, '$1')];
    });
  const more = random.chance(0.3) ? [random.of(names)] : [];
  const path = [...(base === '' ? [] : base.split('/')), ...like, ...more].filter(
    (name) => name !== '' && !/^\.{1,2}$/.test(name),
  );
  return path.length === 0 ? random.of(names) : path.join('/');
}
