/** Where a remote's address leads: which forge, which host, which project. Knows addresses; never asks a host. */
import { azurePlace } from './azure';
import { readAddress, type Address } from './address';

/** What kind of forge a host runs. `bitbucket` is the one in the cloud, `bitbucket-server` the one people run. */
export type ForgeKind =
  | 'github'
  | 'gitlab'
  | 'gitea'
  | 'bitbucket'
  | 'bitbucket-server'
  | 'azure'
  | 'gerrit'
  /** Nobody has said yet what the host runs. */
  | 'unknown';

/** The kinds that somebody can say of a host of their own. */
export const forgeKinds = [
  'github',
  'gitlab',
  'gitea',
  'bitbucket-server',
  'gerrit',
] as const satisfies readonly ForgeKind[];

export interface Remote {
  readonly kind: ForgeKind;
  /** Lower case, without port: `github.com`. */
  readonly host: string;
  /** What pages start with: `https://git.acme.example:8443`, with the folder of a forge that does not live at the top. */
  readonly site: string;
  /** Owner or groups and project, without `.git`: `acme/shop`, `acme/tools/shop`; of Azure `org/project/repository`. */
  readonly path: string;
}

/** `url.BASE.insteadOf = PREFIX` of a git configuration. */
export interface Rewrite {
  readonly base: string;
  readonly insteadOf: string;
}

export interface RemoteOptions {
  /** Rewrites of the git configuration; not for addresses from `git remote get-url`, which has applied them. */
  readonly rewrites?: readonly Rewrite[];
  /** What hosts of one's own run; lower case. */
  readonly hosts?: ReadonlyMap<string, ForgeKind>;
}

const publicHosts: ReadonlyMap<string, ForgeKind> = new Map([
  ['github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['codeberg.org', 'gitea'],
  ['gitea.com', 'gitea'],
  ['bitbucket.org', 'bitbucket'],
]);

/** Hosts that answer SSH on the port of https, for those whose network lets nothing else out. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['ssh.github.com', 'github.com'],
  ['altssh.gitlab.com', 'gitlab.com'],
  ['altssh.bitbucket.org', 'bitbucket.org'],
  ['www.github.com', 'github.com'],
]);

/** Where a remote's address leads; `null` for a folder on disk, and for what is no address. Never throws. */
export function parseRemote(text: string, { rewrites = [], hosts = new Map() }: RemoteOptions = {}): Remote | null {
  const found = readAddress(rewritten(text.trim(), rewrites));
  if (found === null) return null;
  const address = { ...found, host: otherNames.get(found.host) ?? found.host };
  const azure = azurePlace(address);
  if (azure !== null) return { kind: 'azure', ...azure };
  const kind = hosts.get(address.host) ?? publicHosts.get(address.host) ?? kindByAddress(address);
  const { folder, path } = inside(kind, address);
  return path === '' ? null : { kind, host: address.host, site: siteOf(address) + folder, path };
}

/** The longest prefix wins, as in git. */
function rewritten(address: string, rewrites: readonly Rewrite[]): string {
  const best = rewrites
    .filter(({ insteadOf }) => insteadOf !== '' && address.startsWith(insteadOf))
    .toSorted((a, b) => b.insteadOf.length - a.insteadOf.length)[0];
  return best === undefined ? address : best.base + address.slice(best.insteadOf.length);
}

/** `scm/WEB/shop`, behind the folder the forge lives in. */
const serverClone = /^(?:(.*)\/)?scm\/([^/]+\/[^/]+)$/;

/** `projects/WEB/repos/shop/browse`, `users/ana/repos/shop`: a page, copied for a remote. */
const serverPage = /^(?:(.*)\/)?(projects|users)\/([^/]+)\/repos\/([^/]+)(?:\/browse)?$/;

/** What only one kind of forge has: ports and folders. */
function kindByAddress({ host, scheme, port, path }: Address): ForgeKind {
  // GitHub's own servers for those whose data must stay in one country.
  if (host.endsWith('.ghe.com')) return 'github';
  if (host.endsWith('.googlesource.com') || (scheme === 'ssh' && port === '29418')) return 'gerrit';
  const isServer = scheme === 'ssh' ? port === '7999' : serverClone.test(path) || serverPage.test(path);
  return isServer ? 'bitbucket-server' : 'unknown';
}

/** The port of an SSH address says nothing about pages. */
function siteOf({ scheme, host, port }: Address): string {
  const isWeb = scheme === 'https' || scheme === 'http';
  return `${scheme === 'http' ? 'http' : 'https'}://${host}${isWeb && port !== '' ? `:${port}` : ''}`;
}

/** The folder a forge lives in, and the project within. */
function inside(kind: ForgeKind, { scheme, path }: Address): { readonly folder: string; readonly path: string } {
  if (kind === 'bitbucket-server' && scheme !== 'ssh') {
    const [, above = '', place, project = '', name = ''] = serverPage.exec(path) ?? [];
    const [, folder = above, clone = path] = serverClone.exec(path) ?? [];
    const own = place === 'users' && !project.startsWith('~') ? `~${project}` : project;
    return { folder: folder === '' ? '' : `/${folder}`, path: place === undefined ? clone : `${own}/${name}` };
  }
  // Gerrit's addresses that ask for a password begin with `a/`.
  return { folder: '', path: kind === 'gerrit' && scheme !== 'ssh' ? path.replace(/^a\//, '') : path };
}
