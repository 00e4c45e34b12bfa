/** An ownership file as the tree needs it: everything that takes a look at all AORs, looked at once. */
import { holdersOf, vacancyReason, type Aor, type OwnershipFile, type Status, type Today } from '../../core';
import type { TreeGrouping } from '../../host/settings';
import type { Repository } from '../../host/store';
import type { Filter } from './filter';

/** How the tree is looked at. A new one for every refresh: what is found out for it is kept as long as it is. */
export interface Look {
  readonly grouping: TreeGrouping;
  readonly today: Today;
  /** Only AORs that this lets through; `null`: all. */
  readonly filter: Filter | null;
  /** What the ids of a filtered tree hold, so that it is drawn anew; empty for the whole tree. */
  readonly filterText: string;
  /** Who the user is in an ownership file: a person's id; `null` where nobody knows. */
  readonly me: (repository: Repository) => string | null;
}

/** AORs in order of definition, only those that the filter lets through. */
export interface Arrangement {
  readonly all: readonly Aor[];
  readonly vacant: readonly Aor[];
  /** By the id of the person who holds them today. */
  readonly heldBy: ReadonlyMap<string, readonly Aor[]>;
  /** By the id of the person who backs the owner up, without those the same person holds. */
  readonly backedUpBy: ReadonlyMap<string, readonly Aor[]>;
  /** By the id of the team; `null`: of no team that is defined. */
  readonly ofTeam: ReadonlyMap<string | null, readonly Aor[]>;
  readonly ofStatus: ReadonlyMap<Status | null, readonly Aor[]>;
  /**
   * By the AOR above, where it is of the same kind and so in the same part of the tree; `null`: those without one. Also
   * AORs that the filter does not let through, above some that it does.
   */
  readonly beneath: ReadonlyMap<Aor | null, readonly Aor[]>;
}

const known = new WeakMap<Look, WeakMap<OwnershipFile, Arrangement>>();

/** The arrangement of an ownership file for a look. */
export function arrangementOf(file: OwnershipFile, look: Look): Arrangement {
  const ofLook = known.get(look) ?? new WeakMap<OwnershipFile, Arrangement>();
  known.set(look, ofLook);
  const found = ofLook.get(file) ?? arrange(file, look);
  ofLook.set(file, found);
  return found;
}

/** The AOR above, where it is of the same kind. */
export function parentOf(file: OwnershipFile, { parent, kind }: Aor): Aor | undefined {
  const above = parent === null ? undefined : file.aors.get(parent.id);
  return above?.kind === kind ? above : undefined;
}

function arrange(file: OwnershipFile, { filter, today }: Look): Arrangement {
  const every = [...file.aors.values()];
  const all = filter === null ? every : every.filter((aor) => filter(file, aor));
  const vacant: Aor[] = [];
  const heldBy = new Map<string, Aor[]>();
  const backedUpBy = new Map<string, Aor[]>();
  const ofTeam = new Map<string | null, Aor[]>();
  const ofStatus = new Map<Status | null, Aor[]>();
  for (const aor of all) {
    const holders = holdersOf(file, aor, today);
    if (vacancyReason(file, aor, today) !== null) vacant.push(aor);
    for (const { id } of holders) add(heldBy, id, aor);
    for (const { id } of aor.backups) if (id !== holders[0]?.id) add(backedUpBy, id, aor);
    const teams = aor.teams.filter(({ id }) => file.teams.has(id));
    for (const id of teams.length === 0 ? [null] : teams.map((team) => team.id)) add(ofTeam, id, aor);
    add(ofStatus, aor.status, aor);
  }
  return { all, vacant, heldBy, backedUpBy, ofTeam, ofStatus, beneath: beneathOf(file, every, new Set(all)) };
}

function beneathOf(file: OwnershipFile, every: readonly Aor[], matching: ReadonlySet<Aor>): Map<Aor | null, Aor[]> {
  const shown = new Set<Aor>();
  for (const aor of matching)
    for (let at: Aor | undefined = aor; at !== undefined && !shown.has(at); at = parentOf(file, at)) shown.add(at);
  const found = new Map<Aor | null, Aor[]>();
  for (const aor of every) if (shown.has(aor)) add(found, parentOf(file, aor) ?? null, aor);
  return found;
}

function add<K>(map: Map<K, Aor[]>, key: K, aor: Aor): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [aor]);
  // A list may name the same one twice.
  else if (values.at(-1) !== aor) values.push(aor);
}
