/** *New AOR here…*: an AOR of its own for files or folders, beside the one that has them now. */
import { addBeside, setValue, type Value } from '../../edits';
import type { Aor, OwnershipFile, PathEntry } from '../../model';
import type { RuleIndex } from '../../rules';
import { withAors } from './addPaths';
import { editing, refused, type Editing, type RefusedEditing } from './changes';
import { entryOf, globFor, isWithin, outermost, type Target } from './globFor';
import { isId } from '../fixes/ids';
import { aorNaming } from './ids';
import { aorAt } from './nearestAors';

/** What a new AOR would be like. */
export interface NewAor {
  readonly id: string;
  readonly title: string;
  /** The id of a person; `null`: vacant. */
  readonly owner: string | null;
}

/** A new AOR as edits, and as the file would have it. */
export interface MadeAor extends Editing {
  readonly globs: readonly string[];
  /** As `after` has it, for what it decides. */
  readonly aor: Aor;
  /** Whose files they are now; `null`: nobody's. */
  readonly carvedFrom: Aor | null;
  /** The file as it would be, for what it decides. */
  readonly after: OwnershipFile;
}

/** An id nobody has, and a title, from the name of the first target. */
export const proposedAor = (file: OwnershipFile, targets: readonly Target[]): Pick<NewAor, 'id' | 'title'> =>
  aorNaming(file, outermost(targets));

/** Why an id cannot be that of a new AOR, in a sentence; `null`: it can. */
export function aorIdTrouble(file: OwnershipFile, id: string): string | null {
  if (file.aors.has(id)) return `There is an AOR "${id}" already.`;
  return isId(id) ? null : 'An id is made of small letters and digits, with single - or _ between, a letter first.';
}

/**
 * Writes the AOR behind the one that has the first target, in its file and with its parent, as that one is written; where
 * nobody has it, at the end of the ownership file that is nearest above all targets.
 */
export function newAor(
  file: OwnershipFile,
  index: RuleIndex,
  { id, title, owner }: NewAor,
  targets: readonly Target[],
): MadeAor | RefusedEditing {
  const trouble = aorIdTrouble(file, id);
  if (trouble !== null) return refused(trouble);
  if (title.trim() === '') return refused('An AOR needs a title.');
  const meant = outermost(targets);
  const [first] = meant;
  if (first === undefined) return refused('No file or folder is chosen.');
  const now = aorAt(index, first);
  // Globs of an included file cannot reach out of its folder.
  const carvedFrom = now !== null && meant.every(({ path }) => isWithin(path, now.base)) ? now : null;
  const place = carvedFrom === null ? placeFor(file, meant) : { path: carvedFrom.at.file, base: carvedFrom.base };
  const entries: PathEntry[] = [];
  for (const target of meant) {
    const found = globFor(target, place.base);
    if (found.kind === 'refused') return found;
    entries.push(entryOf(found.glob, place.path));
  }
  const globs = entries.map(({ glob }) => glob.text);
  const value = { title: title.trim(), owner: owner ?? undefined, parent: carvedFrom?.parent?.id, paths: globs };
  const path = ['aors', id];
  const edit = carvedFrom === null ? behindLast(file, place.path, path, value) : addBeside(path, value, carvedFrom.id);
  const aor = areaOf({ id, title, owner }, place, entries);
  const after = withAors(file, [aor]);
  return { ...editing({ file: place.path, edits: [edit] }), globs, aor, carvedFrom: now, after };
}

/** The ownership file whose folder is nearest above all targets. */
function placeFor({ sources }: OwnershipFile, targets: readonly Target[]): { path: string; base: string } {
  const able = sources.filter(({ base }) => targets.every(({ path }) => isWithin(path, base)));
  return able.reduce((best, one) => (one.base.length > best.base.length ? one : best), sources[0]);
}

/** As the last AOR of that file is written; where it has none, as the first. */
function behindLast({ aors }: OwnershipFile, file: string, path: readonly string[], value: Value) {
  const last = [...aors.values()].filter(({ at }) => at.file === file).at(-1);
  return last === undefined ? setValue(path, value) : addBeside(path, value, last.id);
}

/** The AOR as the file would have it, as far as deciding goes. */
export function areaOf(
  { id, title, owner }: NewAor,
  place: { path: string; base: string },
  paths: readonly PathEntry[],
): Aor {
  const at = { file: place.path, start: 0, end: 0 };
  return {
    ...{ id, at, whole: at, title, about: null, kind: 'area', owner: owner === null ? null : { id: owner, at } },
    ...{ shared: [], backups: [], consult: [], learning: [], teams: [], parent: null, base: place.base, paths },
    ...{ hasPaths: true, level: 'offer', content: null, minLines: null, changes: null, broken: [], checklist: [] },
    ...{ guide: null, category: null, status: null, confirmed: null, since: null, past: [], vacant: null },
    ...{ handover: null, contact: null, links: new Map(), decisions: [] },
  };
}
