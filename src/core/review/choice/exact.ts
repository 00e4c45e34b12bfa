/** The best choice for a few needs, by dynamic programming over the sets of needs that are left. */
import { addCosts, compareCosts, type Cost, type PersonCost } from './need';
import type { OpenNeed } from './reduce';

/** More needs than this take too long. */
export const exactLimit = 16;

interface Taker {
  readonly person: string;
  /** The needs they could take, as bits. */
  readonly reach: number;
  readonly personCost: Cost;
  /** By need. */
  readonly costs: readonly (Cost | undefined)[];
}

interface Plan {
  readonly cost: Cost;
  readonly person: string;
  /** The needs the person takes, as bits. */
  readonly takes: number;
}

/** Fewest further people, then the lowest costs. At most `exactLimit` needs. */
export function solveExactly(needs: readonly OpenNeed[], personCost: PersonCost): ReadonlyMap<string, string> {
  const takers = takersOf(needs, personCost);
  const byNeed = needs.map((_, at) => takers.filter(({ reach }) => ((reach >> at) & 1) === 1));
  const people = fewestPeople(needs, byNeed);
  const plans = new Map<number, Plan | null>();

  /** The best way to take a set of needs: who takes the first of them, with which others. */
  const planFor = (left: number): Plan | null => {
    if (left === 0) return null;
    const known = plans.get(left);
    if (known !== undefined) return known;
    const at = lowest(left);
    const low = 1 << at;
    let best: Plan | null = null;
    const offer = (person: string, takes: number, cost: Cost): void => {
      const rest = planFor(left & ~takes);
      const whole = rest === null ? cost : addCosts(cost, rest.cost);
      if (best === null || compareCosts(whole, best.cost) < 0) best = { cost: whole, person, takes };
    };
    const fallback = needs[at]?.fallback;
    if (fallback != null && people[left & ~low] === people[left])
      offer(fallback.person, low, [...fallback.cost, ...personCost(fallback.person).map(() => 0)]);
    for (const taker of byNeed[at] ?? []) {
      const others = taker.reach & left & ~low;
      // Every set of others: a person may leave a need to somebody who is better for it.
      for (let sub = others; ; sub = (sub - 1) & others) {
        if (1 + (people[left & ~(sub | low)] ?? 0) === people[left])
          offer(taker.person, sub | low, costOf(taker, sub | low));
        if (sub === 0) break;
      }
    }
    plans.set(left, best);
    return best;
  };

  const assignment = new Map<string, string>();
  for (let left = (1 << needs.length) - 1; left !== 0;) {
    const plan = planFor(left);
    if (plan === null) break;
    for (const [at, { id }] of needs.entries()) if (((plan.takes >> at) & 1) === 1) assignment.set(id, plan.person);
    left &= ~plan.takes;
  }
  return assignment;
}

function takersOf(needs: readonly OpenNeed[], personCost: PersonCost): readonly Taker[] {
  const people = new Set(needs.flatMap(({ options }) => options.map(({ person }) => person)));
  return [...people].map((person) => {
    const costs = needs.map(({ options }) => options.find((option) => option.person === person)?.cost);
    const reach = costs.reduce((bits, cost, at) => (cost === undefined ? bits : bits | (1 << at)), 0);
    return { person, reach, personCost: personCost(person), costs };
  });
}

/** For each set of needs, how many people it takes beyond those who are asked anyway. */
function fewestPeople(needs: readonly OpenNeed[], byNeed: readonly (readonly Taker[])[]): Uint8Array {
  const fewest = new Uint8Array(1 << needs.length);
  for (let left = 1; left < fewest.length; left++) {
    const at = lowest(left);
    let best = needs[at]?.fallback == null ? 255 : (fewest[left & ~(1 << at)] ?? 255);
    for (const { reach } of byNeed[at] ?? []) best = Math.min(best, 1 + (fewest[left & ~reach] ?? 255));
    fewest[left] = best;
  }
  return fewest;
}

const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);

function costOf({ costs, personCost }: Taker, takes: number): Cost {
  let sum: Cost | null = null;
  for (const [at, cost] of costs.entries()) {
    if (cost !== undefined && ((takes >> at) & 1) === 1) sum = sum === null ? cost : addCosts(sum, cost);
  }
  return [...(sum ?? []), ...personCost];
}
