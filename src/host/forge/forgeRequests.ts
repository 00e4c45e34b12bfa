/**
 * The open request of each change at hand, as its forge last said, and what that makes of the suggestion. Only where the user is signed in, and never while
 * somebody waits: a change of branch or commit, a sign-in and *Refresh* are the reasons to look.
 */
import { EventEmitter, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { ForgeFacts } from '../../core';
import { canConnect, failureText, ForgeError, type ForgeClient } from '../../forges';
import { createBag, debounced, type Disposable } from '../disposables';
import { errorText } from '../errors';
import { keyOf } from '../paths';
import type { Changes } from '../review/changes';
import type { ReadyReview } from '../review/review';
import { routeOf } from '../review/route';
import type { Settings } from '../settings';
import type { Accounts } from './accounts';
import { createFactFinder } from './factFinder';
import { lookFor, type Sight } from './sight';

export interface ForgeRequests extends Disposable {
  readonly onDidChange: Event<void>;
  /** What was seen last; `undefined`: nothing yet, or the change goes to no forge that people can be asked on. */
  of(base: Uri): Sight | undefined;
  /** What was just seen by somebody who asked for it. */
  put(review: ReadyReview, sight: Sight): void;
  /** Looks again, soon. */
  refresh(): void;
}

export interface ForgeRequestsContext {
  readonly accounts: Accounts;
  readonly changes: Changes;
  readonly settings: Settings;
  readonly log: LogOutputChannel;
}

/** Rebasing and committing a few times in a row is one reason to look. */
const debounceMs = 1_000;

interface Looked {
  readonly sight: Sight;
  /** Missing where nothing could be asked. */
  readonly client?: ForgeClient;
}

/** A look that is under way. */
interface Running {
  /** What is looked for. */
  readonly key: string;
  readonly controller: AbortController;
}

interface Seen {
  /** What was looked for; with another one it is looked again. */
  readonly key: string;
  readonly sight: Sight | undefined;
  /** Whether the suggestion goes by it; else it is looked again. */
  readonly isLearned: boolean;
}

export function createForgeRequests({ accounts, changes, settings, log }: ForgeRequestsContext): ForgeRequests {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  const seen = new Map<string, Seen>();
  const facts = createFactFinder();
  const running = new Map<string, Running>();

  async function look(review: ReadyReview, signal: AbortSignal): Promise<Looked | undefined> {
    const { base } = review.repository;
    const route = await routeOf(review, settings);
    if (route === undefined || !canConnect(route.into.remote)) return undefined;
    const { remote } = route.into;
    const client = await accounts.known(remote);
    if (client === null) return { sight: { kind: 'signed-out', remote } };
    try {
      return { sight: await lookFor(client, review, route, signal), client };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.info(`The request of ${base.toString()}: ${error.failure.kind}`);
      return { sight: { kind: 'failed', remote, text: failureText(error.failure, remote.host) } };
    }
  }

  function lookAll(): void {
    const ready = changes.reviews.filter((review) => review.kind === 'ready');
    const bases = new Set(ready.map(({ repository }) => keyOf(repository.base)));
    for (const base of seen.keys()) if (!bases.has(base)) seen.delete(base);
    for (const base of running.keys()) if (!bases.has(base)) stop(base);
    ready.forEach(start);
  }

  /** Looks where that is not known and nobody is looking: a save is no reason to begin anew. */
  function start(review: ReadyReview): void {
    const [base, key] = [keyOf(review.repository.base), keyFor(review)];
    if (running.get(base)?.key === key) return;
    stop(base);
    const before = seen.get(base);
    if (before?.key === key && before.isLearned) return;
    const controller = new AbortController();
    running.set(base, { key, controller });
    lookAt(review, { base, key }, controller.signal)
      .catch((error: unknown) => {
        // Whoever looks anew has stopped it.
        if (!controller.signal.aborted) report(error);
      })
      .finally(() => {
        if (running.get(base)?.controller === controller) running.delete(base);
      });
  }

  async function lookAt(
    review: ReadyReview,
    { base, key }: { readonly base: string; readonly key: string },
    signal: AbortSignal,
  ): Promise<void> {
    const isOver = (): boolean => signal.aborted;
    const found = await look(review, signal);
    if (isOver()) return;
    const now: Seen = { key, sight: found?.sight, isLearned: false };
    seen.set(base, now);
    changed.fire();
    // The suggestion was there before, and what is seen is shown first: nobody waits for this.
    const told = await factsOf(review, found, signal);
    if (isOver()) return;
    seen.set(base, { ...now, isLearned: true });
    // While the forge gives no answer, what it said before is the best there is.
    if (found?.sight.kind !== 'failed') await changes.learn(review, told);
  }

  function stop(base: string): void {
    running.get(base)?.controller.abort();
    running.delete(base);
  }

  const stopAll = (): void => [...running.keys()].forEach(stop);

  const report = (error: unknown): void => log.error(`Requests on forges: ${errorText(error)}`);

  async function factsOf(
    review: ReadyReview,
    { sight, client }: Partial<Looked> = {},
    signal: AbortSignal,
  ): Promise<ForgeFacts | undefined> {
    return sight === undefined || client === undefined ? undefined : facts.find(client, review, sight, signal);
  }

  const soon = bag.add(debounced(debounceMs, lookAll));
  bag.add({ dispose: stopAll });
  const refresh = (): void => {
    // What was asked before would be taken for what is true now.
    stopAll();
    seen.clear();
    facts.forget();
    soon.schedule();
  };
  bag.add(changes.onDidChange(soon.schedule));
  bag.add(accounts.onDidChange(refresh));
  bag.add(
    settings.onDidChange(({ affects }) => {
      if (affects('forges') || affects('forgeApis')) refresh();
    }),
  );
  soon.schedule();

  return {
    onDidChange: changed.event,
    of: (base) => seen.get(keyOf(base))?.sight,
    put(review, sight) {
      const base = keyOf(review.repository.base);
      stop(base);
      seen.set(base, { key: keyFor(review), sight, isLearned: true });
      changed.fire();
      changes.learn(review, facts.known(review, sight)).catch(report);
    },
    refresh,
    dispose: () => bag.dispose(),
  };
}

/** What the request of a change depends on here. */
const keyFor = ({ change }: ReadyReview): string =>
  JSON.stringify([change.head.branch, change.head.commit, change.base?.ref ?? null]);
