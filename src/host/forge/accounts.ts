/**
 * The user's accounts on forges. Silent until somebody clicks; a secret belongs to one forge, host and address of its API,
 * is kept by VS Code alone, and is never written to a log or a setting.
 */
import {
  authentication,
  EventEmitter,
  extensions,
  window,
  workspace,
  type AuthenticationGetSessionOptions,
  type AuthenticationSession,
  type Event,
  type LogOutputChannel,
  type Memento,
  type SecretStorage,
} from 'vscode';
import type { Remote } from '../../core';
import { apiOf, connect, type ForgeClient, type Secret } from '../../forges';
import { labelText } from '../convert';
import { createBag, type Disposable } from '../disposables';
import type { Settings } from '../settings';
import { providerFor, providerIds, wantedRights, type ProviderSource } from './accountSource';

export interface Accounts extends Disposable {
  /** Somebody signed in or out somewhere. */
  readonly onDidChange: Event<void>;
  /** The client for a remote's project as far as the user has given an account; asks nobody. Never rejects. */
  known(remote: Remote): Promise<ForgeClient | null>;
  /**
   * The same, and asks for one where there is none; `null`: the user does not want to. Rejects with a `ForgeError` for a
   * secret that cannot be used.
   */
  ask(remote: Remote): Promise<ForgeClient | null>;
  /** Hosts whose typed tokens are kept. */
  readonly hosts: readonly string[];
  /** Forgets the tokens that were typed for a host. */
  signOut(host: string): Promise<void>;
}

export interface AccountsContext {
  readonly secrets: SecretStorage;
  /** Remembers, for all workspaces, where tokens were typed for: never the tokens. */
  readonly memory: Memento;
  readonly settings: Settings;
  readonly log: LogOutputChannel;
}

const placesKey = 'forge.places';

/** A place a secret was typed for. */
interface Place {
  readonly host: string;
  /** Under which it is kept. */
  readonly key: string;
}

export function createAccounts({ secrets, memory, settings, log }: AccountsContext): Accounts {
  const bag = createBag();
  const changed = bag.add(new EventEmitter<void>());
  bag.add(secrets.onDidChange(({ key }) => key.startsWith('forge ') && changed.fire()));
  bag.add(authentication.onDidChangeSessions(({ provider }) => providerIds.has(provider.id) && changed.fire()));

  const places = (): readonly Place[] => memory.get<readonly Place[]>(placesKey, []);
  const apiAt = (remote: Remote): string | null => apiOf(remote, settings.get('forgeApis'));

  async function known(remote: Remote): Promise<ForgeClient | null> {
    const api = apiAt(remote);
    if (api === null || !workspace.isTrusted) return null;
    try {
      const secret = (await kept(remote, api)) ?? (await fromProvider(remote, { silent: true }));
      return secret === undefined ? null : connect(remote, api, secret);
    } catch (error) {
      // A provider that is not there takes its time to say so, and that is all there is to know.
      log.debug(`The account on ${remote.host}: ${String(error)}`);
      return null;
    }
  }

  async function ask(remote: Remote): Promise<ForgeClient | null> {
    const api = apiAt(remote);
    if (api === null || !workspace.isTrusted) return null;
    const old = await kept(remote, api);
    const secret = old ?? (await (providerOf(remote) === null ? typed(remote) : signedIn(remote)));
    if (secret === undefined) return null;
    const client = connect(remote, api, secret);
    if (old === undefined && !secret.isOfAccount)
      await keep({ host: remote.host, key: keyFor(remote, api) }, secret.text);
    return client;
  }

  /** By the provider; where that is not there, as in editors that are built without it, by hand. */
  async function signedIn(remote: Remote): Promise<Secret | undefined> {
    try {
      return await fromProvider(remote, { createIfNone: true });
    } catch (error) {
      if (isRefusal(error)) return undefined;
      log.info(`Signing in to ${remote.host} through VS Code: ${String(error)}`);
      return typed(remote);
    }
  }

  /** What was typed before. */
  async function kept(remote: Remote, api: string): Promise<Secret | undefined> {
    const text = await secrets.get(keyFor(remote, api));
    return text === undefined ? undefined : { text, isOfAccount: false };
  }

  async function keep(place: Place, text: string): Promise<void> {
    await secrets.store(place.key, text);
    await memory.update(placesKey, [...places().filter(({ key }) => key !== place.key), place]);
  }

  return {
    onDidChange: changed.event,
    known,
    ask,
    get hosts() {
      return [...new Set(places().map(({ host }) => host))];
    },
    async signOut(host) {
      const mine = places().filter((place) => place.host === host);
      for (const { key } of mine) await secrets.delete(key);
      await memory.update(
        placesKey,
        places().filter((place) => place.host !== host),
      );
      changed.fire();
    },
    dispose: () => bag.dispose(),
  };
}

const keyFor = ({ kind, host }: Remote, api: string): string => `forge ${kind} ${host} ${api}`;

function providerOf(remote: Remote): ProviderSource | null {
  const enterprise: unknown = workspace.getConfiguration('github-enterprise').get('uri');
  return providerFor(remote, {
    enterprise: typeof enterprise === 'string' ? enterprise : '',
    hasGitlab: extensions.getExtension('GitLab.gitlab-workflow') !== undefined,
  });
}

async function fromProvider(remote: Remote, how: AuthenticationGetSessionOptions): Promise<Secret | undefined> {
  const provider = providerOf(remote);
  if (provider === null) return undefined;
  const { id, scopes, accountPrefix } = provider;
  if (accountPrefix === null) return secretOf(await authentication.getSession(id, scopes, how));
  // An account of another host must not be taken for one of this.
  const account = (await authentication.getAccounts(id)).find((one) => one.id.startsWith(accountPrefix));
  if (account === undefined) {
    if (how.silent === true) return undefined;
    throw new Error('no account of that host');
  }
  return secretOf(await authentication.getSession(id, scopes, { ...how, account }));
}

const secretOf = (session: AuthenticationSession | undefined): Secret | undefined =>
  session === undefined ? undefined : { text: session.accessToken, isOfAccount: true };

/** VS Code's words where somebody closes the question. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && /did not consent|cancel/i.test(`${error.name} ${error.message}`);

async function typed({ host, kind }: Remote): Promise<Secret | undefined> {
  const text = await window.showInputBox({
    title: `Sign in to ${labelText(host)}`,
    prompt: `A personal access token: ${wantedRights[kind]}. It is kept by VS Code and shown to ${labelText(host)} only.`,
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => (/^\S*$/.test(value.trim()) ? undefined : 'A token has no blanks within.'),
  });
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : { text: trimmed, isOfAccount: false };
}
