/** Edits of a tree of files, in steps: a million files at once would hold up an editor for longer than anybody may notice. */
import { fileName, type FileTree } from './fileTree';

/** What came and what went, as paths from the root with `/`. */
export interface TreeEdit {
  /** Files. Those that are there already stay as they are. */
  readonly added: readonly string[];
  /** Files, and folders with all that is beneath. Those that are not there do no harm. */
  readonly removed: readonly string[];
}

/** How many files or folders are looked at between two chances to do something else. */
const stepLength = 20_000;

/** A name on the way to paths that are looked for. */
interface Step {
  readonly inside: Map<string, Step>;
  /** The whole path where it is one of them, else null. */
  path: string | null;
}

const newStep = (): Step => ({ inside: new Map(), path: null });

function stepsTo(...lists: readonly Iterable<string>[]): Step {
  const top = newStep();
  for (const path of lists.flatMap((list) => [...list])) {
    let at = top;
    for (const name of path.split('/')) {
      const next = at.inside.get(name) ?? newStep();
      at.inside.set(name, next);
      at = next;
    }
    at.path = path;
  }
  return top;
}

/** Folder → the step it is; undefined for the many that lead to none of the paths. */
type FolderSteps = readonly (Step | undefined)[];

function* stepsOfFolders({ names, parents }: FileTree, top: Step): Generator<void, FolderSteps> {
  const steps: (Step | undefined)[] = [top];
  for (let folder = 1; folder < names.length; folder++) {
    if (folder % stepLength === 0) yield;
    steps.push(steps[parents[folder] ?? 0]?.inside.get(names[folder] ?? ''));
  }
  return steps;
}

/** Which of the paths (from the root, `/`) are files of the tree. */
export function* filesAmong(tree: FileTree, paths: Iterable<string>): Generator<void, ReadonlySet<string>> {
  const steps = yield* stepsOfFolders(tree, stepsTo(paths));
  const found = new Set<string>();
  for (let file = 0; file < tree.size; file++) {
    if (file > 0 && file % stepLength === 0) yield;
    const path = steps[tree.folders[file] ?? 0]?.inside.get(fileName(tree, file))?.path ?? null;
    if (path !== null) found.add(path);
  }
  return found;
}

/**
 * The tree after an edit; what is removed goes first, new files stand behind the others. The same object where nothing
 * changes. Takes one pass over the files.
 */
export function* editTree(tree: FileTree, { added, removed }: TreeEdit): Generator<void, FileTree> {
  if (added.length + removed.length === 0) return tree;
  const [come, gone] = [new Set(added), new Set(removed)];
  const top = stepsTo(come, gone);
  const steps = yield* stepsOfFolders(tree, top);
  const isGone = goneFolders(tree, steps, gone);
  const missing = new Set(come);
  const kept = new Int32Array(tree.size);
  let size = 0;
  for (let file = 0; file < tree.size; file++) {
    if (file > 0 && file % stepLength === 0) yield;
    const folder = tree.folders[file] ?? 0;
    const path = steps[folder]?.inside.get(fileName(tree, file))?.path ?? null;
    // What was removed and came again is still there.
    if (path !== null && come.has(path)) missing.delete(path);
    else if (isGone[folder] === 1 || (path !== null && gone.has(path))) continue;
    kept[size++] = file;
  }
  if (size === tree.size && missing.size === 0) return tree;
  const rest = yield* onlyFiles(tree, kept.subarray(0, size), missing.size);
  return missing.size === 0 ? rest : yield* withFiles(rest, missing, size, top, steps);
}

function goneFolders({ parents }: FileTree, steps: FolderSteps, gone: ReadonlySet<string>): Uint8Array {
  const isGone = new Uint8Array(parents.length);
  for (let folder = 1; folder < parents.length; folder++) {
    const path = steps[folder]?.path ?? null;
    if (isGone[parents[folder] ?? 0] === 1 || (path !== null && gone.has(path))) isGone[folder] = 1;
  }
  return isGone;
}

/** The tree with some of its files, and room for more. Folders stay, empty or not: nothing is said about them. */
function* onlyFiles(tree: FileTree, files: Int32Array, room: number): Generator<void, FileTree> {
  const size = files.length + room;
  const folders = new Int32Array(size);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  for (let at = 0; at < files.length; at++) {
    if (at > 0 && at % stepLength === 0) yield;
    const file = files[at] ?? 0;
    folders[at] = tree.folders[file] ?? 0;
    starts[at] = tree.starts[file] ?? 0;
    ends[at] = tree.ends[file] ?? 0;
  }
  return { ...tree, size, folders, starts, ends };
}

/** Fills the room behind the first `size` files. */
function* withFiles(
  tree: FileTree,
  paths: Iterable<string>,
  size: number,
  top: Step,
  steps: FolderSteps,
): Generator<void, FileTree> {
  yield;
  const names = [...tree.names];
  const parents = [...tree.parents];
  const folderOf = new Map<Step, number>();
  for (const [folder, step] of steps.entries()) if (step !== undefined) folderOf.set(step, folder);
  const encoder = new TextEncoder();
  const added: Uint8Array[] = [];
  let end = tree.bytes.length;
  let file = size;
  for (const path of paths) {
    const within = path.split('/');
    const name = within.pop() ?? '';
    let [step, folder] = [top, 0];
    for (const part of within) {
      step = step.inside.get(part) ?? newStep();
      const known = folderOf.get(step) ?? names.length;
      if (known === names.length) {
        names.push(part);
        parents.push(folder);
        folderOf.set(step, known);
      }
      folder = known;
    }
    const bytes = encoder.encode(name);
    added.push(bytes);
    tree.folders[file] = folder;
    tree.starts[file] = bytes.length === name.length ? end : ~end;
    tree.ends[file] = end += bytes.length;
    file++;
  }
  yield;
  return { ...tree, names, parents, bytes: joined(tree.bytes, added, end) };
}

function joined(first: Uint8Array, others: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  all.set(first);
  let at = first.length;
  for (const bytes of others) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
}
