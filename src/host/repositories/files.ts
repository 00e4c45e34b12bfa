/** Files of a repository: read one by one, kept as a list, and held against the rules. */
import { parse, relative } from 'node:path';
import { EventEmitter, type Event, type LogOutputChannel, type Uri } from 'vscode';
import {
  analyseTree,
  filePaths,
  treeProblems,
  withSeverities,
  type FileRead,
  type FileSource,
  type FileTree,
} from '../../core';
import { diskSource } from '../../node/diskSource';
import { workTreesAround } from '../../node/workTree';
import { createBag, type Disposable } from '../disposables';
import { errorText, UserError } from '../errors';
import { mayRunGit } from '../git';
import { isAbsolute, keyOf, uriBelow } from '../paths';
import { gathered, inSlices } from '../slices';
import { createBaseTree, type BaseTree } from './tree/baseTree';
import type { Listed } from './tree/keptTree';
import type { Analyse } from './treeFindings';
import { readVirtual } from './virtualSource';

export interface RepositoryFiles extends Disposable {
  /** The files beneath a base, as they are on disk. */
  readonly source: (base: Uri) => FileSource;
  /**
   * Tracked files, and untracked ones that are not ignored; without git what the editor's search finds. Rejects with a
   * `UserError` where they are too many.
   */
  tree(base: Uri): Promise<FileTree>;
  /** As `tree`, listed again: for what is written down once and not followed. */
  treeAnew(base: Uri): Promise<FileTree>;
  readonly analyse: Analyse;
  /** Other files than before beneath a base. */
  readonly onDidChange: Event<Uri>;
  /** Something may be different that no watcher tells of. */
  relist(base: Uri): void;
  /** Nobody asks for its files any more. */
  forget(base: Uri): void;
}

export function createRepositoryFiles(log: LogOutputChannel): RepositoryFiles {
  const bag = createBag();
  const changes = bag.add(new EventEmitter<Uri>());
  const trees = new Map<string, BaseTree>();
  const report = (base: Uri) => (error: unknown) =>
    log.error(`Looking for the files of ${base.toString()}: ${errorText(error)}`);

  function treeAt(base: Uri): BaseTree {
    const key = keyOf(base);
    const known = trees.get(key) ?? createBaseTree(base, () => changes.fire(base), report(base));
    trees.set(key, known);
    return known;
  }

  function treeOf(listed: Listed): FileTree {
    if (listed.kind === 'too-many') throw new UserError(tooMany(listed));
    return listed.tree;
  }

  async function pathsIn(base: Uri): Promise<readonly string[]> {
    const listed = await treeAt(base).listed();
    if (listed.kind === 'tree') return gathered(filePaths(listed.tree));
    log.warn(`${tooMany(listed)} Wildcards of \`include\` find nothing.`);
    return [];
  }

  return {
    source(base) {
      const root = rootOf(base);
      return {
        read: async (path, maximumBytes) => read(base, await root, path, maximumBytes),
        list: () => pathsIn(base),
      };
    },
    tree: async (base) => treeOf(await treeAt(base).listed()),
    treeAnew: async (base) => treeOf(await treeAt(base).listedAnew()),
    async analyse({ base }, { file, index }, signal) {
      try {
        const listed = await treeAt(base).listed();
        if (listed.kind === 'too-many') {
          log.warn(`${tooMany(listed)} ${base.toString()}`);
          return { analysis: null, problems: [], uncounted: tooMany(listed) };
        }
        const analysis = await inSlices(analyseTree(file, index, listed.tree), signal);
        if (analysis === undefined) return undefined;
        // Who may not ask git cannot tell.
        const isSparse = listed.isSparse || !mayRunGit(base);
        const problems = withSeverities(treeProblems(analysis, { isSparse }), file.review);
        return { analysis, problems, uncounted: null };
      } catch (error) {
        log.error(`Holding the rules against the files of ${base.toString()}: ${errorText(error)}`);
        return undefined;
      }
    },
    onDidChange: changes.event,
    relist: (base) => trees.get(keyOf(base))?.relist(),
    forget(base) {
      trees.get(keyOf(base))?.dispose();
      trees.delete(keyOf(base));
    },
    dispose() {
      for (const one of trees.values()) one.dispose();
      bag.dispose();
    },
  };
}

const tooMany = ({ maximumFiles }: { readonly maximumFiles: number }): string =>
  `There are more than ${maximumFiles.toLocaleString('en')} files here: they are not counted or listed.`;

/** What links must not lead out of: the work tree, which may be larger than the base. */
async function rootOf(base: Uri): Promise<string> {
  const [workTree] = base.scheme === 'file' ? await workTreesAround(base.fsPath) : [];
  return workTree ?? base.fsPath;
}

function read(base: Uri, root: string, path: string, maximumBytes: number | undefined): Promise<FileRead> {
  if (base.scheme !== 'file') return readVirtual(base, path, maximumBytes);
  if (!isAbsolute(path)) return diskSource(base.fsPath, root).read(path, maximumBytes);
  // Only the user's own `aor.file` leads out of the base, and then anywhere on the disk.
  const { fsPath } = uriBelow(base, path);
  const disk = parse(fsPath).root;
  return diskSource(disk, disk).read(relative(disk, fsPath));
}
