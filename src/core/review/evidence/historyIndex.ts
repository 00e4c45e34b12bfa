/** A year of commits, by who and by where. */
import type { Person } from '../../model';
import { atOnce } from '../../steps';
import { visible } from '../../text/visible';
import type { Identity } from './identity';
import type { HistoryCommit } from './parseLog';
import { noReplyHandle, personFinder } from './people';

/** Somebody who wrote or reviewed: a person of the ownership file, or an address it does not name. */
export interface Actor {
  readonly person: Person | null;
  /** One visible line. */
  readonly name: string;
  /** ms since 1970 of the latest commit they wrote or reviewed. */
  lastSeen: number;
}

/** A commit with the people behind it. Nobody reviews their own. */
export interface IndexedChange {
  readonly time: number;
  /** A merge that only says who reviewed what was merged: its commits count as written, it does not. */
  readonly isMerge: boolean;
  readonly authors: readonly Actor[];
  readonly reviewers: readonly Actor[];
}

/** What evidence looks up. Changes are in the order of the log, newest first. */
export interface HistoryIndex {
  /** The day of the question: ms since 1970, UTC. */
  readonly now: number;
  /** ms since 1970 of the oldest commit that was read; `null`: none. */
  readonly oldest: number | null;
  readonly actorOf: (identity: Identity) => Actor;
  readonly ofPerson: (id: string) => Actor | undefined;
  readonly changes: readonly IndexedChange[];
  /** Numbers of the changes that touch a path, or something beneath a folder; `''` is the whole repository. */
  readonly touching: (path: string) => readonly number[];
  /** Numbers of the reviewed changes that somebody wrote. */
  readonly reviewedOf: (author: Actor) => readonly number[];
}

/** The first commit of a repository can have all its paths. */
const fewPaths = 200;

/** The folder a path is in; `''` at the root; `null` of the root itself. */
export const folderOf = (path: string): string | null =>
  path === '' ? null : path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * Indexes commits for the people of an ownership file. `base` is the folder of that file in the repository (`''` or
 * `a/b`): paths are asked relative to it. Merges count where they carry reviews, as changes of whoever wrote the tip of
 * what was merged.
 */
export const indexHistory = (...of: Parameters<typeof indexHistoryInSteps>): HistoryIndex =>
  atOnce(indexHistoryInSteps(...of));

/** The same in steps of a commit or a few hundred paths, so that the caller can stop or let others work. */
export function* indexHistoryInSteps(
  commits: readonly HistoryCommit[],
  people: Iterable<Person>,
  now: number,
  base = '',
): Generator<undefined, HistoryIndex> {
  const actors = actorBook(people);
  const authorsOf = new Map(commits.map((commit) => [commit.id, [commit.author, ...commit.coAuthors]]));
  const changes: IndexedChange[] = [];
  const byPath = new Map<string, number[]>();
  const byAuthor = new Map<Actor, number[]>();

  for (const commit of commits) {
    yield;
    const isMerge = commit.parents.length > 1;
    if (isMerge && commit.reviewers.length === 0) continue;
    const written = isMerge ? authorsOf.get(commit.parents.at(-1) ?? '') : authorsOf.get(commit.id);
    const authors = [...new Set((written ?? []).map(actors.of))];
    const reviewers = [...new Set(commit.reviewers.map(actors.of))].filter((actor) => !authors.includes(actor));
    for (const actor of [...authors, ...reviewers]) actor.lastSeen = Math.max(actor.lastSeen, commit.time);
    const number = changes.push({ time: commit.time, isMerge, authors, reviewers }) - 1;
    const places = new Set<string>();
    for (const [at, path] of commit.paths.entries()) {
      if (at % fewPaths === fewPaths - 1) yield;
      for (const place of placesOf(path)) {
        // Whatever is above it is there too.
        if (places.has(place)) break;
        places.add(place);
        append(byPath, place, number);
      }
    }
    if (reviewers.length > 0) for (const author of authors) append(byAuthor, author, number);
  }
  return {
    now,
    oldest: commits.reduce<number | null>((oldest, { time }) => Math.min(oldest ?? time, time), null),
    actorOf: actors.of,
    ofPerson: actors.ofPerson,
    changes,
    touching: (path) => byPath.get([base, path].filter((part) => part !== '').join('/')) ?? [],
    reviewedOf: (author) => byAuthor.get(author) ?? [],
  };
}

/** A path and every folder above it, up to the repository. */
function* placesOf(path: string): Generator<string> {
  for (let at: string | null = path; at !== null; at = folderOf(at)) yield at;
}

function append<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}

/** One actor for each person of the file, and one for each address beyond. */
function actorBook(people: Iterable<Person>): Pick<HistoryIndex, 'ofPerson'> & { of: HistoryIndex['actorOf'] } {
  const known = [...people];
  const find = personFinder(known);
  const persons = new Map(
    known.map((person): [string, Actor] => [person.id, { person, name: visible(person.name), lastSeen: -Infinity }]),
  );
  const others = new Map<string, Actor>();
  return {
    ofPerson: (id) => persons.get(id),
    of(identity) {
      const person = persons.get(find(identity) ?? '');
      if (person !== undefined) return person;
      const account = noReplyHandle(identity.email);
      const key = (
        account === null ? identity.email || identity.name : `${account.handle}@${account.host}`
      ).toLowerCase();
      const other = others.get(key) ?? {
        person: null,
        name: visible(identity.name || identity.email),
        lastSeen: -Infinity,
      };
      others.set(key, other);
      return other;
    },
  };
}
