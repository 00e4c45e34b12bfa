/** Where the secret for a forge comes from: an account that VS Code keeps, or one that the user types in. */
import type { ForgeKind, Remote } from '../../core';

/** An authentication provider of VS Code or of another extension. */
export interface ProviderSource {
  readonly id: string;
  readonly scopes: readonly string[];
  /** What the ids of accounts on that host begin with; `null`: all are of one host. */
  readonly accountPrefix: string | null;
}

export interface SourceFacts {
  /** The setting `github-enterprise.uri`: the one server that VS Code signs in to. */
  readonly enterprise: string;
  /** Whether GitLab's own extension is there. */
  readonly hasGitlab: boolean;
}

/** Azure DevOps as Microsoft's identity platform knows it. Source: *Microsoft Entra authentication*, Azure DevOps. */
const azureScope = '499b84ac-1321-427f-aa17-267ca6975798/.default';

/** All that a secret may come from. */
export const providerIds: ReadonlySet<string> = new Set(['github', 'github-enterprise', 'gitlab', 'microsoft']);

/** The provider for a host; `null`: the user has to type a token in. */
export function providerFor(
  { kind, host, site }: Remote,
  { enterprise, hasGitlab }: SourceFacts,
): ProviderSource | null {
  switch (kind) {
    case 'github':
      if (host === 'github.com') return { id: 'github', scopes: ['repo'], accountPrefix: null };
      return hostOf(enterprise) === host ? { id: 'github-enterprise', scopes: ['repo'], accountPrefix: null } : null;
    case 'gitlab':
      return hasGitlab ? { id: 'gitlab', scopes: ['api'], accountPrefix: `${site}|` } : null;
    case 'azure':
      return { id: 'microsoft', scopes: [azureScope], accountPrefix: null };
    default:
      return null;
  }
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}

/** What a typed token has to allow, in the forge's own words. */
export const wantedRights: Readonly<Record<ForgeKind, string>> = {
  github: 'Pull requests: read and write (a classic token: the scope repo)',
  gitlab: 'the scope api',
  gitea: 'repository and issue: read and write',
  bitbucket: 'pull requests: write',
  'bitbucket-server': 'repository: write',
  azure: 'Code: read and write',
  gerrit: 'your name, a colon, and the HTTP password of your settings',
  unknown: '',
};
