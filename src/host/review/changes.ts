/** The current change of each repository with who should review it, kept as it is now. */
import { EventEmitter, workspace, type Event, type LogOutputChannel, type Memento } from 'vscode';
import type { ForgeFacts, HistoryIndex, TextReader, Today } from '../../core';
import type { ChangeScope, GitChange } from '../../node/change/model';
import { createBag, debounced, type Disposable } from '../disposables';
import { errorText } from '../errors';
import type { Accounts } from '../forge/accounts';
import { createPastReviews } from '../forge/pastReviews';
import { keyOf, pathBelow } from '../paths';
import { forgesOf } from '../settingValues';
import type { Settings } from '../settings';
import type { Repository, Store } from '../store';
import { collectReview, reviewWithoutGit, suggestAgain } from './collect';
import type { GitExtension } from './gitExtension';
import { createHistories } from './histories';
import type { ReadyReview, Review } from './review';

/** The changes at hand, observable. */
export interface Changes {
  /** A review is another one now, or looking at one began or ended. */
  readonly onDidChange: Event<void>;
  /** One for each repository with an ownership file; where none has one, that of the first repository. */
  readonly reviews: readonly Review[];
  /** Whether git is being asked. */
  readonly isReading: boolean;
  /** Which part of the work is looked at; remembered for the workspace. */
  readonly scope: ChangeScope;
  setScope(scope: ChangeScope): Promise<void>;
  /** What history says, as far as it was read for the changes of a repository; `null`: nothing. */
  historyOf(repository: Repository): HistoryIndex | null;
  /**
   * Takes what a forge says of people, as long as the repository stays on its branch; `undefined`: nothing any more. Resolves
   * once the suggestion goes by it. Git is not asked.
   */
  learn(review: ReadyReview, facts: ForgeFacts | undefined): Promise<void>;
  /** Looks again, at once. */
  refresh(): void;
  /** Resolves once everything is as it is now; what was only about to be looked at is looked at first. Never rejects. */
  whenRead(): Promise<void>;
  /** Resolves once nothing is being looked at. Never rejects. */
  whenSettled(): Promise<void>;
}

export interface ChangesContext {
  readonly store: Store;
  readonly settings: Settings;
  readonly memory: Memento;
  readonly log: LogOutputChannel;
  readonly today: () => Today;
  readonly reader: TextReader;
  readonly git: GitExtension;
  readonly accounts: Accounts;
}

const debounceMs = 400;
/** Whoever types in an ownership file pauses longer between two thoughts, and each look starts a dozen git processes. */
const modelDebounceMs = 1500;
const scopeKey = 'review.scope';
const scopes: readonly ChangeScope[] = ['branch', 'staged', 'workingTree'];

