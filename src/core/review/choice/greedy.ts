/** A good choice for many needs: whoever takes most of what is left, then whoever can be spared goes. */
import { addCosts, bestOption, compareCosts, comparePeople, type Cost, type Option, type PersonCost } from './need';
import type { OpenNeed } from './reduce';

/** A cover of all needs, in time that grows with the options. Not always the best. */
export function solveGreedily(needs: readonly OpenNeed[], personCost: PersonCost): ReadonlyMap<string, string> {
  const compare = comparePeople(personCost);
  const chosen = cover(needs, compare);
  const assign = (): ReadonlyMap<string, string> => assignmentTo(needs, chosen, compare);
  // Those who were taken early may have become superfluous; the last ones first, who take least.
  for (const person of [...chosen].reverse()) {
    const isSpared = needs.every(
      ({ options, fallback }) =>
        fallback !== null || options.some((option) => option.person !== person && chosen.has(option.person)),
    );
    if (isSpared) chosen.delete(person);
  }
  return assign();
}

interface Taker {
  readonly person: string;
  readonly needs: Map<OpenNeed, Option>;
}

/** People who together reach every need that nobody takes otherwise. */
function cover(needs: readonly OpenNeed[], compare: (a: string, b: string) => number): Set<string> {
  const takers = new Map<string, Taker>();
  for (const need of needs) {
    if (need.fallback !== null) continue;
    for (const option of need.options) {
      const taker = takers.get(option.person) ?? { person: option.person, needs: new Map<OpenNeed, Option>() };
      takers.set(option.person, taker);
      taker.needs.set(need, option);
    }
  }
  const chosen = new Set<string>();
  for (;;) {
    let best: Taker | undefined;
    for (const taker of takers.values()) {
      if (taker.needs.size > 0 && (best === undefined || isBetter(taker, best, compare))) best = taker;
    }
    if (best === undefined) return chosen;
    chosen.add(best.person);
    for (const need of [...best.needs.keys()]) {
      for (const { person } of need.options) takers.get(person)?.needs.delete(need);
    }
  }
}

function isBetter(a: Taker, b: Taker, compare: (a: string, b: string) => number): boolean {
  if (a.needs.size !== b.needs.size) return a.needs.size > b.needs.size;
  return (compareCosts(sumOf(a), sumOf(b)) || compare(a.person, b.person)) < 0;
}

const sumOf = ({ needs }: Taker): Cost =>
  [...needs.values()].map(({ cost }) => cost).reduce((sum, cost) => addCosts(sum, cost));

/** Each need to the best of those who are asked. */
function assignmentTo(
  needs: readonly OpenNeed[],
  chosen: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
): ReadonlyMap<string, string> {
  const assignment = new Map<string, string>();
  for (const { id, options, fallback } of needs) {
    const asked = options.filter(({ person }) => chosen.has(person));
    const best = bestOption(asked, compare) ?? fallback;
    if (best !== null) assignment.set(id, best.person);
  }
  return assignment;
}
