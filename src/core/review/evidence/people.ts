/** Which person of an ownership file a commit means. */
import type { Person } from '../../model';
import type { Identity } from './identity';

/** Forges that a key of `handles` names by a short word. */
const publicHosts: ReadonlyMap<string, string> = new Map([
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
  ['bitbucket', 'bitbucket.org'],
  ['codeberg', 'codeberg.org'],
  ['azure', 'dev.azure.com'],
]);

/** `12345+login@users.noreply.github.com`, `12345-login@users.noreply.gitlab.com`, `login@noreply.codeberg.org`. */
const noReply = /^(?:\d+[+-])?([^@+]+)@(?:users\.)?noreply\.(.+)$/i;

/** Whose address a forge gave to somebody who keeps theirs private, as written; `null`: it is none of that kind. */
export function noReplyHandle(email: string): { readonly handle: string; readonly host: string } | null {
  const [, handle, host] = noReply.exec(email) ?? [];
  return handle === undefined || host === undefined ? null : { handle, host: host.toLowerCase() };
}

/**
 * A finder of people: by e-mail address, else by the handle in a forge's noreply address, else, for somebody named
 * without an address, by a handle on any forge; last by name. Handles and names count only where one person has them.
 * All without regard to case. Gives the id, or `null` for somebody the file does not name.
 */
export function personFinder(people: Iterable<Person>): (identity: Identity) => string | null {
  const byEmail = new Map<string, string | null>();
  const byHostAndHandle = new Map<string, string | null>();
  const byHandle = new Map<string, string | null>();
  const byName = new Map<string, string | null>();
  for (const { id, emails, handles, name } of people) {
    for (const email of emails) if (!byEmail.has(email.toLowerCase())) byEmail.set(email.toLowerCase(), id);
    for (const [forge, written] of handles) {
      const handle = written.replace(/^@/, '').toLowerCase();
      add(byHostAndHandle, `${publicHosts.get(forge) ?? forge.toLowerCase()}/${handle}`, id);
      add(byHandle, handle, id);
    }
    add(byName, nameKey(name), id);
  }
  const byNoReply = (email: string): string | null => {
    const found = noReplyHandle(email);
    return found === null ? null : (byHostAndHandle.get(`${found.host}/${found.handle}`) ?? null);
  };
  return ({ name, email: written }) => {
    const email = written.toLowerCase();
    const handle = email === '' ? (byHandle.get(name.replace(/^@/, '').toLowerCase()) ?? null) : null;
    return byEmail.get(email) ?? byNoReply(email) ?? handle ?? byName.get(nameKey(name)) ?? null;
  };
}

/** `null` says that several people have it. */
function add(into: Map<string, string | null>, key: string, id: string): void {
  into.set(key, (into.get(key) ?? id) === id && into.get(key) !== null ? id : null);
}

const nameKey = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
