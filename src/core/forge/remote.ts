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
  /** What hosts of one's own run, by name in lower case, with the folder of a forge that lives in one: `acme.example/git`. */
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
  const said = ofHosts(hosts, address);
  const kind = said?.kind ?? publicHosts.get(address.host) ?? kindByAddress(address);
  const { folder, path } = inside(kind, { ...address, path: said?.path ?? address.path });
  const site = siteOf(address) + (said?.folder ?? '') + folder;
  return path === '' ? null : { kind, host: address.host, site, path };
}

interface SaidOfHost {
  readonly kind: ForgeKind;
  /** `/git`; empty where the forge is at the top. */
  readonly folder: string;
  /** Within that. */
  readonly path: string;
}

/** What is said of the host an address leads to, with the longest folder that fits; `null`: nothing. */
function ofHosts(hosts: ReadonlyMap<string, ForgeKind>, { host, scheme, path }: Address): SaidOfHost | null {
  const said = [...hosts].flatMap(([key, kind]): readonly SaidOfHost[] => {
    const slash = key.indexOf('/');
    const [name, folder] = slash < 0 ? [key, ''] : [key.slice(0, slash), key.slice(slash).replace(/\/+$/, '')];
    if (name !== host) return [];
    // An address of SSH leaves the folder out, as git is not told of it there.
    if (folder === '' || !isWeb(scheme)) return [{ kind, folder, path }];
    return `/${path}`.startsWith(`${folder}/`) ? [{ kind, folder, path: path.slice(folder.length) }] : [];
  });
  // Which of several on one host SSH leads to is known of none: then the one at the top.
  const best = said.toSorted((a, b) => (isWeb(scheme) ? 1 : -1) * (b.folder.length - a.folder.length));
  return best[0] ?? null;
}

const isWeb = (scheme: Address['scheme']): boolean => scheme === 'https' || scheme === 'http';

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
  return `${scheme === 'http' ? 'http' : 'https'}://${host}${isWeb(scheme) && port !== '' ? `:${port}` : ''}`;
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
