/** Which of somebody's AORs a change touches, where nothing but its paths is known of it. */
import type { Aor, OwnershipFile, Today } from '../model';
import { absencesRunning, hasLeft } from '../people/days';
import { holdersOf } from '../people/holder';
import type { RuleIndex } from '../rules';
import type { Rung } from './asked';
import { sortedSet } from './order';

/** As what somebody answers for an AOR of their own. */
export type OwnRung = Extract<Rung, 'owner' | 'cover' | 'backup'>;

const rungs: readonly OwnRung[] = ['owner', 'cover', 'backup'];

export interface TouchedAor {
  readonly aor: Aor;
  readonly as: OwnRung;
  /** Base-relative, sorted, each once. */
  readonly files: readonly string[];
  /** `false`: a review with conditions that paths do not tell, so it may not apply. */
  readonly isCertain: boolean;
}

/**
 * The AORs among the changed paths (base-relative, both sides of a rename) that a person holds, covers for somebody who is
 * away, or backs up: in this order, then as they are defined. A review counts where its paths match.
 */
export function touchedOf(
  file: OwnershipFile,
  index: RuleIndex,
  paths: readonly string[],
  { person, today }: { readonly person: string; readonly today: Today },
): readonly TouchedAor[] {
  const own = ownAors(file, person, today);
  if (own.size === 0) return [];
  const files = new Map<string, string[]>();
  const certain = new Set<string>();
  for (const path of paths) {
    const { decision, reviews, conditional } = index.explain(path);
    const sure = [...(decision.kind === 'area' ? [decision.winner.aor] : []), ...reviews];
    for (const { id } of sure) certain.add(id);
    for (const { id } of [...sure, ...conditional.map(({ aor }) => aor)]) {
      if (!own.has(id)) continue;
      const found = files.get(id);
      if (found === undefined) files.set(id, [path]);
      else found.push(path);
    }
  }
  const touched = [...own].flatMap(([id, as]): readonly TouchedAor[] => {
    const [aor, found] = [file.aors.get(id), files.get(id)];
    return aor === undefined || found === undefined
      ? []
      : [{ aor, as, files: sortedSet(found), isCertain: certain.has(id) }];
  });
  return rungs.flatMap((rung) => touched.filter(({ as }) => as === rung));
}

/** What is somebody's today, by id, in order of definition. */
function ownAors(file: OwnershipFile, person: string, today: Today): ReadonlyMap<string, OwnRung> {
  const own = new Map<string, OwnRung>();
  const self = file.people.get(person);
  if (self === undefined || hasLeft(self, today)) return own;
  for (const [id, aor] of file.aors) {
    const as = rungOn(file, aor, person, today);
    if (as !== null) own.set(id, as);
  }
  return own;
}

function rungOn(file: OwnershipFile, aor: Aor, person: string, today: Today): OwnRung | null {
  const holders = holdersOf(file, aor, today);
  if (holders.some(({ id }) => id === person)) return 'owner';
  const covers = aor.shared.length > 0 ? [] : holders.flatMap((owner) => absencesRunning(owner, today));
  if (covers.some(({ cover }) => cover?.id === person)) return 'cover';
  return aor.backups.some(({ id }) => id === person) ? 'backup' : null;
}
