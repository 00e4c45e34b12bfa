/**
 * The open requests on the forge of each repository with an ownership file, as far as they are of others. Asks only when
 * it is told to look, and only where the user is signed in.
 */
import { EventEmitter, type Event, type LogOutputChannel } from 'vscode';
import type { Person, Remote } from '../../core';
import { failureText, ForgeError, type ForgeFailure } from '../../forges';
import { createBag, type Disposable } from '../disposables';
import { errorText } from '../errors';
import { mayRunGit } from '../git';
import { unknownUser, type Mine } from '../mine';
import { keyOf } from '../paths';
import type { Settings } from '../settings';
import type { Repository, Store } from '../store';
import type { Accounts } from './accounts';
import { prefixIn, requestRemote } from './openRequestsPlace';
import { seeOpenRequests, type KnownPaths, type SeenRequests } from './openRequestsSight';

export type OpenSight =
  /** Git may not say where the repository's requests are. */
  | { readonly kind: 'no-git' }
  /** No remote leads to a forge on which people can be asked. */
  | { readonly kind: 'no-forge' }
  /** The ownership file names nobody who could be the user; `text`: why, a sentence, safe to show. */
  | { readonly kind: 'unknown-user'; readonly text: string }
  | { readonly kind: 'signed-out'; readonly remote: Remote }
  /** `text`: one sentence for the user; holds words of the forge. */
  | { readonly kind: 'failed'; readonly remote: Remote; readonly failure: ForgeFailure['kind']; readonly text: string }
  /** Something else than the forge failed; the log says what. */
  | { readonly kind: 'broken' }
  | ({ readonly kind: 'seen'; readonly remote: Remote } & SeenRequests);

export interface OpenRequests extends Disposable {
  readonly onDidChange: Event<void>;
  /** What was seen last; `undefined`: nothing yet. */
  of(repository: Repository): OpenSight | undefined;
  /** The forge is being asked. */
  readonly isLooking: boolean;
  /**
   * Looks where nobody has looked for that long, or for somebody else than the user is now, or with another handle.
   * Resolves when everything is looked at. Never rejects.
   */
  look(olderThanMs: number): Promise<void>;
  /** Forgets what was seen, because another account may see something else. */
  forget(): void;
}

export interface OpenRequestsContext {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly settings: Settings;
  readonly mine: Mine;
  /** Ms since 1970. A clock that runs on while the machine sleeps: in the morning nothing is fresh. */
  readonly now: () => number;
  readonly log: LogOutputChannel;
}

/** What is kept of one repository. */
interface Kept {
  sight: OpenSight | undefined;
  /** Whom it was looked for, as `whoIs` has it. */
  me: string;
  /** When, in ms since 1970. */
  at: number;
  running: Running | undefined;
  readonly known: KnownPaths;
}

interface Running {
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

export function createOpenRequests({ store, accounts, settings, mine, now, log }: OpenRequestsContext): OpenRequests {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  const kept = new Map<string, Kept>();

  const person = (repository: Repository): Person | null =>
    repository.model?.file.people.get(mine.in(repository) ?? '') ?? null;

  async function see(repository: Repository, of: Kept, signal: AbortSignal): Promise<OpenSight> {
    const { base } = repository;
    if (!mayRunGit(base)) return { kind: 'no-git' };
    await mine.ask(repository);
    const me = person(repository);
    if (!signal.aborted) of.me = whoIs(me);
    const remote = await requestRemote(base, settings);
    if (remote === null) return { kind: 'no-forge' };
    if (me === null) return { kind: 'unknown-user', text: (await unknownUser(repository, settings)).message };
    const client = await accounts.known(remote);
    if (client === null) return { kind: 'signed-out', remote };
    const prefix = await prefixIn(base);
    const listed = (seen: SeenRequests): void => {
      if (!signal.aborted) put(of, { kind: 'seen', remote, ...seen });
    };
    try {
      const seen = await seeOpenRequests({ client, remote, me, prefix, signal, listed, known: of.known });
      return { kind: 'seen', remote, ...seen };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      const { failure } = error;
      log.info(`The open requests of ${base.toString()}: ${failure.kind}`);
      const text = failureText(failure, remote.host);
      // What was seen is better than nothing, where the user may still see it.
      if (of.sight?.kind === 'seen' && isPassing(failure)) return { ...of.sight, trouble: text };
      return { kind: 'failed', remote, failure: failure.kind, text };
    }
  }

  function put(of: Kept, sight: OpenSight): void {
    of.sight = sight;
    changed.fire();
  }

  function start(repository: Repository, of: Kept): void {
    of.running?.controller.abort();
    const controller = new AbortController();
    const { signal } = controller;
    of.at = now();
    of.me = whoIs(person(repository));
    const done = see(repository, of, signal)
      .then(
        (sight) => !signal.aborted && put(of, sight),
        (error: unknown) => {
          if (signal.aborted) return;
          log.error(`Open requests: ${errorText(error)}`);
          put(of, { kind: 'broken' });
        },
      )
      .then(() => {
        if (of.running?.controller !== controller) return;
        of.running = undefined;
        changed.fire();
      });
    of.running = { controller, done };
  }

  function keptOf(repository: Repository): Kept {
    const key = keyOf(repository.base);
    const of = kept.get(key) ?? {
      ...{ sight: undefined, me: whoIs(null), at: Number.NEGATIVE_INFINITY, running: undefined },
      known: new Map() as KnownPaths,
    };
    kept.set(key, of);
    return of;
  }

  function forgetGone(): void {
    const there = new Set(store.repositories.map(({ base }) => keyOf(base)));
    for (const [key, of] of kept) {
      if (there.has(key)) continue;
      of.running?.controller.abort();
      kept.delete(key);
    }
  }

  function forget(): void {
    for (const { running } of kept.values()) running?.controller.abort();
    kept.clear();
  }

  bag.add({ dispose: forget });

  return {
    onDidChange: changed.event,
    of: (repository) => kept.get(keyOf(repository.base))?.sight,
    get isLooking() {
      return [...kept.values()].some(({ running }) => running !== undefined);
    },
    async look(olderThanMs) {
      await store.ready;
      forgetGone();
      const due = now() - olderThanMs;
      const watched = store.repositories.filter(({ model }) => model !== null);
      for (const repository of watched) {
        const of = keptOf(repository);
        const isOther = of.me !== whoIs(person(repository));
        if (of.at <= due || isOther) start(repository, of);
      }
      if (watched.length > 0) changed.fire();
      await Promise.all(watched.flatMap((repository) => keptOf(repository).running?.done ?? []));
    },
    forget() {
      forget();
      changed.fire();
    },
    dispose: () => bag.dispose(),
  };
}

/** Whether it will go by, without the user's doing. */
const isPassing = ({ kind }: ForgeFailure): boolean => kind === 'network' || kind === 'broken' || kind === 'rate-limit';

/** Somebody, and by what a forge may know them: with another handle other requests are their own. */
const whoIs = (person: Person | null): string =>
  person === null ? '' : JSON.stringify([person.id, [...person.handles], person.emails]);
