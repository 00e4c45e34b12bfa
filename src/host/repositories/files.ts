/** Files of a repository: read one by one, listed, and held against the rules. */
import { parse, relative } from 'node:path';
import type { LogOutputChannel, Uri } from 'vscode';
import { analyseTree, treeOfPaths, treeProblems, withSeverities, type FileRead, type FileSource } from '../../core';
import { errorText } from '../errors';
import { diskSource, filesBeneath } from '../../node/diskSource';
import { workTreesAround } from '../../node/workTree';
import { mayBeSparse, mayRunGit } from '../git';
import { isAbsolute, keyOf, uriBelow } from '../paths';
import { inSlices } from '../slices';
import type { Analyse } from './treeFindings';
import { virtualSource } from './virtualSource';

export interface RepositoryFiles {
  /** The files beneath a base, as they are on disk. */
  readonly source: (base: Uri) => FileSource;
  /** Tracked files, and untracked ones that are not ignored. Never rejects. */
  list(base: Uri): Promise<readonly string[]>;
  readonly analyse: Analyse;
}

export function createRepositoryFiles(log: LogOutputChannel): RepositoryFiles {
  const running = new Map<string, Promise<readonly string[]>>();

  /** Who asks while a list is being made gets that one; it is not kept, for nothing says when it changes. */
  function list(base: Uri): Promise<readonly string[]> {
    const key = keyOf(base);
    let files = running.get(key);
    if (files === undefined) {
      files = listNow(base).finally(() => running.delete(key));
      running.set(key, files);
    }
    return files;
  }

  const listNow = (base: Uri): Promise<readonly string[]> =>
    mayRunGit(base) ? filesBeneath(base.fsPath) : virtualSource(base).list();

  return {
    source(base) {
      const root = rootOf(base);
      return {
        read: async (path, maximumBytes) => read(base, await root, path, maximumBytes),
        list: () => list(base),
      };
    },
    list,
    async analyse({ base }, { file, index }, signal) {
      try {
        const paths = await list(base);
        const analysis = await inSlices(analyseTree(file, index, treeOfPaths(paths)), signal);
        if (analysis === undefined) return undefined;
        const problems = withSeverities(treeProblems(analysis, { isSparse: await mayBeSparse(base) }), file.review);
        return { analysis, problems };
      } catch (error) {
        log.error(`Holding the rules against the files of ${base.toString()}: ${errorText(error)}`);
        return undefined;
      }
    },
  };
}

/** What links must not lead out of: the work tree, which may be larger than the base. */
async function rootOf(base: Uri): Promise<string> {
  const [workTree] = base.scheme === 'file' ? await workTreesAround(base.fsPath) : [];
  return workTree ?? base.fsPath;
}

function read(base: Uri, root: string, path: string, maximumBytes: number | undefined): Promise<FileRead> {
  if (base.scheme !== 'file') return virtualSource(base).read(path, maximumBytes);
  if (!isAbsolute(path)) return diskSource(base.fsPath, root).read(path, maximumBytes);
  // Only the user's own `aor.file` leads out of the base, and then anywhere on the disk.
  const { fsPath } = uriBelow(base, path);
  const disk = parse(fsPath).root;
  return diskSource(disk, disk).read(relative(disk, fsPath));
}
