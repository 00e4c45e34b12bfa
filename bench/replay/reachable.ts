/** Which commits a commit could know of. */
import type { HistoryCommit } from '../../src/core';

/** The commits that a commit reaches and that are not older than `since` (ms), itself included, newest first. */
export function reachable(commits: readonly HistoryCommit[]): (from: string, since: number) => HistoryCommit[] {
  const byId = new Map(commits.map((commit, at) => [commit.id, { commit, at }]));
  return (from, since) => {
    const seen = new Set<string>();
    const found: { readonly commit: HistoryCommit; readonly at: number }[] = [];
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const entry = byId.get(id);
      if (entry === undefined || seen.has(id)) continue;
      seen.add(id);
      if (entry.commit.time < since) continue;
      found.push(entry);
      open.push(...entry.commit.parents);
    }
    return found.sort((a, b) => a.at - b.at).map(({ commit }) => commit);
  };
}
