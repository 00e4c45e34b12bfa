import type { Ref } from '../../model';

/**
 * The members of cycles in a graph where each node has at most one arrow. A node that only leads to a cycle is none.
 * Example: a → b → a, c → a gives a and b.
 */
export function cycleMembers(next: ReadonlyMap<string, Ref | null>): ReadonlySet<string> {
  const members = new Set<string>();
  const done = new Set<string>();
  for (const start of next.keys()) {
    const trail: string[] = [];
    const onTrail = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && !done.has(id) && !onTrail.has(id)) {
      trail.push(id);
      onTrail.add(id);
      id = next.get(id)?.id;
    }
    if (id !== undefined && onTrail.has(id)) for (const member of trail.slice(trail.indexOf(id))) members.add(member);
    for (const seen of trail) done.add(seen);
  }
  return members;
}
