/** The addresses of Azure DevOps, in the cloud under its two names and on servers of one's own. */
import type { Address } from './address';

interface AzurePlace {
  readonly host: string;
  readonly site: string;
  readonly path: string;
}

const cloud = 'dev.azure.com';

const inCloud = (...parts: readonly string[]): AzurePlace => ({
  host: cloud,
  site: `https://${cloud}`,
  path: parts.join('/'),
});

/** Organisation, project and repository of an address of Azure DevOps; `null` for all others. */
export function azurePlace({ host, scheme, port, path }: Address): AzurePlace | null {
  const parts = path.split('/').filter((part) => part !== '' && part !== '_full' && part !== '_optimized');
  if (host === `ssh.${cloud}` || host === 'vs-ssh.visualstudio.com') {
    const [, organisation, project, repository] = parts[0] === 'v3' ? parts : [];
    return organisation === undefined || project === undefined || repository === undefined
      ? null
      : inCloud(...[organisation, project, repository].map(unescaped));
  }
  const at = parts.indexOf('_git');
  const repository = parts[at + 1];
  if (at < 0 || repository === undefined) return null;
  // The first repository of a project has its name, which the address then leaves out.
  const [organisation] = /^([^.]+)\.visualstudio\.com$/.exec(host)?.slice(1) ?? [];
  const before = parts.slice(0, at).filter((part) => organisation === undefined || part !== 'DefaultCollection');
  const above = organisation === undefined ? before : [organisation, ...before];
  const isCloud = host === cloud || organisation !== undefined;
  if (isCloud) return inCloud(...(above.length === 1 ? [...above, repository] : above), repository);
  if (above.length === 0) return null;
  const portPart = scheme === 'ssh' || port === '' ? '' : `:${port}`;
  return {
    host,
    site: `${scheme === 'http' ? 'http' : 'https'}://${host}${portPart}`,
    path: [...above, repository].join('/'),
  };
}

/** Names with spaces are written as in web addresses, over SSH too. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
