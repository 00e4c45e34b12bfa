/** How many people are asked: everybody for a `must`, of the others as many as the policy allows. */
import type { TieBreaker } from './candidates';
import { compareText } from './order';
import type { Requirement } from './suggestion';

/** A person with what they would be asked for. */
export interface Load<T extends { readonly requirement: Requirement }> {
  readonly person: string;
  readonly items: readonly T[];
}

/** Who comes first: those with a `must`, then with an area, then with offers. */
const levelOrder = { must: 0, area: 1, offer: 2, note: 3 } as const;

/** Sorted for asking: `must` first, then areas, then offers; each with most files first. */
export function byWeight(a: Requirement, b: Requirement): number {
  return (
    levelOrder[a.level] - levelOrder[b.level] || b.files.length - a.files.length || compareText(a.aor.id, b.aor.id)
  );
}

/**
 * The people in the order they are asked, cut where the policy says so. People who are asked for a `must` take no
 * place; those who are there already take theirs first, and keep it. `rest` are those for whom there was none.
 */
export function capped<T extends { readonly requirement: Requirement }>(
  loads: readonly Load<T>[],
  askAtMost: number,
  tieBreaker: TieBreaker,
  isThere: (person: string) => boolean = () => false,
): { readonly asked: readonly Load<T>[]; readonly rest: readonly Load<T>[] } {
  const ranked = loads
    .map((load) => ({ load, ...rankOf(load) }))
    .sort(
      (a, b) =>
        a.level - b.level ||
        b.files - a.files ||
        tieBreaker(a.load.person) - tieBreaker(b.load.person) ||
        compareText(a.load.person, b.load.person),
    );
  const takesPlace = ({ level }: { readonly level: number }): boolean => level !== levelOrder.must;
  const there = ranked.filter((one) => takesPlace(one) && isThere(one.load.person));
  const room = Math.max(0, askAtMost - there.length);
  const out = new Set(ranked.filter((one) => takesPlace(one) && !there.includes(one)).slice(room));
  const loadsOf = (isOut: boolean): readonly Load<T>[] =>
    ranked.filter((one) => out.has(one) === isOut).map(({ load }) => load);
  return { asked: loadsOf(false), rest: loadsOf(true) };
}

/** The strictest level a person is asked at, and how many changed files that is about. */
function rankOf<T extends { readonly requirement: Requirement }>({ items }: Load<T>) {
  const level = Math.min(...items.map(({ requirement }) => levelOrder[requirement.level]));
  const files = items
    .filter(({ requirement }) => levelOrder[requirement.level] === level)
    .flatMap(({ requirement }) => requirement.files);
  return { level, files: new Set(files).size };
}
