/** What history says about the reviewers of one change. */
import type { Evidence, Knower } from '../suggestion';
import type { Actor, HistoryIndex } from './historyIndex';
import type { Identity } from './identity';
import { standingsAt, type Standing, type Standings } from './standing';

const dayMs = 86_400_000;
const silentAfterMs = 90 * dayMs;

/** Behind everybody who is not silent, however little those did here. */
const silence = -10_000;

/** Evidence from an index, for a change that these people made. */
export function historyEvidence(index: HistoryIndex, authors: readonly Identity[]): Evidence {
  const byAuthors = new Set(authors.map(index.actorOf));
  const known = new Map<string, Standings>();
  const standingsOf = (files: readonly string[]): Standings => {
    const key = files.join('\0');
    const standings = known.get(key) ?? standingsAt(index, files, byAuthors);
    known.set(key, standings);
    return standings;
  };
  return {
    scoreOf(person, requirement) {
      const actor = index.ofPerson(person);
      const score = actor === undefined ? 0 : (standingsOf(requirement.files).of.get(actor)?.score ?? 0);
      return isSilent(index, actor) ? silence + score : score;
    },
    knowersOf: (files) => knowersAmong(index, standingsOf(files), byAuthors),
  };
}

/** How much the people of an index did in these files, and in the folders around where that is little; 0: nothing. */
export function workIn(index: HistoryIndex, files: readonly string[]): (person: string) => number {
  const { of } = standingsAt(index, files, new Set());
  return (person) => {
    const actor = index.ofPerson(person);
    return actor === undefined || isSilent(index, actor) ? 0 : (of.get(actor)?.score ?? 0);
  };
}

/** Whether somebody wrote and reviewed nothing for 90 days, as far as the history reaches. */
export function isSilent({ now, oldest }: HistoryIndex, actor: Actor | undefined): boolean {
  const since = now - silentAfterMs;
  return oldest !== null && oldest <= since && (actor?.lastSeen ?? -Infinity) < since;
}

/** Those who reviewed here, best first; by name and address where history makes no difference, so the answer is one. */
function knowersAmong(index: HistoryIndex, standings: Standings, authors: ReadonlySet<Actor>): readonly Knower[] {
  return [...standings.of.values()]
    .filter(({ actor, reviewed }) => reviewed > 0 && !authors.has(actor) && !isBot(actor))
    .sort((a, b) => rank(index, b) - rank(index, a) || (a.actor.name < b.actor.name ? -1 : 1))
    .map(({ actor, reviewed, reviewedOfAuthors }) => ({
      person: actor.person?.id ?? null,
      name: actor.name,
      ...{ reviewed, of: standings.reviewed, where: standings.where },
      ...{ reviewedOfAuthors, ofAuthors: standings.ofAuthors },
    }));
}

const isBot = ({ person, name }: Actor): boolean => person?.bot ?? name.endsWith('[bot]');

const rank = (index: HistoryIndex, { actor, score }: Standing): number =>
  isSilent(index, actor) ? silence + score : score;
