import { visible, whoIsAsked, type Aor, type OwnershipFile, type Person, type Today } from '../../core';

/** Public hosts by the short names `handles` uses. */
const forges: Readonly<Record<string, string>> = {
  'github.com': 'github',
  'ssh.github.com': 'github',
  'gitlab.com': 'gitlab',
  'bitbucket.org': 'bitbucket',
  'codeberg.org': 'codeberg',
  'dev.azure.com': 'azure',
  'ssh.dev.azure.com': 'azure',
};

/** How to name a person where the remote is: `@handle`, else `Name <e-mail>`, else the name. One line. */
export function mentionOf({ name, emails, handles }: Person, host: string | undefined): string {
  const handle = host === undefined ? undefined : (handles.get(host) ?? handles.get(forges[host] ?? host));
  if (handle !== undefined) return visible(handle.startsWith('@') ? handle : `@${handle}`);
  const [email] = emails;
  return visible(email === undefined ? name : `${name} <${email}>`);
}

/** Whom to write to about an AOR: its owner, else who is asked instead today; `null` where that is nobody. */
export function whoToMention(file: OwnershipFile, aor: Aor, today: Today): Person | null {
  const nobody = new Set<string>();
  const asked = whoIsAsked(file, aor, { authors: nobody, busy: nobody, today });
  const owner = aor.owner === null ? undefined : file.people.get(aor.owner.id);
  return asked.vacancy === null && owner !== undefined ? owner : (asked.candidate?.person ?? null);
}
