/** One change of the past, with what was known the moment before. */
import {
  accountsAsWriters,
  historyEvidence,
  indexHistory,
  withReviewers,
  type Evidence,
  type HistoryCommit,
  type HistoryIndex,
  type Identity,
  type Person,
} from '../../src/core';
import type { ListedArea, Listing } from '../listed/books';
import type { ReplayedForge } from './forge';
import { areasOf, loadText, ownershipText } from './ownershipFile';

const yearMs = 365 * 86_400_000;

/** What a way of choosing may look at, and what it is held against. */
export interface Replayed {
  readonly commit: HistoryCommit;
  readonly listing: Listing;
  readonly areas: ReadonlyMap<ListedArea, readonly string[]>;
  /** Ids of the listed people who made the change. */
  readonly authors: ReadonlySet<string>;
  readonly index: HistoryIndex;
  readonly evidence: Evidence;
  /** Ids of the listed people who reviewed it, and the names of all who did. */
  readonly reviewers: ReadonlySet<string>;
  readonly reviewerNames: ReadonlySet<string>;
}

export interface Past {
  /** The commits that a commit reaches, not older than a time in ms, newest first. */
  readonly reachable: (from: string, since: number) => HistoryCommit[];
  readonly commitOf: (id: string) => HistoryCommit | undefined;
  readonly listingAt: (commit: string) => Promise<Listing | null>;
  /** When a change was asked to be reviewed, at the latest: ms since 1970. What was committed later is not looked at. */
  readonly askedAt: (commit: HistoryCommit) => number;
  /** Tells who reviewed, in place of the messages of commits. */
  readonly forge?: ReplayedForge;
}

/**
 * The change with list and history of its parent; `null` where the list names nobody but authors for its paths, or
 * only its authors reviewed it.
 */
export async function replayed(commit: HistoryCommit, past: Past): Promise<Replayed | null> {
  const [parent] = commit.parents;
  const listing = parent === undefined ? null : await past.listingAt(parent);
  if (parent === undefined || listing === null) return null;
  const areas = areasOf(listing, commit.paths);
  const { forge } = past;
  const { people } = await loadText(ownershipText(listing, new Map(), () => [], forge?.accountOf));
  const now = past.askedAt(commit);
  const told = past.reachable(parent, now - yearMs).filter(({ time }) => time <= now);
  const { history, reviewersOf } =
    forge === undefined
      ? { history: told, reviewersOf: (one: HistoryCommit) => Promise.resolve(one.reviewers) }
      : await asOnForge(told, forge, [...people.values()]);
  const index = indexHistory(history, people.values(), now);
  const tip = commit.parents.length > 1 ? past.commitOf(commit.parents.at(-1) ?? '') : commit;
  const writers = tip === undefined ? [] : [tip.author, ...tip.coAuthors];
  const actors = new Set(writers.map(index.actorOf));
  const reviewers = (await reviewersOf(commit)).map(index.actorOf).filter((actor) => !actors.has(actor));
  const authors = new Set([...actors].flatMap(({ person }) => person?.id ?? []));
  const isAnyoneListed = [...areas.keys()].some(({ people: ids }) => ids.some((id) => !authors.has(id)));
  if (!isAnyoneListed || reviewers.length === 0) return null;
  return {
    commit,
    listing,
    areas,
    authors,
    index,
    evidence: historyEvidence(index, writers),
    reviewers: new Set(reviewers.flatMap(({ person }) => person?.id ?? [])),
    reviewerNames: new Set(reviewers.map(({ name }) => name)),
  };
}

interface AsOnForge {
  readonly history: readonly HistoryCommit[];
  /** Who reviewed a commit, as the same people are called there. */
  readonly reviewersOf: (commit: HistoryCommit) => Promise<readonly Identity[]>;
}

/** The history with what the forge tells in place of what messages do, the way a repository without trailers is read. */
async function asOnForge(
  history: readonly HistoryCommit[],
  forge: ReplayedForge,
  people: readonly Person[],
): Promise<AsOnForge> {
  const reviews = await forge.reviewsOf(history, people);
  const plain = history.map((commit) => ({ ...commit, reviewers: [] }));
  const writerOf = accountsAsWriters(plain, reviews);
  const reviewed = plain.map(withReviewers(reviews));
  return {
    history: reviewed.map((commit) => ({ ...commit, reviewers: commit.reviewers.map(writerOf) })),
    async reviewersOf(commit) {
      const [own] = await forge.reviewsOf([commit], people);
      return (own?.reviewers ?? []).map(writerOf);
    },
  };
}
