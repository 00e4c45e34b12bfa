/** The parts of a git address. Source: `git help clone`, *GIT URLS*. */

export interface Address {
  readonly scheme: 'ssh' | 'https' | 'http' | 'git';
  /** Lower case, as names go over the wire: `xn--bcher-kva.example`, without a dot at its end. */
  readonly host: string;
  /** Empty where none is written, or the usual one of the scheme. */
  readonly port: string;
  /** Without slashes at its ends and without `.git`; escapes of a web address are read. */
  readonly path: string;
}

const schemes: ReadonlyMap<string, Address['scheme']> = new Map([
  ['ssh', 'ssh'],
  ['git+ssh', 'ssh'],
  ['ssh+git', 'ssh'],
  ['https', 'https'],
  ['http', 'http'],
  ['git', 'git'],
]);

const usualPorts: Readonly<Record<Address['scheme'], string>> = { ssh: '22', https: '443', http: '80', git: '9418' };

/** `scheme://user@host:port/path`. What is before the last `@` of the host is a name or a secret, and is dropped. */
const withScheme = /^([a-z+]+):\/\/(?:[^/?#]*@)?(\[[0-9a-f:.]+\]|[^/?#@:[\]]+)(?::(\d*))?(?:\/([^?#]*))?/i;

/** `user@host:path`, `[host:port]:path`: no slash before the colon, and no drive letter. */
const likeScp =
  /^(?:[^/@:[\]]+@)?(?:\[(?:[^/@\]]+@)?([^\]:]+|[0-9a-f:.]+?)(?::(\d+))?\]|([^/@:[\]]{2,})):(?!\/\/)(.+)$/i;

/** `null` for a path on disk, a bundle, a helper's own address, and what is none. */
export function readAddress(text: string): Address | null {
  // A backslash ends a host for some readers, and not for others.
  if (/[\s\\]/.test(text) || /^\w+::/.test(text)) return null;
  const [, name, host = '', port = '', path = ''] = withScheme.exec(text) ?? [];
  if (name !== undefined) {
    const scheme = schemes.get(name.toLowerCase());
    return scheme === undefined ? null : address(scheme, host, port, scheme === 'ssh' ? path : unescaped(path));
  }
  const [, inBrackets, portInBrackets = '', plain = '', scpPath = ''] = likeScp.exec(text) ?? [];
  const found = inBrackets ?? plain;
  return found === '' ? null : address('ssh', found, portInBrackets, scpPath);
}

function address(scheme: Address['scheme'], written: string, port: string, path: string): Address | null {
  const host = hostName(written);
  if (host === null) return null;
  return {
    scheme,
    host,
    port: port === usualPorts[scheme] ? '' : port,
    path: path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, ''),
  };
}

/**
 * The name that will be asked for. Two names that look alike, or are written in two ways, must not be taken for each
 * other where an account belongs to a host. `null` for what is no name.
 */
function hostName(written: string): string | null {
  // Readers differ on escapes in a host, so an address that has them leads nowhere.
  const url = `https://${written.replace(/\.$/, '')}/`;
  return written.includes('%') || !URL.canParse(url) ? null : new URL(url).hostname;
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
