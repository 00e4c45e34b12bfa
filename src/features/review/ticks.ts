/** Which items of checklists are ticked: remembered for each branch of each repository. */
import type { Memento } from 'vscode';

export interface Ticks {
  isTicked(branch: string, item: string): boolean;
  /** Resolves once it is remembered. */
  put(branch: string, changes: readonly (readonly [item: string, isTicked: boolean])[]): Promise<void>;
}

const key = 'review.ticks';
/** Branches come and go; what was ticked on old ones is forgotten. */
const mostBranches = 50;

/** `branch` names a branch of a repository, `item` an item of a checklist; both are opaque here. */
export function createTicks(memory: Pick<Memento, 'get' | 'update'>): Ticks {
  const all = (): ReadonlyMap<string, ReadonlySet<string>> => new Map(entriesOf(memory.get<unknown>(key)));
  return {
    isTicked: (branch, item) => all().get(branch)?.has(item) === true,
    async put(branch, changes) {
      const ticks = new Map(all());
      const items = new Set(ticks.get(branch));
      for (const [item, isTicked] of changes) {
        if (isTicked) items.add(item);
        else items.delete(item);
      }
      // The branch that was ticked last stands last.
      ticks.delete(branch);
      if (items.size > 0) ticks.set(branch, items);
      const kept = [...ticks].slice(-mostBranches).map(([name, ticked]) => [name, [...ticked]]);
      await memory.update(key, kept);
    },
  };
}

/** What was remembered, by this version or another. */
function entriesOf(value: unknown): [string, ReadonlySet<string>][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): [string, ReadonlySet<string>][] => {
    const [branch, items] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof branch !== 'string' || !Array.isArray(items)) return [];
    return [[branch, new Set(items.filter((item): item is string => typeof item === 'string'))]];
  });
}
