/** Where the API of Azure DevOps is, in the cloud and on servers of one's own. Source: *Azure DevOps REST API*. */
import type { Remote } from '../../core';
import { restApi, type RestApi, type RestOptions } from '../rest';
import { bindToken, type ForgeToken } from '../token';

const cloud = 'dev.azure.com';

export interface AzurePlace {
  readonly host: string;
  /** The organisation or collection: `https://dev.azure.com/acme`, `https://tfs.acme.example/tfs/Main`. */
  readonly api: string;
  /** Where people are looked up; in the cloud a host of its own: `https://vssps.dev.azure.com/acme`. */
  readonly identities: string;
}

/** Of both addresses, which the same secret opens. */
export interface AzureTokens {
  readonly git: ForgeToken;
  readonly identities: ForgeToken;
}

/** What a remote's path names. `above`: organisation, or folder and collection. */
export function azureNames({ path }: Pick<Remote, 'path'>): {
  readonly above: readonly string[];
  readonly project: string;
  readonly repository: string;
} {
  const parts = path.split('/');
  const repository = parts.at(-1) ?? '';
  // The first repository of a project has its name, which a server's address then leaves out.
  return parts.length < 3
    ? { above: parts.slice(0, 1), project: repository, repository }
    : { above: parts.slice(0, -2), project: parts.at(-2) ?? '', repository };
}

export function azureApi(remote: Remote): AzurePlace {
  const above = azureNames(remote).above.map(encodeURIComponent).join('/');
  const api = `${remote.site}/${above}`;
  return { host: remote.host, api, identities: remote.host === cloud ? `https://vssps.${cloud}/${above}` : api };
}

/** `kind`: a personal access token, or one of a Microsoft account. */
export function azureTokens(
  { host, api, identities }: AzurePlace,
  secret: string,
  kind: 'personal' | 'bearer',
): AzureTokens {
  const bind = (address: string): ForgeToken =>
    bindToken({ kind: 'azure', host, api: address }, secret, (text) => [
      'authorization',
      kind === 'bearer' ? `Bearer ${text}` : `Basic ${Buffer.from(`:${text}`, 'utf8').toString('base64')}`,
    ]);
  return { git: bind(api), identities: bind(identities) };
}

/** In the cloud, and of the oldest server that is still looked after; newer ones answer as that one did. */
export const versionOf = (host: string): string => (host === cloud ? '7.1' : '5.0');

export const azureApiWith = (token: ForgeToken, options: RestOptions): RestApi =>
  restApi(
    token,
    {
      // Else a wrong token is answered with the way to a page to sign in.
      headers: { 'x-tfs-fedauthredirect': 'Suppress' },
      // Which some give all the same, as if all were well.
      failureOf: ({ status }) => (status === 203 ? { kind: 'sign-in' } : null),
    },
    options,
  );
