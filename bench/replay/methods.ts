/** Ways of choosing reviewers from a list, to hold the suggestion against. */
import type { Requirement } from '../../src/core';
import type { ListedArea } from '../listed/books';
import type { Replayed } from './replayed';

/** Ids of the people to ask, best first; `count` is how many may be asked. */
export type Method = (change: Replayed, count: number) => readonly string[];

/** The areas of a change with those who can be asked, the area with most files first. */
export function askable({
  areas,
  authors,
}: Replayed): readonly { readonly area: ListedArea; readonly people: readonly string[] }[] {
  return [...areas]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([area]) => ({ area, people: area.people.filter((id) => !authors.has(id)) }))
    .filter(({ people }) => people.length > 0);
}

/** Everybody on the lists. */
export const allListed: Method = (change) => [...new Set(askable(change).flatMap(({ people }) => people))];

/** The first of each list, then the second of each. */
export const firstListed: Method = (change, count) => {
  const lists = askable(change).map(({ people }) => people);
  const longest = Math.max(...lists.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) => lists.flatMap((people) => people[at] ?? [])).flat();
  return [...new Set(inTurn)].slice(0, count);
};

/** Those who wrote most commits of the year, anywhere. */
export const mostActive: Method = (change, count) => {
  const written = new Map<string, number>();
  for (const { authors, isMerge } of change.index.changes)
    for (const { person } of isMerge ? [] : authors)
      if (person !== null) written.set(person.id, (written.get(person.id) ?? 0) + 1);
  return best(allListed(change, count), (id) => written.get(id) ?? 0).slice(0, count);
};

/** Anybody, the same in every run. */
export function seededRandom(seed: number): Method {
  let state = seed;
  const next = (): number => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return (change, count) => best(allListed(change, count), next).slice(0, count);
}

/** The question evidence is asked about an area of the replay. It looks at the files only. */
export const requirementOf = (files: readonly string[]): Requirement => ({ files }) as Requirement;

/** By descending number; equal ones stay in their order. Each is asked for its number once. */
export function best<Item>(items: readonly Item[], number: (item: Item) => number): Item[] {
  return items
    .map((item) => ({ item, by: number(item) }))
    .sort((a, b) => b.by - a.by)
    .map(({ item }) => item);
}
