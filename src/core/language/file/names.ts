import type { OwnershipFile } from '../../model';
import type { IdName } from './ids';

/** What people call what an id names; `null`: nobody knows it. Untrusted text. */
export type NameOf = (name: IdName) => string | null;

/** Names as a model has them: it may be that of an older text, which does for a name. */
export const namesOf =
  ({ people, teams, aors, roles }: OwnershipFile): NameOf =>
  ({ kind, id, role }) => {
    switch (kind) {
      case 'person':
        return people.get(id)?.name ?? null;
      case 'team':
        return teams.get(id)?.name ?? null;
      case 'aor':
        return aors.get(id)?.title ?? null;
      case 'role':
        return roles.get(id)?.title ?? null;
      case 'duty':
        return roles.get(role ?? '')?.duties.get(id)?.title ?? null;
    }
  };
