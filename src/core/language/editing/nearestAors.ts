/** Which AORs a file or folder most likely belongs to. */
import type { Aor, OwnershipFile } from '../../model';
import type { RuleIndex } from '../../rules';
import { isWithin, probeOf, type Target } from './globFor';

/** An AOR that could take the targets. */
export interface NearAor {
  readonly aor: Aor;
  /** Whether it has all of the targets already. */
  readonly hasAll: boolean;
}

/**
 * AORs whose `paths` can name the targets: that of the folder around the first one, then by how much of its path their
 * globs name, then by title; reviews behind areas, and those that have all of it already behind all.
 */
export function nearestAors(file: OwnershipFile, index: RuleIndex, targets: readonly Target[]): readonly NearAor[] {
  const [first] = targets;
  if (first === undefined) return [];
  const folder = first.path.includes('/') ? first.path.slice(0, first.path.lastIndexOf('/')) : '';
  const around = aorAt(index, { path: first.path === '' ? '' : folder, isFolder: true });
  const segments = first.path.split('/');
  const able = [...file.aors.values()].filter(
    (aor) =>
      (aor.kind === 'area' || (aor.kind === 'review' && aor.hasPaths)) &&
      targets.every(({ path }) => isWithin(path, aor.base)),
  );
  const ranked = able.map((aor) => {
    const hasAll = aor.kind === 'area' && targets.every((target) => aorAt(index, target)?.id === aor.id);
    const far = hasAll ? 2 : aor.kind === 'area' ? 0 : 1;
    return { aor, hasAll, far, isAround: aor.id === around?.id, ...nearness(aor, segments) };
  });
  ranked.sort(
    (a, b) =>
      a.far - b.far ||
      Number(b.isAround) - Number(a.isAround) ||
      b.common - a.common ||
      a.beyond - b.beyond ||
      compare(a.aor.title, b.aor.title),
  );
  return ranked.map(({ aor, hasAll }) => ({ aor, hasAll }));
}

/** The area that decides a target. */
export function aorAt(index: RuleIndex, target: Target): Aor | null {
  const decision = index.decide(probeOf(target));
  return decision.kind === 'area' ? decision.winner.aor : null;
}

/** How many folders from the root on a glob shares with the path, and how many more it names. */
function nearness({ paths }: Aor, segments: readonly string[]): { readonly common: number; readonly beyond: number } {
  let best = { common: 0, beyond: Infinity };
  for (const { glob } of paths) {
    if (glob.exclude) continue;
    for (const pattern of glob.patterns) {
      let common = 0;
      while (pattern[common]?.class === 'plain' && pattern[common]?.text === segments[common]) common++;
      const beyond = pattern.filter(({ class: is }) => is === 'plain').length - common;
      if (common > best.common || (common === best.common && beyond < best.beyond)) best = { common, beyond };
    }
  }
  return best;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
