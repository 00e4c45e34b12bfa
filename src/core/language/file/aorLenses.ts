import type { Range } from '../../file/plainTree';
import type { OwnershipFile, Today } from '../../model';
import { filesText } from '../../review/explain';
import { holderSummary } from '../summary';
import type { WrittenFile } from './writtenFile';

export interface AorLens {
  readonly id: string;
  /** The key of the AOR. */
  readonly at: Range;
  /** `142 files · Ana Ruiz`, `vacant`; plain text that may hold anything. */
  readonly text: string;
}

/** What the counts of a tree are taken from. */
interface Counted {
  readonly filesOf: ReadonlyMap<string, number>;
}

/**
 * A line above each AOR that the model knows: its files, where they were counted and it is an area with globs, and who
 * holds it.
 */
export const aorLenses = (
  { path, ids }: WrittenFile,
  model: OwnershipFile,
  tree: Counted | null,
  today: Today,
): readonly AorLens[] =>
  ids.flatMap(({ kind, isDefinition, id, at }) => {
    const aor = kind === 'aor' && isDefinition ? model.aors.get(id) : undefined;
    // Of two with one id, in two files, one counts.
    if (aor === undefined || aor.at.file !== path) return [];
    const isCounted = tree !== null && aor.kind === 'area' && aor.hasPaths;
    const files = isCounted ? [filesText(tree.filesOf.get(id) ?? 0)] : [];
    return [{ id, at, text: [...files, holderSummary(model, aor, today)].join(' · ') }];
  });
