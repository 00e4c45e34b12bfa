/** Makes a choice smaller without changing what is best: forced picks first, dominated people out, components apart. */
import { bestOption, compareCosts, comparePeople, type Need, type Option, type PersonCost } from './need';

/** A need that is left to be decided. */
export interface OpenNeed extends Need {
  /** Who takes it for no further person, because they are asked anyway; the options are better for it than that. */
  readonly fallback: Option | null;
}

/** A smaller choice with the same best answer. */
export interface Reduced {
  /** Needs that are decided: need → person. */
  readonly settled: ReadonlyMap<string, string>;
  /** What is left, in parts that share nobody. */
  readonly components: readonly (readonly OpenNeed[])[];
}

/** `there`: people who are asked anyway. */
export function reduce(
  needs: readonly Need[],
  personCost: PersonCost,
  there: ReadonlySet<string> = new Set(),
): Reduced {
  const compare = comparePeople(personCost);
  const settled = new Map<string, string>();
  const forced = new Set(there);
  let open: readonly OpenNeed[] = needs.map((need) => ({ ...need, fallback: null }));
  for (;;) {
    const forcedBefore = forced.size;
    for (const { options, fallback } of open) {
      if (fallback === null && options.length === 1 && options[0] !== undefined) forced.add(options[0].person);
    }
    open = open.map((need) => withFallback(need, forced, compare));
    const { kept, hasChanged } = withoutDominated(open, compare);
    open = kept.filter((need) => {
      if (need.options.length > 0 || need.fallback === null) return true;
      settled.set(need.id, need.fallback.person);
      return false;
    });
    if (!hasChanged && forced.size === forcedBefore) return { settled, components: componentsOf(open) };
  }
}

/** Lets somebody who is asked anyway take the need, and keeps only options that are better for it. */
function withFallback(
  { id, options, fallback }: OpenNeed,
  forced: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
): OpenNeed {
  const asked = options.filter(({ person }) => forced.has(person));
  const best = bestOption(fallback === null ? asked : [...asked, fallback], compare) ?? null;
  if (best === null) return { id, options, fallback };
  const better = options.filter((option) => !forced.has(option.person) && compareCosts(option.cost, best.cost) < 0);
  return { id, options: better, fallback: best };
}

/** What a person could take: need → cost. */
type Reach = ReadonlyMap<OpenNeed, Option>;

function reachOf(open: readonly OpenNeed[]): ReadonlyMap<string, Reach> {
  const reach = new Map<string, Map<OpenNeed, Option>>();
  for (const need of open) {
    for (const option of need.options) {
      const known = reach.get(option.person) ?? new Map<OpenNeed, Option>();
      reach.set(option.person, known.set(need, option));
    }
  }
  return reach;
}

/** Takes out people whom somebody else can replace everywhere, at no higher cost, and those who would save nobody. */
function withoutDominated(
  open: readonly OpenNeed[],
  compare: (a: string, b: string) => number,
): { readonly kept: readonly OpenNeed[]; readonly hasChanged: boolean } {
  const reach = reachOf(open);
  const out = new Set<string>();
  for (const [person, needs] of reach) {
    const rarest = [...needs.keys()].reduce((a, b) => (b.options.length < a.options.length ? b : a));
    const savesNobody = [...needs.keys()].every(({ fallback }) => fallback !== null);
    const isReplaced = rarest.options.some(
      (other) => other.person !== person && !out.has(other.person) && replaces(other.person, person),
    );
    if (savesNobody || isReplaced) out.add(person);
  }
  function replaces(other: string, person: string): boolean {
    const theirs = reach.get(other);
    const needs = reach.get(person);
    if (theirs === undefined || needs === undefined || theirs.size < needs.size) return false;
    // An order without ties: of two who are equal in all else, one stays.
    if (compare(other, person) > 0) return false;
    for (const [need, { cost }] of needs) {
      const option = theirs.get(need);
      if (option === undefined || compareCosts(option.cost, cost) > 0) return false;
    }
    return true;
  }
  if (out.size === 0) return { kept: open, hasChanged: false };
  const kept = open.map((need) => ({ ...need, options: need.options.filter(({ person }) => !out.has(person)) }));
  return { kept, hasChanged: true };
}

/** Needs that share an option, directly or through others. */
function componentsOf(open: readonly OpenNeed[]): readonly (readonly OpenNeed[])[] {
  const reach = reachOf(open);
  const seen = new Set<OpenNeed>();
  const components: OpenNeed[][] = [];
  for (const start of open) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component = [start];
    // Grows while it is walked.
    for (const need of component) {
      for (const { person } of need.options) {
        for (const other of reach.get(person)?.keys() ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          component.push(other);
        }
      }
    }
    components.push(component);
  }
  return components;
}
