import { takesAor } from './aors';
import { takesGlobs } from './paths';
import { takesPerson, takesTeam } from './people';
import { takesPolicy } from './policy';
import { takesRole } from './roles';
import type { TakesMap } from './takes';

/** What an ownership file takes. */
export const takesFile: TakesMap = {
  kind: 'map',
  keys: {
    version: { kind: 'choice', values: ['1'] },
    include: takesGlobs,
    people: { kind: 'ids', of: takesPerson },
    teams: { kind: 'ids', of: takesTeam },
    aors: { kind: 'ids', of: takesAor },
    exempt: takesGlobs,
    roles: { kind: 'ids', of: takesRole },
    review: takesPolicy,
  },
  required: [],
};
