/** What the product suggests for a change of the past. */
import { loadRegexFor, suggest, type ChangedFile, type ChoiceMode } from '../../src/core';
import type { ListedArea } from '../listed/books';
import { best, requirementOf } from './methods';
import { loadText, ownershipText } from './ownershipFile';
import type { Replayed } from './replayed';

/** Ids of the people to ask, and the names of others who know it. */
export interface Suggested {
  readonly asked: readonly string[];
  readonly knows: readonly string[];
}

/**
 * The people of an area as people on one rung: by evidence, else as listed. Where the first of them is the owner and
 * the rest are backups in this order, evidence decides among equals.
 */
export function byEvidence({ areas, evidence }: Replayed, area: ListedArea): readonly string[] {
  const requirement = requirementOf(areas.get(area) ?? []);
  return best(area.people, (id) => evidence.scoreOf(id, requirement));
}

/** The suggestion for an ownership file whose owners and backups stand in the order of `ordered`. */
export async function suggestion(
  { listing, areas, authors, commit, evidence, index }: Replayed,
  ordered: (area: ListedArea) => readonly string[],
  mode: ChoiceMode,
): Promise<Suggested> {
  const file = await loadText(ownershipText(listing, areas, ordered));
  const { ask, knows } = suggest({
    change: { files: commit.paths.map(modified) },
    base: file,
    fork: file,
    head: file,
    authors,
    busy: new Set(),
    today: { instant: index.now },
    mode,
    regex: await loadRegexFor(file),
    evidence,
  });
  return { asked: ask.map(({ person }) => person.id), knows: knows.map(({ knower }) => knower.name) };
}

/** Up to three people who know the files of the area with most of them, listed or not. */
export function threeNames({ areas, evidence }: Replayed): readonly string[] {
  const [files = []] = [...areas.values()].sort((a, b) => b.length - a.length);
  return evidence
    .knowersOf(files)
    .slice(0, 3)
    .map(({ name }) => name);
}

const modified = (path: string): ChangedFile => ({
  kind: 'modified',
  path,
  from: null,
  added: [],
  removed: [],
  addedAt: [],
  removedAt: [],
  isBinary: false,
  droppedLines: 0,
});
