/** How people are called on a forge. */
import type { Person } from '../model';

/** Public hosts by the short names `handles` uses. */
const forges: ReadonlyMap<string, string> = new Map([
  ['github.com', 'github'],
  ['ssh.github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['altssh.gitlab.com', 'gitlab'],
  ['bitbucket.org', 'bitbucket'],
  ['altssh.bitbucket.org', 'bitbucket'],
  ['codeberg.org', 'codeberg'],
  ['dev.azure.com', 'azure'],
  ['ssh.dev.azure.com', 'azure'],
]);

/** A person's or a team's handle on a host, as written but without `@`; `null`: the file says none, or there is no host. */
export function handleOn({ handles }: Pick<Person, 'handles'>, host: string | null): string | null {
  if (host === null) return null;
  const name = host.toLowerCase();
  const handle = handles.get(name) ?? handles.get(forges.get(name) ?? name) ?? null;
  return handle === null ? null : handle.replace(/^@/, '');
}
