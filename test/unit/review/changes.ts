import type { ChangedFile } from '../../../src/core';

/** A changed file in the words of the conformance cases. */
export interface WrittenChange {
  readonly status: string;
  readonly path: string;
  readonly from?: string;
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly binary?: boolean;
}

const kinds = { A: 'added', M: 'modified', D: 'deleted', R: 'renamed' } as const;

const isKind = (status: string): status is keyof typeof kinds => Object.hasOwn(kinds, status);

/** Reads a changed file; its lines are numbered from 1. */
export function changedFile({ status, path, from, added = [], removed = [], binary }: WrittenChange): ChangedFile {
  return {
    kind: isKind(status) ? kinds[status] : 'modified',
    path,
    from: from ?? null,
    added,
    removed,
    addedAt: added.map((_, at) => at + 1),
    removedAt: removed.map((_, at) => at + 1),
    isBinary: binary ?? false,
    droppedLines: 0,
  };
}
