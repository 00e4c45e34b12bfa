/** *Split into a child AOR…*: some globs of an AOR, or one of its folders, become an AOR beneath it. */
import {
  addBeside,
  addComments,
  commentsOfItem,
  editSource,
  entryAt,
  removeItem,
  removeKey,
  type Edit,
  type Value,
} from '../../edits';
import { areDisjoint } from '../../export/overlap';
import type { Aor, OwnershipFile, PathEntry } from '../../model';
import { withAors } from './addPaths';
import { editing, refused, type Editing, type RefusedEditing } from './changes';
import { entryOf, globFor, type Target } from './globFor';
import { aorNaming } from './ids';
import { aorIdTrouble, areaOf, type NewAor } from './newAor';

/** What goes to the child: globs of the AOR, as written, which it loses; or a folder, for which it gets a glob. */
export type SplitPart =
  { readonly kind: 'globs'; readonly globs: readonly string[] } | { readonly kind: 'folder'; readonly folder: string };

export interface SplitAor extends Editing {
  /** The child's, excludes among them. */
  readonly globs: readonly string[];
  /** As `after` has it. */
  readonly aor: Aor;
  readonly after: OwnershipFile;
}

/** Why an AOR cannot be split, in a sentence; `null`: it can. */
export function splitTrouble({ kind, title, paths }: Aor): string | null {
  if (kind === 'duty') return `${title} is a duty: it has no paths to split.`;
  if (kind === 'review') return `${title} is a review: only areas are split.`;
  return paths.some(({ glob }) => !glob.exclude) ? null : `${title} has no paths to split.`;
}

/** An id nobody has, and a title, from what goes to the child. */
export function proposedChild(file: OwnershipFile, aor: Aor, part: SplitPart): Pick<NewAor, 'id' | 'title'> {
  if (part.kind === 'folder') return aorNaming(file, [{ path: part.folder, isFolder: true }]);
  const names = (part.globs[0] ?? '').split('/').filter((name) => name !== '' && !/[*?{}\\]/.test(name));
  return aorNaming(file, [{ path: names.length === 0 ? `${aor.id}-part` : names.join('/'), isFolder: true }]);
}

/** Writes the child right behind its parent, as the parent is written. The excludes that matter to it go with it. */
export function splitAor(
  file: OwnershipFile,
  aorId: string,
  part: SplitPart,
  child: NewAor,
): SplitAor | RefusedEditing {
  const aor = file.aors.get(aorId);
  if (aor === undefined) return refused(`The ownership file has no AOR "${aorId}" any more.`);
  const trouble = splitTrouble(aor) ?? aorIdTrouble(file, child.id);
  if (trouble !== null) return refused(trouble);
  if (child.title.trim() === '') return refused('An AOR needs a title.');
  const parts = part.kind === 'folder' ? ofFolder(aor, part.folder) : ofGlobs(aor, part.globs);
  if (parts.kind === 'refused') return parts;
  const excludes = aor.paths.filter(
    ({ glob }) => glob.exclude && parts.entries.some((one) => mayMeet(one, glob.patterns)),
  );
  const entries = [...parts.entries, ...excludes];
  const edits: Edit[] = [
    addBeside(
      ['aors', child.id],
      { title: child.title.trim(), owner: child.owner ?? undefined, parent: aor.id, paths: entries.map(valueOf) },
      aor.id,
    ),
    ...withTheirComments(file, aor, child.id, parts.moved),
    ...withoutEntries(file, aor, parts.moved),
  ];
  const place = { path: aor.at.file, base: aor.base };
  const made: Aor = { ...areaOf(child, place, entries), parent: { id: aor.id, at: aor.at } };
  const left: Aor = { ...aor, paths: aor.paths.filter((entry) => !parts.moved.includes(entry)) };
  const globs = entries.map(({ glob }) => glob.text);
  return { ...editing({ file: aor.at.file, edits }), globs, aor: made, after: withAors(file, [left, made]) };
}

interface Parts {
  readonly kind: 'parts';
  readonly entries: readonly PathEntry[];
  /** Those that the parent loses. */
  readonly moved: readonly PathEntry[];
}

function ofFolder(aor: Aor, folder: string): Parts | RefusedEditing {
  const target: Target = { path: folder, isFolder: true };
  const found = globFor(target, aor.base);
  if (found.kind === 'refused') return found;
  const { text } = found.glob;
  // A glob of the parent that says the same would tie with it.
  if (aor.paths.some(({ glob }) => glob.text.replace(/^\/|\/$|\/\*\*$/g, '') === text && !glob.exclude))
    return refused(`${aor.title} names ${folder} itself: choose that glob to be moved.`);
  return { kind: 'parts', entries: [entryOf(found.glob, aor.at.file)], moved: [] };
}

function ofGlobs(aor: Aor, globs: readonly string[]): Parts | RefusedEditing {
  const moved = aor.paths.filter(({ glob }) => !glob.exclude && globs.includes(glob.text));
  const missing = globs.find((text) => !moved.some(({ glob }) => glob.text === text));
  if (missing !== undefined) return refused(`${aor.title} has no glob \`${missing}\` any more.`);
  return moved.length === 0 ? refused('No glob is chosen.') : { kind: 'parts', entries: moved, moved };
}

const mayMeet = ({ glob }: PathEntry, excluded: PathEntry['glob']['patterns']): boolean =>
  glob.patterns.some((one) => excluded.some((other) => !areDisjoint(one, other)));

const valueOf = ({ glob, priority }: PathEntry): Value =>
  priority === 0 ? glob.text : { glob: glob.text, priority: String(priority) };

/** Where entries stand in the list that is written, and what reads it; none of those that stand alone. */
function itemsOf({ sources }: OwnershipFile, aor: Aor, entries: readonly PathEntry[]) {
  const text = sources.find((source) => source.path === aor.at.file)?.text ?? '';
  const source = editSource(text);
  const node = entryAt(source, ['aors', aor.id, 'paths'])?.entry.value ?? null;
  const items = node?.kind === 'list' ? node.items : null;
  const indexes = entries.map(
    ({ at }) => items?.findIndex(({ start, end }) => start <= at.start && at.start < end) ?? -1,
  );
  return { source, items, indexes };
}

/** What was said of globs is said of them in the child. They are its first ones. */
function withTheirComments(file: OwnershipFile, aor: Aor, child: string, moved: readonly PathEntry[]): Edit[] {
  if (moved.length === 0) return [];
  const { source, indexes } = itemsOf(file, aor, moved);
  return indexes.flatMap((index, at) => {
    const comments = commentsOfItem(source, ['aors', aor.id, 'paths'], index);
    return comments === null ? [] : [addComments(['aors', child, 'paths'], at, comments)];
  });
}

/** Without some of its entries; without the key where only excludes would be left, which take nothing out of nothing. */
function withoutEntries(file: OwnershipFile, aor: Aor, moved: readonly PathEntry[]): Edit[] {
  if (moved.length === 0) return [];
  const path = ['aors', aor.id, 'paths'];
  const { items, indexes } = itemsOf(file, aor, moved);
  const left = aor.paths.filter((entry) => !moved.includes(entry));
  // What could not be read is no entry, and stays.
  if (items === null || (items.length <= aor.paths.length && left.every(({ glob }) => glob.exclude)))
    return [removeKey(path)];
  return [...indexes].sort((a, b) => b - a).map((index) => removeItem(path, index));
}
