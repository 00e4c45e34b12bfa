import type { ChangedFile } from '../../core';

/**
 * One list of what the stages of a change hold, first to last: committed, staged, in the work tree. A path is what the
 * last stage says of it, and has the lines of all: whatever is opened for review now or later is in it. By path.
 */
export function unionOf(stages: readonly (readonly ChangedFile[])[]): readonly ChangedFile[] {
  const byPath = new Map<string, ChangedFile>();
  for (const stage of stages) {
    const moved = new Set(stage.flatMap(({ from }) => from ?? []));
    // What an earlier stage deletes and this one has moved is told once, by the rename.
    for (const path of moved) if (byPath.get(path)?.kind === 'deleted') byPath.delete(path);
    for (const file of stage) {
      const before = byPath.get(file.path);
      byPath.set(file.path, before === undefined ? file : withLinesOf(file, before));
    }
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function withLinesOf(file: ChangedFile, before: ChangedFile): ChangedFile {
  if (file.isBinary) return file;
  const added = missingIn(file.added, before.added, before.addedAt);
  const removed = missingIn(file.removed, before.removed, before.removedAt);
  return {
    ...file,
    added: [...file.added, ...added.lines],
    removed: [...file.removed, ...removed.lines],
    addedAt: [...file.addedAt, ...added.at],
    removedAt: [...file.removedAt, ...removed.at],
    droppedLines: Math.max(file.droppedLines, before.droppedLines),
  };
}

/** Those of the earlier lines that are not among the later ones, each as often as it is more there. */
function missingIn(later: readonly string[], earlier: readonly string[], at: readonly number[]) {
  const counts = new Map<string, number>();
  for (const line of later) counts.set(line, (counts.get(line) ?? 0) + 1);
  const kept = earlier.flatMap((line, index) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left > 0 ? [] : [index];
  });
  return { lines: kept.map((index) => earlier[index] ?? ''), at: kept.map((index) => at[index] ?? 0) };
}
