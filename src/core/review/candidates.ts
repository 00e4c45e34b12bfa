/** From requirements to needs: who could take each, as numbers that compare. */
import { loadStep } from './answering';
import type { Candidate } from './asked';
import type { Need, PersonCost } from './choice';
import { sortedSet, stableHash } from './order';
import type { Requirement, SuggestInput } from './suggestion';

/** A requirement that somebody can be asked for. */
export interface Askable {
  readonly requirement: Requirement;
  /** Best first, never empty. */
  readonly candidates: readonly Candidate[];
}

/**
 * A requirement as a need. Costs: giving it to a stand-in while the owner could be asked; the rung, earliest first;
 * what history says against the person.
 */
export function needOf(
  { requirement, candidates }: Askable,
  { mode, evidence }: Pick<SuggestInput, 'mode' | 'evidence'>,
): Need {
  const isOwnerThere = candidates[0]?.as === 'owner';
  const options = candidates.map(({ person, as, of }, at) => {
    // Those who share it stand on one rung.
    const rung = of.shared.length > 0 ? 0 : at;
    const score = evidence?.scoreOf(person.id, requirement) ?? 0;
    return { person: person.id, cost: [isOwnerThere && as !== 'owner' ? 1 : 0, rung, -score] };
  });
  // Fewest stand-ins comes before everything else: then only the owner is in question, wherever they can be asked.
  const isAccountable = mode === 'accountable' && isOwnerThere && candidates[0]?.of.shared.length === 0;
  return { id: requirement.aor.id, options: isAccountable ? options.slice(0, 1) : options };
}

/** Breaks ties between people, differently for each change, and always in the same way for the same change. */
export type TieBreaker = (person: string) => number;

export function tieBreakerFor(requirements: readonly Requirement[], authors: ReadonlySet<string>): TieBreaker {
  const seed = stableHash([...requirements.map(({ aor }) => aor.id).sort(), '', ...sortedSet(authors)]);
  const known = new Map<string, number>();
  return (person) => {
    const hash = known.get(person) ?? stableHash([String(seed), person]);
    known.set(person, hash);
    return hash;
  };
}

/** What asking a person costs, whatever for: their load, then a number that only breaks ties. */
export function personCostOf({ forge }: Pick<SuggestInput, 'forge'>, tieBreaker: TieBreaker): PersonCost {
  return (person) => [loadStep(forge?.waiting.get(person) ?? 0), tieBreaker(person)];
}
