/** Who is named for an AOR on a host. */
import type { Aor, OwnershipFile, Person, Today } from '../model';
import { hasLeft } from '../people/days';
import { holderOf } from '../people/holder';
import { handleOn } from '../review/handles';

export interface HostOwners {
  /** Handles with `@` and e-mail addresses; empty where nobody can be named. */
  readonly of: (aor: Aor) => readonly string[];
  /** People and teams met so far without a handle or an e-mail address, with an AOR that should name them. */
  readonly unreachable: readonly { readonly name: string; readonly aor: Aor }[];
}

/**
 * The owner, the backups and the team of AORs, so that somebody can approve what the owner changed; of a vacant AOR its
 * team, else whom the AOR above names. `host` is a host name; `handle`: what can be nothing but a handle there.
 */
export function hostOwners(file: OwnershipFile, host: string | null, handle: RegExp, today: Today): HostOwners {
  const unreachable: { name: string; aor: Aor }[] = [];
  const known = new Map<Aor, readonly string[]>();
  const nameOf = (who: Named, aor: Aor): readonly string[] => {
    const found = written(who, host, handle);
    if (found === null) unreachable.push({ name: who.name, aor });
    return found === null ? [] : [found];
  };
  const ownersOf = (aor: Aor, below: ReadonlySet<Aor> = new Set()): readonly string[] => {
    const seen = known.get(aor);
    if (seen !== undefined) return seen;
    const { owner } = holderOf(file, aor, today);
    const people = owner === null ? [] : [owner, ...backupsOf(file, aor, today)];
    const teams = aor.teams.flatMap(({ id }) => file.teams.get(id) ?? []);
    const own = [...new Set([...people, ...teams].flatMap((one) => nameOf(one, aor)))];
    const above = file.aors.get(aor.parent?.id ?? '');
    const owners =
      own.length > 0 || above === undefined || below.has(above) ? own : ownersOf(above, new Set([...below, aor]));
    known.set(aor, owners);
    return owners;
  };
  return { of: (aor) => ownersOf(aor), unreachable };
}

interface Named {
  readonly name: string;
  readonly handles: ReadonlyMap<string, string>;
  readonly emails?: readonly string[];
}

/** What can be nothing but an address, so that no name adds an owner or a comment. */
const address = /^[^\s@#\\]+@[^\s@#\\]+$/;

function written(who: Named, host: string | null, handle: RegExp): string | null {
  const name = handleOn(who, host);
  if (name !== null && handle.test(name)) return `@${name}`;
  return who.emails?.find((email) => address.test(email)) ?? null;
}

const backupsOf = ({ people }: OwnershipFile, { backups }: Aor, today: Today): readonly Person[] =>
  backups.flatMap(({ id }) => people.get(id) ?? []).filter((person) => !person.bot && !hasLeft(person, today));
