/** Everything that is measured on one data set. */
import type { DataOrigin, DataSet } from './dataSet';
import { contestOf, disagreements, type Disagreement, type Match } from './contest';
import { editFigures, type EditFigures } from './edit';
import { lookupFigures, type LookupFigures } from './lookups';
import { memoryFigures, type MemoryFigures } from './memory';
import { playRounds, ratiosOf, spreadOf, type RoundOptions, type Spread } from './rounds';
import { shapesOf, type Shapes } from './shapes';
import { paces, type Side } from './sides/side';

export interface SideResult {
  readonly name: string;
  readonly clock: string;
  /** How many files it was asked about; the times are for all. */
  readonly asked: number;
  readonly ms: Spread;
  /** Its time ÷ ours, round by round. */
  readonly ratio: Spread;
  /** Its least time ÷ our least time: what is left of the ratio when a busy machine disturbs everybody. */
  readonly leastRatio: number;
}

export interface MatchResult {
  readonly title: string;
  readonly sides: readonly SideResult[];
  /** Sides that were compared but are too slow to be timed, and the entry points that need no time. */
  readonly onlyCompared: readonly { readonly name: string; readonly asked: number }[];
}

export interface DataResult {
  readonly name: string;
  readonly origin: DataOrigin;
  readonly globs: number;
  readonly files: number;
  /** Whether the rules are a text, or more than an ownership file may have. */
  readonly hasText: boolean;
  readonly shapes: Shapes;
  readonly matches: readonly MatchResult[];
  readonly lookups: LookupFigures;
  readonly edit: EditFigures | null;
  readonly memory: MemoryFigures;
}

/** Compares all answers. With `options`, and where nobody disagrees, everything is then measured. */
export async function resultOf(
  data: DataSet,
  options: RoundOptions | null,
): Promise<{ readonly disagreements: readonly Disagreement[]; readonly result: DataResult | null }> {
  const contest = contestOf(data, options === null ? paces.short : paces.measured);
  try {
    const found = contest.matches.flatMap((match) => disagreements(match, contest.entries));
    if (found.length > 0 || options === null) return { disagreements: found, result: null };
    const matches = contest.matches.map((match) => matchResult(match, options));
    return { disagreements: [], result: { ...headOf(data), matches, ...(await figuresOf(data, options)) } };
  } finally {
    contest.dispose();
  }
}

const headOf = ({ name, origin, globs, paths, text }: DataSet) => ({
  ...{ name, origin, globs: globs.length, files: paths.length, hasText: text !== null },
  shapes: shapesOf(globs, paths),
});

/** What is too large for a text takes minutes to be made, so it is made once. */
const memoryRounds = (data: DataSet): number => (data.text === null ? 1 : 3);

const figuresOf = async (data: DataSet, { rounds }: RoundOptions) => ({
  lookups: lookupFigures(data, rounds),
  edit: await editFigures(data, rounds),
  memory: await memoryFigures(data.origin, memoryRounds(data)),
});

function matchResult(match: Match, options: RoundOptions): MatchResult {
  const files = match.data.paths.length;
  const asked = ({ at }: Side): number => at?.length ?? files;
  const played = playRounds(match.ours, match.timed, options);
  const ours = spreadOf((played.get(match.ours) ?? []).map(({ ms }) => ms));
  return {
    title: match.title,
    sides: [...played].map(([side, rounds]) => {
      const ms = spreadOf(rounds.map((round) => round.ms));
      const { name, clock } = side;
      return { name, clock, asked: asked(side), ms, ratio: ratiosOf(rounds), leastRatio: ms.least / ours.least };
    }),
    onlyCompared: match.checked.map((side) => ({ name: side.name, asked: asked(side) })),
  };
}
