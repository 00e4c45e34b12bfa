/** Whether a review AOR applies to a change, and to which of its files. */
import type { Aor, ChangeKind } from '../model';
import { lineCount, type ChangedFile } from './change';
import type { ContentTester } from './content';
import type { LinePlace } from './suggestion';

/** A changed file as one review sees it. */
export interface Sight {
  readonly file: ChangedFile;
  /** The path it is listed by. */
  readonly path: string;
  readonly kind: ChangeKind;
}

/** What a review makes of a change. */
export interface Applies {
  /** The files it applies to; none: it does not apply. */
  readonly files: readonly Sight[];
  readonly matches: readonly LinePlace[];
  /** Lines that could not be tried and might have mattered. */
  readonly unchecked: readonly LinePlace[];
}

/**
 * How a file looks to a review whose paths match the new path, the old one, or both: a rename out of its paths is a
 * deletion to it, one into them an addition. `null`: it does not see the file.
 */
export function sightOf(file: ChangedFile, matchesPath: boolean, matchesFrom: boolean): Sight | null {
  const { kind, path, from } = file;
  if (kind !== 'renamed' || from === null) return matchesPath ? { file, path, kind } : null;
  if (matchesPath) return { file, path, kind: matchesFrom ? 'renamed' : 'added' };
  return matchesFrom ? { file, path: from, kind: 'deleted' } : null;
}

const none: Applies = { files: [], matches: [], unchecked: [] };

/** Holds the conditions beyond `paths` against the files a review sees. */
export function* appliesTo(aor: Aor, seen: readonly Sight[], content: ContentTester): Generator<undefined, Applies> {
  const sights = seen.filter(({ kind }) => aor.changes?.includes(kind) !== false);
  const least = aor.minLines ?? 0;
  // Too few lines in all: no line needs to be tried.
  if (linesIn(sights) < least) return none;
  if (aor.content === null) return { ...none, files: sights };

  const matching: Sight[] = [];
  const untried: Sight[] = [];
  const matches: LinePlace[] = [];
  const unchecked: LinePlace[] = [];
  for (const sight of sights) {
    const answer = yield* content.test(sight.file, aor.content);
    if (answer.kind === 'none') continue;
    (answer.kind === 'match' ? matching : untried).push(sight);
    (answer.kind === 'match' ? matches : unchecked).push(answer.place);
  }
  const isEnough = linesIn(matching) >= least;
  return {
    files: isEnough ? matching : [],
    matches: isEnough ? matches : [],
    unchecked: linesIn([...matching, ...untried]) >= least ? unchecked : [],
  };
}

const linesIn = (sights: readonly Sight[]): number => sights.reduce((sum, { file }) => sum + lineCount(file), 0);
