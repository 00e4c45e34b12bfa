/** Files of a repository: read one by one, listed, and held against the rules. */
import type { LogOutputChannel, Uri } from 'vscode';
import { analyseTree, treeProblems, withSeverities, type FileSource } from '../../core';
import { errorText } from '../errors';
import { isSparse, listFiles } from '../git';
import { keyOf } from '../paths';
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

  async function listNow(base: Uri): Promise<readonly string[]> {
    return (await listFiles(base)) ?? (await virtualSource(base).list());
  }

  return {
    source: (base) => ({ ...virtualSource(base), list: () => list(base) }),
    list,
    async analyse({ base }, { file, index }, signal) {
      try {
        const paths = await list(base);
        const analysis = await inSlices(analyseTree(file, index, paths), signal);
        if (analysis === undefined) return undefined;
        const problems = withSeverities(treeProblems(analysis, { isSparse: await isSparse(base) }), file.review);
        return { analysis, problems };
      } catch (error) {
        log.error(`Holding the rules against the files of ${base.toString()}: ${errorText(error)}`);
        return undefined;
      }
    },
  };
}
