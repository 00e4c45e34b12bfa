import type { Aor } from '../model';
import type { RuleIndex } from '../rules';

/** How many paths are looked at between two chances to do something else. */
const sliceLength = 500;

/**
 * The paths each area AOR has, by id, in the order given; AORs that have none are not in it. A generator, so that the
 * caller can do it in slices.
 */
export function* filesByArea(
  index: RuleIndex,
  paths: readonly string[],
): Generator<void, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const [count, path] of paths.entries()) {
    if (count % sliceLength === 0) yield;
    const decision = index.decide(path);
    if (decision.kind !== 'area') continue;
    const { id } = decision.winner.aor;
    const files = found.get(id);
    if (files === undefined) found.set(id, [path]);
    else files.push(path);
  }
  return found;
}

/** The paths a review AOR applies to, to every change or to some, in the order given; in slices like `filesByArea`. */
export function* filesOfReview(
  index: RuleIndex,
  { id }: Aor,
  paths: readonly string[],
): Generator<void, readonly string[]> {
  const found: string[] = [];
  for (const [count, path] of paths.entries()) {
    if (count % sliceLength === 0) yield;
    const { reviews, conditional } = index.explain(path);
    if (reviews.some((aor) => aor.id === id) || conditional.some(({ aor }) => aor.id === id)) found.push(path);
  }
  return found;
}

/** The paths that no AOR has and that are not exempt, in the order given; in slices like `filesByArea`. */
export function* unownedFiles(index: RuleIndex, paths: readonly string[]): Generator<void, readonly string[]> {
  const found: string[] = [];
  for (const [count, path] of paths.entries()) {
    if (count % sliceLength === 0) yield;
    if (index.decide(path).kind === 'none') found.push(path);
  }
  return found;
}
