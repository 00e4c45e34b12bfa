/** Who takes what: fewest people, then the lowest costs. The door of this folder. */
import { compareText } from '../order';
import { exactLimit, solveExactly } from './exact';
import { solveGreedily } from './greedy';
import type { Assignment, Need, PersonCost } from './need';
import { reduce } from './reduce';

export type { Assignment, Cost, Need, Option, PersonCost } from './need';

/**
 * Somebody for every need. The best choice where no more than 16 needs hang together, a good one beyond. The order of
 * `needs` and of their options makes no difference. `there`: people who count as none, because they take part anyway.
 */
export function choose(
  needs: readonly Need[],
  personCost: PersonCost,
  there: ReadonlySet<string> = new Set(),
): Assignment {
  const sorted = needs
    .map(({ id, options }) => ({ id, options: [...options].sort((a, b) => compareText(a.person, b.person)) }))
    .sort((a, b) => compareText(a.id, b.id));
  const { settled, components } = reduce(sorted, personCost, there);
  const assignment = new Map(settled);
  for (const component of components) {
    const solve = component.length <= exactLimit ? solveExactly : solveGreedily;
    for (const [need, person] of solve(component, personCost)) assignment.set(need, person);
  }
  return assignment;
}
