/** Who did how much in files, from a year of git history. */
import { indexHistory, workIn, type WorkOf } from '../core';
import { folderInRepository, readHistory } from './history';

/** What `HEAD` reaches says it, up to `now` (ms since 1970, UTC); `undefined` without git. Rejects when the signal aborts. */
export async function workOfYear(folder: string, now: number, signal?: AbortSignal): Promise<WorkOf | undefined> {
  const commits = await readHistory(folder, { revision: 'HEAD', now, ...(signal === undefined ? {} : { signal }) });
  if (commits === null || commits.length === 0) return undefined;
  const within = await folderInRepository(folder, signal);
  return (people) => {
    const index = indexHistory(commits, people, now, within);
    return (files) => workIn(index, files);
  };
}
