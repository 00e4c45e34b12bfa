/**
 * The open request of each change at hand, as its forge last said. Only where the user is signed in, and never while
 * somebody waits: a change of branch or commit, a sign-in and *Refresh* are the reasons to look.
 */
import { EventEmitter, type Event, type LogOutputChannel, type Uri } from 'vscode';
import { canConnect, failureText, ForgeError } from '../../forges';
import { createBag, debounced, type Disposable } from '../disposables';
import { errorText } from '../errors';
import { keyOf } from '../paths';
import type { Changes } from '../review/changes';
import type { ReadyReview } from '../review/review';
import { routeOf } from '../review/route';
import type { Settings } from '../settings';
import type { Accounts } from './accounts';
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

interface Seen {
  /** What was looked for; with another one it is looked again. */
  readonly key: string;
  readonly sight: Sight | undefined;
}

export function createForgeRequests({ accounts, changes, settings, log }: ForgeRequestsContext): ForgeRequests {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  const seen = new Map<string, Seen>();
  let running: AbortController | undefined;

  async function look(review: ReadyReview, signal: AbortSignal): Promise<Sight | undefined> {
    const { base } = review.repository;
    const route = await routeOf(review, settings);
    if (route === undefined || !canConnect(route.into.remote)) return undefined;
    const { remote } = route.into;
    const client = await accounts.known(remote);
    if (client === null) return { kind: 'signed-out', remote };
    try {
      return await lookFor(client, review, route, signal);
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      log.info(`The request of ${base.toString()}: ${error.failure.kind}`);
      return { kind: 'failed', remote, text: failureText(error.failure, remote.host) };
    }
  }

  async function lookAll(): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const ready = changes.reviews.filter((review) => review.kind === 'ready');
    const bases = new Set(ready.map(({ repository }) => keyOf(repository.base)));
    for (const base of seen.keys()) if (!bases.has(base)) seen.delete(base);
    await Promise.all(
      ready.map(async (review) => {
        const [base, key] = [keyOf(review.repository.base), keyFor(review)];
        if (seen.get(base)?.key === key) return;
        const sight = await look(review, controller.signal);
        if (controller.signal.aborted) return;
        seen.set(base, { key, sight });
        changed.fire();
      }),
    );
  }

  const soon = bag.add(
    debounced(debounceMs, () => {
      lookAll().catch((error: unknown) => log.error(`Requests on forges: ${errorText(error)}`));
    }),
  );
  bag.add({ dispose: () => running?.abort() });
  const refresh = (): void => {
    seen.clear();
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
      seen.set(keyOf(review.repository.base), { key: keyFor(review), sight });
      changed.fire();
    },
    refresh,
    dispose: () => bag.dispose(),
  };
}

/** What the request of a change depends on here. */
const keyFor = ({ change }: ReadyReview): string =>
  JSON.stringify([change.head.branch, change.head.commit, change.base?.ref ?? null]);
