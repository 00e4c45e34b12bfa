import type { Aor, ReviewNeed } from '../model';

/** What a review AOR looks at beside the path; empty: it applies by path alone. */
export function needsOf(aor: Aor): readonly ReviewNeed[] {
  const needs: readonly (ReviewNeed | null)[] = [
    aor.content === null ? null : 'content',
    aor.minLines === null ? null : 'min-lines',
    aor.changes === null ? null : 'changes',
  ];
  return needs.filter((need) => need !== null);
}
