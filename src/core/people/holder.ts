import type { Aor, Day, OwnershipFile, Person, Today, VacancyReason } from '../model';
import { hasLeft } from './days';

/** Who holds an AOR today, or why nobody does; `shared`: several do, as a line of `CODEOWNERS` has them. */
export type Holder =
  | { readonly owner: Person; readonly reason: null }
  | { readonly owner: null; readonly reason: VacancyReason | 'shared' };

export function holderOf(file: OwnershipFile, aor: Aor, today: Today): Holder {
  if (aor.shared.length > 0) return { owner: null, reason: 'shared' };
  if (aor.owner === null) return { owner: null, reason: 'none' };
  const person = file.people.get(aor.owner.id);
  if (person === undefined) return { owner: null, reason: 'unknown-person' };
  return hasLeft(person, today) ? { owner: null, reason: 'left' } : { owner: person, reason: null };
}

/** The people who hold an AOR today: its owner, or all who share it. */
export function holdersOf(file: OwnershipFile, aor: Aor, today: Today): readonly Person[] {
  const { owner } = holderOf(file, aor, today);
  return owner === null ? aor.shared.flatMap(({ id }) => file.people.get(id) ?? []) : [owner];
}

/** Why nobody holds an AOR today; `null`: somebody does. */
export function vacancyReason(file: OwnershipFile, aor: Aor, today: Today): VacancyReason | null {
  const { reason } = holderOf(file, aor, today);
  return reason === 'shared' ? null : reason;
}

/** Since when nobody holds an AOR: what the file says, else the day its owner left; `null` where it is held or nobody knows. */
export function vacantSince(file: OwnershipFile, aor: Aor, today: Today): Day | null {
  const reason = vacancyReason(file, aor, today);
  if (reason === null) return null;
  const left = reason === 'left' && aor.owner !== null ? (file.people.get(aor.owner.id)?.left ?? null) : null;
  return aor.vacant?.since ?? left;
}
