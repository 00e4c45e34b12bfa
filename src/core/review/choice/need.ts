/** The choice as numbers: who could take which need, at what cost. Costs compare in order; there are no weights. */
import { compareText } from '../order';

/** Whole numbers, less is better; the first difference decides. All costs of one choice have the same length. */
export type Cost = readonly number[];

/** Somebody who could take a need. */
export interface Option {
  readonly person: string;
  /** What it costs when this person takes this need: stand-in, rung, evidence. */
  readonly cost: Cost;
}

/** Something that one person has to take. */
export interface Need {
  readonly id: string;
  /** At least one; each person once. */
  readonly options: readonly Option[];
}

/** What it costs to ask a person at all, whatever they take: load, then a number that only breaks ties. */
export type PersonCost = (person: string) => Cost;

/** Need → person. */
export type Assignment = ReadonlyMap<string, string>;

export function compareCosts(a: Cost, b: Cost): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const addCosts = (a: Cost, b: Cost): Cost => a.map((part, at) => part + (b[at] ?? 0));

/** An order of people in which no two are equal. */
export const comparePeople =
  (costOf: PersonCost) =>
  (a: string, b: string): number =>
    compareCosts(costOf(a), costOf(b)) || compareText(a, b);

/** The best option, by cost, then by person. */
export function bestOption(options: readonly Option[], compare: (a: string, b: string) => number): Option | undefined {
  return options.reduce<Option | undefined>((best, option) => {
    if (best === undefined) return option;
    return (compareCosts(option.cost, best.cost) || compare(option.person, best.person)) < 0 ? option : best;
  }, undefined);
}

/** The whole cost of an assignment: people, then the needs' costs, then the people's. */
export function totalCost(needs: readonly Need[], assignment: Assignment, personCost: PersonCost): Cost {
  const people = new Set(assignment.values());
  const ofNeeds = needs.map(
    ({ id, options }) => options.find(({ person }) => person === assignment.get(id))?.cost ?? [],
  );
  const sum = (costs: readonly Cost[]): Cost => costs.reduce((a, b) => (a.length === 0 ? b : addCosts(a, b)), []);
  return [people.size, ...sum(ofNeeds), ...sum([...people].map(personCost))];
}
