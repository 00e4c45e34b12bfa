/** Paths of the workspace in globs, segment by segment. */
import type { RuleIndex } from '../../rules';
import { escapeName } from '../../rules/segment';
import { atOnce } from '../../steps';
import { fileName, type FileTree } from '../../tree/fileTree';
import { itemsFor, type CompletionItem, type Offered } from './completionItem';
import type { Cursor } from './cursor';
import { readTyped, written } from './quoting';

export interface PathContext {
  readonly tree: FileTree | null;
  readonly index: RuleIndex | null;
  /** The folder globs of this file are relative to, `''` or `a/b`. */
  readonly base: string;
}

/** In larger trees it is not worked out who owns what while somebody types. */
const ownedUpTo = 200_000;

/** What lies in the folder that was typed so far: folders with files that nobody owns first, then other folders, then files. */
export function pathItems(cursor: Cursor, { tree, index, base }: PathContext, as: 'glob' | 'path'): CompletionItem[] {
  if (tree === null) return [];
  const { text, quote } = readTyped(cursor.typed);
  const mark = as === 'glob' ? (/^!?\/?/.exec(text)?.[0] ?? '') : '';
  const typed = text.slice(mark.length);
  const slash = typed.lastIndexOf('/');
  const above = typed.slice(0, slash + 1);
  // Behind a wildcard it may be any folder.
  if (as === 'glob' && /(?<!\\)[*?{}]/.test(above)) return [];
  const names = (as === 'glob' ? above.replace(/\\(.)/gsu, '$1') : above).split('/').filter((name) => name !== '');
  const folder = folderAt(tree, [...(base === '' || as === 'path' ? [] : base.split('/')), ...names]);
  if (folder === undefined) return [];
  const { folders, files } = childrenOf(tree, folder, index !== null && tree.size <= ownedUpTo ? index : null);
  const offer = (name: string, item: Omit<Offered, 'insert' | 'filter'>, end: string): Offered => {
    const own = as === 'glob' ? escapeGlob(name) : name;
    const insert = written(mark + above + own + end, { isFlow: cursor.isFlow, quote });
    return { ...item, insert, filter: quote + mark + above + own };
  };
  return itemsFor(cursor, [
    ...folders.map(({ name, files: count, unowned }) =>
      offer(name, { label: `${name}/`, kind: 'folder', detail: inWords(count, unowned), goesOn: true }, '/'),
    ),
    ...files.map((name) => offer(name, { label: name, kind: 'file' }, '')),
  ]);
}

const inWords = (files: number, unowned: number | null): string => {
  const all = files === 1 ? '1 file' : `${files} files`;
  if (unowned === null || unowned === 0) return all;
  return unowned === files ? `${all}, unowned` : `${all}, ${unowned} unowned`;
};

/** A name as a glob has to have it. */
const escapeGlob = (name: string): string =>
  escapeName(name)
    .replace(/\\([[\]])/g, '$1')
    .replace(/^!/, '\\!');

function folderAt({ parents, names }: FileTree, path: readonly string[]): number | undefined {
  let folder: number | undefined = 0;
  for (const name of path) {
    const above: number | undefined = folder;
    folder = above === undefined ? undefined : names.findIndex((one, at) => one === name && parents[at] === above);
    if (folder === -1) return undefined;
  }
  return folder;
}

interface Child {
  readonly name: string;
  files: number;
  /** Files that nobody owns; `null`: it was not looked. */
  unowned: number | null;
}

function childrenOf(tree: FileTree, folder: number, index: RuleIndex | null) {
  const decided = index === null ? null : atOnce(index.decideTree(tree));
  /** Folder → the child of `folder` it lies in; a folder comes after the one it lies in. */
  const childOf: (Child | undefined)[] = [];
  const byName = new Map<string, Child>();
  tree.parents.forEach((parent, at) => {
    if (parent !== folder) {
      childOf.push(parent < 0 ? undefined : childOf[parent]);
      return;
    }
    const name = tree.names[at] ?? '';
    const child = byName.get(name) ?? { name, files: 0, unowned: decided === null ? null : 0 };
    byName.set(name, child);
    childOf.push(child);
  });
  const files: string[] = [];
  for (let file = 0; file < tree.size; file++) {
    const own = tree.folders[file] ?? 0;
    if (own === folder) files.push(fileName(tree, file));
    const child = childOf[own];
    if (child === undefined) continue;
    child.files++;
    if (decided !== null && decided.decisions[decided.numbers[file] ?? 0]?.kind === 'none')
      child.unowned = (child.unowned ?? 0) + 1;
  }
  const order = (a: Child, b: Child): number =>
    Number((b.unowned ?? 0) > 0) - Number((a.unowned ?? 0) > 0) || (a.name < b.name ? -1 : 1);
  return { folders: [...byName.values()].filter((child) => child.files > 0).sort(order), files: files.sort() };
}
