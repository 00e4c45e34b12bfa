/** One data set and all who answer for it: first whether they agree, then how long they take. */
import { differences, numberEntries, type Difference, type Entries } from './answers';
import { commonPart, isCommonWithAttributes, isCommonWithCodeowners, type IsCommon } from './common';
import { globsOf, type DataSet } from './dataSet';
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

/** More pairs of a rule and a file than these are too many for peers that loop over rules. */
const mostPairs = 1e10;

/** Gathers the sides of a data set. Needs git. */
export function contestOf(data: DataSet, pace: Pace): Contest {
  const entries = numberEntries(data.file);
  const fixture = gitFixture(data);
  const attributes = commonDialect(data, entries, ['git', isCommonWithAttributes], (part) => [
    attributesSide(fixture, part, entries, pace),
  ]);
  const codeowners = (): Match =>
    commonDialect(data, entries, ['CODEOWNERS', isCommonWithCodeowners(data.paths)], (part) =>
      codeownersSides(part, entries, pace),
    );
  const matches = [
    wholeDialect(data, entries, fixture, pace),
    attributes,
    ...(isBeyondLoops(data) ? [] : [codeowners()]),
  ];
  return { entries, matches, dispose: () => fixture.dispose() };
}

/** Whether a loop over the rules is too slow to be timed in rounds. */
export const isBeyondLoops = ({ globs, paths }: DataSet): boolean => globs.length * paths.length > mostPairs;

function wholeDialect(data: DataSet, entries: Entries, fixture: GitFixture, pace: Pace): Match {
  const loops = [minimatchSide, ...(isBeyondLoops(data) ? [] : [picomatchSide])].map((side) =>
    side(data, entries, pace),
  );
  const timed = [coldTreeSide(data, entries), warmSide(data, entries), listSide(fixture)];
  return {
    title: 'all rules',
    data,
    ours: wholeSide(data, entries),
    checked: [...otherEntryPoints(data, entries), ...(isBeyondLoops(data) ? loops : [])],
    timed: isBeyondLoops(data) ? timed : [...timed, ...loops],
  };
}

function commonDialect(
  all: DataSet,
  entries: Entries,
  [format, isCommon]: readonly [string, IsCommon],
  peersOn: (part: DataSet) => readonly Side[],
): Match {
  const file = commonPart(all.file, isCommon);
  const part = { ...all, file, globs: globsOf(file) };
  const peers = peersOn(part);
  return {
    title: `the ${part.globs.length} of ${all.globs.length} globs that ${format} has too`,
    data: part,
    ours: wholeSide(part, entries),
    checked: isBeyondLoops(all) ? peers : [],
    timed: isBeyondLoops(all) ? [] : peers,
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
