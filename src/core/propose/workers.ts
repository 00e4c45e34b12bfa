/** Who is who among the authors of commits. */
import { noReplyHandle } from '../review/evidence/people';
import type { Identity } from '../review/evidence';

/** Somebody who worked here, under every name and address they used. */
export interface Worker {
  readonly name: string;
  /** Addresses that reach them, the most used first. */
  readonly emails: readonly string[];
  /** Forge or host → handle, from noreply addresses. */
  readonly handles: ReadonlyMap<string, string>;
}

const botNames =
  /\[bot\]|(?:^|[^a-z])(?:bot|dependabot|renovate|github-actions|greenkeeper|snyk|weblate|coqbot|k8s-ci-robot)(?:$|[^a-z])/i;
const botAddress = /\[bot\]|^(?:noreply|no-reply|bot|actions)@|_bot_?[^@]*@noreply\./i;

/** Whether a program wrote the commit. */
export const isBot = ({ name, email }: Identity): boolean => botNames.test(name) || botAddress.test(email);

const shortNames: ReadonlyMap<string, string> = new Map([
  ['github.com', 'github'],
  ['gitlab.com', 'gitlab'],
  ['codeberg.org', 'codeberg'],
]);

const maximumEmails = 3;

/**
 * Joins identities that share an address, or a name of two words and more: a single word is too often somebody else's.
 * `counts`: commits of each identity. Gives for each identity the number of its worker, and the workers.
 */
export function joinWorkers(
  identities: readonly Identity[],
  counts: readonly number[],
): { readonly workerOf: readonly number[]; readonly workers: readonly Worker[] } {
  const parents = identities.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? root] ?? root;
    return root;
  };
  const firstWith = new Map<string, number>();
  identities.forEach((identity, at) => {
    for (const key of keysOf(identity)) {
      const other = firstWith.get(key);
      if (other === undefined) firstWith.set(key, at);
      else parents[rootOf(at)] = rootOf(other);
    }
  });
  const groups = new Map<number, number[]>();
  identities.forEach((_, at) => {
    const root = rootOf(at);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [at]);
    else group.push(at);
  });
  const workerOf = identities.map(() => -1);
  const workers = [...groups.values()].map((group, number) => {
    const sorted = group.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
    for (const at of sorted) workerOf[at] = number;
    return workerFrom(sorted.flatMap((at) => identities[at] ?? []));
  });
  return { workerOf, workers };
}

function keysOf({ name, email }: Identity): readonly string[] {
  const words = name.normalize('NFC').trim().toLowerCase().split(/\s+/);
  return [...(email === '' ? [] : [`@${email.toLowerCase()}`]), ...(words.length > 1 ? [`n${words.join(' ')}`] : [])];
}

function workerFrom(identities: readonly Identity[]): Worker {
  const emails = new Map<string, string>();
  const handles = new Map<string, string>();
  for (const { email } of identities) {
    const found = noReplyHandle(email);
    if (found !== null) {
      const forge = shortNames.get(found.host) ?? found.host;
      if (!handles.has(forge)) handles.set(forge, found.handle);
    } else if (/^[^\s@<>]+@[^\s@<>]+$/.test(email) && !emails.has(email.toLowerCase()))
      emails.set(email.toLowerCase(), email);
  }
  const names = identities.map(({ name }) => name.replace(/[\p{Cc}\s]+/gu, ' ').trim()).filter((name) => name !== '');
  // A full name says more than a login, even where the login was used more.
  const name = names.find((one) => one.includes(' ')) ?? names[0] ?? [...emails.keys()][0]?.split('@')[0] ?? 'Unknown';
  return { name, emails: [...emails.values()].slice(0, maximumEmails), handles };
}
