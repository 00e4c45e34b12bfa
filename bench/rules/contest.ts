/** One data set and all who answer for it: first whether they agree, then how long they take. */
import { differences, numberEntries, type Difference, type Entries } from './answers';
import { commonPart, isCommonWithAttributes, isCommonWithCodeowners } from './common';
import type { DataSet } from './dataSet';
import { codeownersSides } from './sides/codeowners';
import { attributesSide, gitFixture, listSide, type GitFixture } from './sides/git';
import { minimatchSide, picomatchSide } from './sides/matchers';
import { coldTreeSide, otherEntryPoints, warmSide, wholeSide } from './sides/ours';
import type { Pace, Side } from './sides/side';

/** Sides that answer for the same rules; the first is ours, and what the others are held against. */
export interface Match {
  readonly title: string;
  readonly data: DataSet;
  readonly ours: Side;
  /** Compared, not timed. */
  readonly checked: readonly Side[];
  /** Compared, then timed. */
  readonly timed: readonly Side[];
}

export interface Contest {
  readonly entries: Entries;
  readonly matches: readonly Match[];
  dispose(): void;
}

/** More pairs of a rule and a file than these are too many for loops over rules. */
const mostPairs = 1e10;

/** The libraries for CODEOWNERS take milliseconds for each lookup where there are more rules than these. */
const mostForLibraries = 500;

/** Gathers the sides of a data set. Needs git. */
export function contestOf(data: DataSet, pace: Pace): Contest {
  const entries = numberEntries(data.file);
  const fixture = gitFixture(data);
  const isLoopable = data.globs.length * data.paths.length <= mostPairs;
  const forGit = commonPart(data, isCommonWithAttributes);
  const matches = [
    wholeDialect(data, entries, fixture, { pace, isLoopable }),
    commonDialect('git', { all: data, part: forGit, entries, isTimed: isLoopable }, [
      attributesSide(fixture, forGit, entries, pace),
    ]),
    ...(isLoopable ? [codeownersDialect(data, entries, pace)] : []),
  ];
  return { entries, matches, dispose: () => fixture.dispose() };
}

function wholeDialect(
  data: DataSet,
  entries: Entries,
  fixture: GitFixture,
  { pace, isLoopable }: { readonly pace: Pace; readonly isLoopable: boolean },
): Match {
  const minimatch = minimatchSide(data, entries, pace);
  const timed = [coldTreeSide(data, entries), warmSide(data, entries), listSide(fixture)];
  return {
    title: 'all rules',
    data,
    ours: wholeSide(data, entries),
    checked: [...otherEntryPoints(data, entries), ...(isLoopable ? [] : [minimatch])],
    timed: isLoopable ? [...timed, minimatch, picomatchSide(data, entries, pace)] : timed,
  };
}

function codeownersDialect(all: DataSet, entries: Entries, pace: Pace): Match {
  const part = commonPart(all, isCommonWithCodeowners(all.paths));
  // A ratio for a few rules of many would say nothing.
  const isTimed = part.globs.length <= mostForLibraries && part.globs.length > all.globs.length / 4;
  return commonDialect('CODEOWNERS', { all, part, entries, isTimed }, codeownersSides(part, entries, pace));
}

function commonDialect(
  format: string,
  rules: { readonly all: DataSet; readonly part: DataSet; readonly entries: Entries; readonly isTimed: boolean },
  peers: readonly Side[],
): Match {
  const { all, part, entries, isTimed } = rules;
  return {
    title: `the ${part.globs.length} of ${all.globs.length} globs that ${format} has too`,
    data: part,
    ours: wholeSide(part, entries),
    checked: isTimed ? [] : peers,
    timed: isTimed ? peers : [],
  };
}

export interface Disagreement extends Difference {
  readonly side: string;
  readonly count: number;
}

/** Where a side answers otherwise than ours, each side's first file. */
export function disagreements({ data, ours, checked, timed }: Match, entries: Entries): readonly Disagreement[] {
  const reference = answersOf(ours);
  if (reference === null) throw new Error('Our side gives no answers.');
  return [...checked, ...timed].flatMap((side) => {
    const theirs = answersOf(side);
    if (theirs === null) return [];
    const found = differences(data.paths, entries, { ours: reference, theirs, at: side.at });
    return found === null ? [] : [{ side: side.name, count: found.count, ...found.first }];
  });
}

function answersOf(side: Side) {
  const turn = side.prepare();
  turn.run();
  return turn.answers();
}
