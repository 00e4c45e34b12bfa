/** How people stand to the touched paths of one requirement. */
import type { Knower } from '../suggestion';
import type { Actor, HistoryIndex, IndexedChange } from './historyIndex';
import { folderOf } from './historyIndex';

/** What one person did where the requirement is. */
export interface Standing {
  readonly actor: Actor;
  readonly reviewed: number;
  readonly wrote: number;
  readonly reviewedOfAuthors: number;
  /** Share of reviews + ½ share of written changes + familiarity with the authors, in thousandths: 0 to 2,500. */
  readonly score: number;
}

/** Everybody's standing. */
export interface Standings {
  /** How many changes here were reviewed, and how many written: what the counts are out of. */
  readonly reviewed: number;
  readonly written: number;
  readonly ofAuthors: number;
  /** How far around the paths was looked. */
  readonly where: Knower['where'];
  readonly of: ReadonlyMap<Actor, Standing>;
}

/**
 * Fewer reviewed changes than this say too little: then those of the folders around count. Replayed, anything from 5 to
 * 12 chose equally well.
 */
const enough = 8;

/** The standing of everybody who wrote or reviewed near the paths, or reviewed the authors before. */
export function standingsAt(index: HistoryIndex, paths: readonly string[], authors: ReadonlySet<Actor>): Standings {
  const { where, changes: here } = changesAt(index, paths);
  const reviewedHere = here.filter(({ reviewers }) => reviewers.length > 0);
  const writtenHere = here.filter(({ isMerge }) => !isMerge);
  const ofAuthors = changesOf(
    index,
    [...authors].flatMap((author) => index.reviewedOf(author)),
  );
  const reviewed = count(reviewedHere, ({ reviewers }) => reviewers);
  const wrote = count(writtenHere, (change) => change.authors);
  const familiar = count(ofAuthors, ({ reviewers }) => reviewers);
  const standing = (actor: Actor): Standing => {
    const [reviews, changes, before] = [reviewed, wrote, familiar].map((counts) => counts.get(actor) ?? 0) as [
      number,
      number,
      number,
    ];
    const score =
      share(reviews, reviewedHere.length) + share(changes, writtenHere.length) / 2 + share(before, ofAuthors.length);
    return { actor, reviewed: reviews, wrote: changes, reviewedOfAuthors: before, score: Math.round(1000 * score) };
  };
  const actors = new Set([...reviewed.keys(), ...wrote.keys(), ...familiar.keys()]);
  return {
    reviewed: reviewedHere.length,
    written: writtenHere.length,
    ofAuthors: ofAuthors.length,
    where,
    of: new Map([...actors].map((actor) => [actor, standing(actor)])),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

interface Around {
  readonly where: Knower['where'];
  readonly changes: readonly IndexedChange[];
}

/** The changes that touch the paths; where too few of them were reviewed, those of the folders around, and so on up. */
function changesAt(index: HistoryIndex, paths: readonly string[]): Around {
  let places = new Set(paths);
  for (let where: Knower['where'] = 'here'; ; where = places.has('') ? 'anywhere' : 'around') {
    const found = changesOf(
      index,
      [...places].flatMap((place) => index.touching(place)),
    );
    if (found.filter(({ reviewers }) => reviewers.length > 0).length >= enough || places.has('') || places.size === 0)
      return { where, changes: found };
    places = new Set([...places].map((place) => folderOf(place) ?? ''));
  }
}

/** Each change once, newest first. */
const changesOf = (index: HistoryIndex, numbers: readonly number[]): readonly IndexedChange[] =>
  [...new Set(numbers)].sort((a, b) => a - b).flatMap((number) => index.changes[number] ?? []);

function count(
  changes: readonly IndexedChange[],
  who: (change: IndexedChange) => readonly Actor[],
): Map<Actor, number> {
  const counts = new Map<Actor, number>();
  for (const change of changes) for (const actor of who(change)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return counts;
}