/** Looks at nothing before the ownership files have been read; then whenever git, a save or a setting gives reason to. */
export function createChanges(context: ChangesContext): Changes & Disposable {
  const { store, settings, memory, log, today, reader, git, accounts } = context;
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  const histories = bag.add(createHistories(log));
  const pastReviews = createPastReviews(accounts, settings);
  let reviews: readonly Review[] = [];
  let running: AbortController | undefined;
  let current: Promise<void> = Promise.resolve();
  let seenModels: readonly unknown[] = [];
  const learned = new Map<string, Learned>();

  const scopeNow = (): ChangeScope => scopes.find((scope) => scope === memory.get(scopeKey)) ?? 'branch';

  function factsFor({ base }: Repository, change: GitChange): ForgeFacts | undefined {
    const found = learned.get(keyOf(base));
    return found?.work === workOf(change) ? found.facts : undefined;
  }

  async function read(repository: Repository, { signal }: AbortController): Promise<Review> {
    const setting = settings.ownershipFile(repository.base);
    const mode = settings.get('review.choice', repository.base) === 'lean' ? 'lean' : 'accountable';
    const asked = settings.get('review.history', repository.base) ? histories : null;
    try {
      return await collectReview(repository, {
        ...{ scope: scopeNow(), mode, setting, reader, today: today() },
        hosts: forgesOf(settings.get('forges', repository.base)),
        ...{ histories: asked, pastReviews, signal },
        factsFor: (change) => factsFor(repository, change),
      });
    } catch (error) {
      if (!signal.aborted) log.error(`Review of ${repository.base.toString()}: ${errorText(error)}`);
      return { kind: 'failed', repository, message: 'The change could not be looked at; the log says why.' };
    }
  }

  async function readAll(controller: AbortController): Promise<void> {
    const isOver = (): boolean => controller.signal.aborted;
    await store.ready;
    if (isOver()) return;
    const before = new Map(reviews.map((review) => [keyOf(review.repository.base), review]));
    const now = watched(store.repositories).map((repository) => ({ repository, known: reviewWithoutGit(repository) }));
    // What was known is shown until it is known anew.
    publish(
      now.map(({ repository, known }) => known ?? stillTrue(before, repository) ?? { kind: 'reading', repository }),
    );
    const found = await Promise.all(
      now.map(({ repository, known }) => (known === undefined ? read(repository, controller) : Promise.resolve(known))),
    );
    if (isOver()) return;
    running = undefined;
    publish(found);
  }

  function publish(next: readonly Review[]): void {
    reviews = next;
    changed.fire();
  }

  function start(): void {
    soon.dispose();
    later.dispose();
    running?.abort();
    const controller = new AbortController();
    running = controller;
    current = readAll(controller);
    current.catch((error: unknown) => log.error(`Review: ${errorText(error)}`));
  }

  const soon = bag.add(debounced(debounceMs, start));
  const later = bag.add(debounced(modelDebounceMs, start));
  bag.add({ dispose: () => running?.abort() });
  bag.add(git.onDidChange(soon.schedule));
  bag.add(histories.onDidRead(soon.schedule));
  bag.add(
    accounts.onDidChange(() => {
      histories.retry();
      soon.schedule();
    }),
  );
  bag.add(
    settings.onDidChange(({ affects }) => (affects('review.choice') || affects('review.history')) && soon.schedule()),
  );
  bag.add(workspace.onDidSaveTextDocument(({ uri }) => isWatched(uri) && soon.schedule()));
  bag.add(workspace.onDidGrantWorkspaceTrust(soon.schedule));
  bag.add(
    store.onDidChange(() => {
      // The store also tells what was counted in the tree, which changes no review.
      const models = modelsOf(store.repositories);
      if (!isSame(models, seenModels)) later.schedule();
      seenModels = models;
    }),
  );
  start();

  return {
    onDidChange: changed.event,
    get reviews() {
      return reviews;
    },
    get isReading() {
      return running !== undefined;
    },
    get scope() {
      return scopeNow();
    },
    async setScope(scope) {
      await memory.update(scopeKey, scope);
      start();
    },
    historyOf: ({ base }) => (settings.get('review.history', base) ? histories.known(base.fsPath) : null),
    async learn({ repository, change }, facts) {
      const key = keyOf(repository.base);
      learned.set(key, { work: workOf(change), facts });
      // What is being looked at may have begun without; whatever begins from now on has it.
      await settled();
      const now = reviews.find((review) => keyOf(review.repository.base) === key);
      if (now?.kind !== 'ready' || factsFor(now.repository, now.change) === now.input.forge) return;
      const next = await suggestAgain(now, factsFor(now.repository, now.change));
      if (reviews.includes(now)) publish(reviews.map((review) => (review === now ? next : review)));
    },
    refresh: start,
    whenRead() {
      soon.flush();
      later.flush();
      return settled();
    },
    whenSettled: settled,
    dispose: () => bag.dispose(),
  };

  async function settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== current;) {
      seen = current;
      await seen.catch(() => undefined);
    }
  }

  function isWatched(uri: Repository['base']): boolean {
    return store.repositories.some(({ base }) => pathBelow(base, uri) !== undefined);
  }
}

interface Learned {
  /** What it was said of. */
  readonly work: string;
  readonly facts: ForgeFacts | undefined;
}

const workOf = ({ head, base }: GitChange): string => JSON.stringify([head.branch, base?.ref ?? null]);

function watched(repositories: readonly Repository[]): readonly Repository[] {
  const withFile = repositories.filter(({ state }) => state !== 'none');
  return withFile.length > 0 ? withFile : repositories.slice(0, 1);
}

const stillTrue = (before: ReadonlyMap<string, Review>, repository: Repository): Review | undefined => {
  const review = before.get(keyOf(repository.base));
  return review?.kind === 'ready' || review?.kind === 'failed' ? review : undefined;
};

/** What reviews are made from: another list whenever a repository has another model or state. */
const modelsOf = (repositories: readonly Repository[]): readonly unknown[] =>
  repositories.flatMap(({ base, state, model }) => [keyOf(base), state, model]);

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);
