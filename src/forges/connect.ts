/** From a remote and a secret to the client of its forge. One entry a forge. */
import type { ForgeKind, Remote } from '../core';
import { azureApi, azureTokens } from './azure/api';
import { azureClient } from './azure/client';
import { bitbucketApi, bitbucketServerApi, bitbucketToken } from './bitbucket/api';
import { bitbucketClient } from './bitbucket/cloudClient';
import { bitbucketServerClient } from './bitbucket/serverClient';
import type { ForgeClient } from './forge';
import { gerritApi, gerritToken } from './gerrit/api';
import { gerritClient } from './gerrit/client';
import { giteaApi, giteaToken } from './gitea/api';
import { giteaClient } from './gitea/client';
import { githubApi } from './github/api';
import { githubClient } from './github/client';
import { gitlabApi, gitlabToken } from './gitlab/api';
import { gitlabClient } from './gitlab/client';
import { bindToken, type ForgePlace } from './token';

/** What the user gave. */
export interface Secret {
  readonly text: string;
  /** By an account they are signed in to, instead of a token they typed. */
  readonly isOfAccount: boolean;
}

interface Connection {
  /** Where the API is when nobody says otherwise. */
  readonly api: (remote: Remote) => string;
  readonly client: (place: ForgePlace, remote: Remote, secret: Secret) => ForgeClient;
}

const connections: Readonly<Record<Exclude<ForgeKind, 'unknown'>, Connection>> = {
  github: { api: githubApi, client: (place, remote, { text }) => githubClient(bindToken(place, text), remote) },
  gitlab: {
    api: gitlabApi,
    client: (place, remote, { text, isOfAccount }) =>
      gitlabClient(gitlabToken(place, text, isOfAccount ? 'oauth' : 'access'), remote),
  },
  gitea: { api: giteaApi, client: (place, remote, { text }) => giteaClient(giteaToken(place, text), remote) },
  bitbucket: {
    api: bitbucketApi,
    client: (place, remote, { text }) => bitbucketClient(bitbucketToken(place, text), remote),
  },
  'bitbucket-server': {
    api: bitbucketServerApi,
    client: (place, remote, { text }) => bitbucketServerClient(bitbucketToken(place, text), remote),
  },
  gerrit: { api: gerritApi, client: (place, remote, { text }) => gerritClient(gerritToken(place, text), remote) },
  azure: {
    api: (remote) => azureApi(remote).api,
    client({ host, api }, remote, { text, isOfAccount }) {
      const usual = azureApi(remote);
      // Whoever says where the API is has people there too.
      const identities = api === usual.api ? usual.identities : api;
      return azureClient(azureTokens({ host, api, identities }, text, isOfAccount ? 'bearer' : 'personal'), remote);
    },
  },
};

const connectionTo = ({ kind }: Remote): Connection | null => (kind === 'unknown' ? null : connections[kind]);

/** Whether people can be asked there: it is known what the host runs. */
export const canConnect = (remote: Remote): boolean => connectionTo(remote) !== null;

/** The address of the API of a remote's forge, unless `apis` (by host) says otherwise; `null`: nobody can be asked. */
export const apiOf = (remote: Remote, apis: Readonly<Record<string, string>> = {}): string | null =>
  apis[remote.host] ?? connectionTo(remote)?.api(remote) ?? null;

/**
 * The client for the project of a remote, where requests go to. Throws a `ForgeError` for a secret that cannot be one, and
 * `insecure` where it would travel in the clear. `null`: nobody can be asked there.
 */
export const connect = (remote: Remote, api: string, secret: Secret): ForgeClient | null =>
  connectionTo(remote)?.client({ kind: remote.kind, host: remote.host, api }, remote, secret) ?? null;
