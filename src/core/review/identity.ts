/** Which people of the ownership file made a change. */
import type { OwnershipFile } from '../model';
import type { Identity } from './evidence/identity';

/** The public hosts that `handles` names by a word. */
const hostOfForge: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
  codeberg: 'codeberg.org',
  azure: 'dev.azure.com',
};

/**
 * The address a forge gives to those who keep theirs private, lower case: `handle@users.noreply.github.com`, with a
 * number and `+` (GitHub, Forgejo) or `-` (GitLab) before the handle, or without `users.` (Gitea, Forgejo).
 */
const noReply = /^(?:(\d+)([+-]))?([^@]+)@(?:users\.)?noreply\.([^@]+)$/;

/**
 * The ids of the people whose e-mail, or whose handle in a forge's noreply address, is among the identities, without
 * regard to case, in the order of the identities, each once. Names never decide: anybody can have one.
 */
export function peopleOf(file: OwnershipFile, identities: readonly Identity[]): readonly string[] {
  const byEmail = new Map<string, string>();
  const byHandle = new Map<string, string>();
  for (const { id, emails, handles } of file.people.values()) {
    for (const email of emails) setFirst(byEmail, email.toLowerCase(), id);
    for (const [forge, handle] of handles)
      setFirst(byHandle, `${handle.replace(/^@/, '')}@${hostOfForge[forge] ?? forge}`.toLowerCase(), id);
  }
  const found = identities.flatMap(({ email }) => {
    const address = email.trim().toLowerCase();
    return byEmail.get(address) ?? handlesIn(address).flatMap((handle) => byHandle.get(handle) ?? []);
  });
  return [...new Set(found)];
}

/** What a noreply address may mean, as `handle@host`: a handle may itself begin with a number and `-`. */
function handlesIn(address: string): readonly string[] {
  const [, number, sign, handle, host] = noReply.exec(address) ?? [];
  if (handle === undefined || host === undefined) return [];
  const whole = number === undefined ? [] : [`${number}${sign ?? ''}${handle}@${host}`];
  return [`${handle}@${host}`, ...whole];
}

function setFirst(map: Map<string, string>, key: string, id: string): void {
  if (!map.has(key)) map.set(key, id);
}
