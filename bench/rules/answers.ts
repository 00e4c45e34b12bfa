/** Answers as numbers, so that those of a million files can be held side by side. */
import type { Aor, Decision, OwnershipFile, PathEntry } from '../../src/core';

/** For each file the number of the entry that decides, −1 where none does. */
export type Answers = Int32Array;

export const nothing = -1;

/** The entries of an ownership file, numbered. */
export interface Entries {
  readonly numberOf: (entry: PathEntry) => number;
  readonly answerOf: (decision: Decision) => number;
  /** For people: whose entry it is and its glob. */
  readonly textOf: (answer: number) => string;
}

/** Numbers every entry that can decide: of all areas, then of `exempt`. */
export function numberEntries(file: OwnershipFile): Entries {
  const entries = [
    ...[...file.aors.values()].flatMap((aor) => aor.paths.map((entry) => ({ entry, aor }))),
    ...file.exempt.flatMap((list) =>
      list.entries.map((entry): { entry: PathEntry; aor: Aor | null } => ({ entry, aor: null })),
    ),
  ];
  const numbers = new Map(entries.map(({ entry }, number) => [entry, number]));
  const numberOf = (entry: PathEntry): number => numbers.get(entry) ?? nothing;
  return {
    numberOf,
    answerOf(decision) {
      if (decision.kind === 'none') return nothing;
      return numberOf(decision.kind === 'exempt' ? decision.entry : decision.winner.entry);
    },
    textOf(answer) {
      const found = entries[answer];
      if (found === undefined) return 'nothing';
      return `${found.aor?.id ?? 'exempt'} by \`${found.entry.glob.text}\``;
    },
  };
}

export interface Difference {
  readonly path: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The first file with two answers, and how many there are; `null`: all agree. `at` says which files `theirs` is about. */
export function differences(
  paths: readonly string[],
  entries: Entries,
  { ours, theirs, at }: { readonly ours: Answers; readonly theirs: Answers; readonly at: readonly number[] | null },
): { readonly first: Difference; readonly count: number } | null {
  if (theirs.length !== (at ?? paths).length) throw new Error('A side has not answered for every file.');
  let count = 0;
  let first: Difference | undefined;
  for (const [position, answer] of theirs.entries()) {
    const file = at === null ? position : (at[position] ?? 0);
    const own = ours[file] ?? nothing;
    if (own === answer) continue;
    count++;
    first ??= { path: paths[file] ?? '', ours: entries.textOf(own), theirs: entries.textOf(answer) };
  }
  return first === undefined ? null : { first, count };
}
