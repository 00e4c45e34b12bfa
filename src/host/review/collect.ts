/** From a repository to the review of its change. */
import {
  comparePaths,
  decidingFile,
  historyEvidence,
  loadRegexFor,
  peopleOf,
  suggestInSteps,
  type ChoiceMode,
  type Evidence,
  type ForgeFacts,
  type ForgeKind,
  type LoadedOwnership,
  type OwnershipFile,
  type PathChange,
  type SuggestInput,
  type TextReader,
  type Today,
} from '../../core';
import type { ChangeScope, GitChange } from '../../node/change/model';
import { readChange } from '../../node/change/readChange';
import { workTreesAround } from '../../node/workTree';
import { mayRunGit } from '../git';
import { inSlices } from '../slices';
import { pathBelow } from '../paths';
import type { OwnershipFileSetting } from '../settingValues';
import type { PastReviews } from '../forge/pastReviews';
import type { Repository } from '../store';
import type { Histories } from './histories';
import type { ReadyReview, Review } from './review';

export interface Collecting {
  readonly scope: ChangeScope;
  readonly mode: ChoiceMode;
  readonly setting: OwnershipFileSetting | null;
  readonly reader: TextReader;
  /** What hosts of one's own run. */
  readonly hosts: ReadonlyMap<string, ForgeKind>;
  readonly today: Today;
  /** `null`: history is not asked. */
  readonly histories: Histories | null;
  readonly pastReviews: PastReviews;
  /** What the forge said of people for a change, if it was asked. */
  readonly factsFor: (change: GitChange) => ForgeFacts | undefined;
  readonly signal: AbortSignal;
}

/** What can be said before git is asked; `undefined`: it has to be. */
export function reviewWithoutGit(repository: Repository): Review | undefined {
  const { base, state, model } = repository;
  if (state === 'none') return { kind: 'no-file', repository };
  if (model === null) return { kind: 'unreadable', repository };
  if (base.scheme !== 'file') return { kind: 'virtual', repository };
  return mayRunGit(base) ? undefined : { kind: 'untrusted', repository };
}

/**
 * Asks git for the change and works out who should review it. Rejects when the signal aborts, and when something is
 * broken. Never call it where `reviewWithoutGit` has an answer.
 */
export async function collectReview(repository: Repository, collecting: Collecting): Promise<Review> {
  const { base } = repository;
  const { scope, setting, reader, hosts, signal } = collecting;
  if ((await workTreesAround(base.fsPath)).length === 0) return { kind: 'no-work-tree', repository };
  const working = workingFile(repository);
  const reading = await readChange(base.fsPath, {
    ...{ scope, reader, hosts, signal, entry: setting?.path ?? null },
    ...(working === undefined ? {} : { working }),
  });
  if (reading.kind === 'failed') return { kind: 'failed', repository, message: reading.message };
  return suggestFor(repository, reading.change, collecting);
}

async function suggestFor(repository: Repository, change: GitChange, collecting: Collecting): Promise<Review> {
  const { scope, mode, today, signal } = collecting;
  const [base, fork, head] = [change.ownership.base, change.ownership.fork, change.ownership.head].map(fileIn);
  const files = { base: base ?? null, fork: fork ?? null, head: head ?? null };
  const file = decidingFile(files);
  if (file === null) return { kind: 'no-file', repository };
  const input: SuggestInput = {
    ...{ ...files, change, mode, today },
    authors: new Set(peopleOf(file, change.authors)),
    busy: new Set<string>(),
    regex: await loadRegexFor(files.base, files.head),
    evidence: evidenceFor(repository, change, file, collecting),
    forge: collecting.factsFor(change),
  };
  const suggestion = await inSlices(suggestInSteps(input), signal);
  signal.throwIfAborted();
  // Only a signal ends it early.
  if (suggestion === undefined) return { kind: 'reading', repository };
  const moves = movesOf(repository, change, today);
  return { kind: 'ready', repository, scope, change, file, baseFile: baseFileOf(change), input, suggestion, moves };
}

/** The review with what the forge says of people; git is not asked. */
export async function suggestAgain(review: ReadyReview, forge: ForgeFacts | undefined): Promise<ReadyReview> {
  const input: SuggestInput = { ...review.input, forge };
  return { ...review, input, suggestion: await inSlices(suggestInSteps(input)) };
}

/** What history says so far. Where it is being read, the review is made again once it is there. */
function evidenceFor(
  repository: Repository,
  change: GitChange,
  { people }: OwnershipFile,
  { histories, pastReviews }: Collecting,
): Evidence | undefined {
  const commit = change.base?.commit ?? change.head.commit;
  if (histories === null || commit === null || change.files.length === 0) return undefined;
  const index = histories.at({
    ...{ folder: repository.base.fsPath, commit, people },
    reviews: (signal) => pastReviews({ repository, change, people }, signal),
  });
  return index == null ? undefined : historyEvidence(index, change.authors);
}

function movesOf({ model }: Repository, { files }: GitChange, today: Today): readonly PathChange[] {
  const pairs = files.flatMap(({ path, from }) => (from === null || from === path ? [] : [{ path, from }]));
  return [...comparePaths(model, model, pairs, today)].filter((change) => change !== null);
}

const fileIn = (loaded: LoadedOwnership | null): OwnershipFile | null =>
  loaded?.kind === 'loaded' ? loaded.file : null;

function baseFileOf({ base, ownership }: GitChange): ReadyReview['baseFile'] {
  if (base === null || ownership.base === null) return 'no-base';
  if (ownership.base.kind === 'none') return 'none';
  return ownership.base.kind === 'loaded' ? 'decides' : 'has-errors';
}

/** The working tree's file as the editor has it, unsaved edits included; while it has errors, the last good one. */
function workingFile({ base, entry, model, sources, problems }: Repository): LoadedOwnership | undefined {
  const path = entry === null ? undefined : pathBelow(base, entry);
  return model === null || path === undefined
    ? undefined
    : { kind: 'loaded', file: model.file, entry: path, sources, problems };
}
