import type { Aor, Day, OwnershipFile, Person, Today, VacancyReason } from '../model';
import { hasLeft } from './days';

/** Who holds an AOR today, or why nobody does. */
export type Holder =
  { readonly owner: Person; readonly reason: null } | { readonly owner: null; readonly reason: VacancyReason };

export function holderOf(file: OwnershipFile, aor: Aor, today: Today): Holder {
  if (aor.owner === null) return { owner: null, reason: 'none' };
  const person = file.people.get(aor.owner.id);
  if (person === undefined) return { owner: null, reason: 'unknown-person' };
  return hasLeft(person, today) ? { owner: null, reason: 'left' } : { owner: person, reason: null };
}

/** Since when nobody holds an AOR: what the file says, else the day its owner left; `null` where it is held or nobody knows. */
export function vacantSince(file: OwnershipFile, aor: Aor, today: Today): Day | null {
  const { reason } = holderOf(file, aor, today);
  if (reason === null) return null;
  const left = reason === 'left' && aor.owner !== null ? (file.people.get(aor.owner.id)?.left ?? null) : null;
  return aor.vacant?.since ?? left;
}
