/** Who worked on which file, streamed from git. */
import { StringDecoder } from 'node:string_decoder';
import { workFormat, workLogReader, workTally, type WorkDone } from '../core';
import { askGit, streamGit } from './gitStream';

export interface WorkHistoryOptions {
  /** Those that are there, relative to the folder. */
  readonly files: readonly string[];
  /** ms since 1970, UTC. */
  readonly now: number;
  /** Older commits are not read: ms since 1970, UTC. */
  readonly since: number;
  /** Told now and then: commits read, of how many. */
  readonly onProgress?: ((read: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface WorkHistory {
  readonly done: WorkDone;
  /** Whether changed lines counted, and not only which files were touched. */
  readonly hasLines: boolean;
}

/** As in the reader of the year's history: no program is run, nothing is fetched, paths are those of the folder. */
const hardened = ['-c', 'log.showRoot=false', '-c', 'protocol.allow=never'];
const plainLog = [
  ...['-z', `--format=${workFormat}`, '--encoding=UTF-8', '--no-color', '--no-merges', '--relative'],
  // Files moved as they are are found by their ids, which needs no content; finding similar ones takes minutes.
  ...['--find-renames=100%', '--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-notes'],
];

/** Three years before `now`: older work would count less than an eighth, changes little and takes time to read. */
export const defaultSince = (now: number): number => now - 3 * 365 * 86_400_000;

/** Told once for so many commits. */
const progressStep = 200;

/**
 * The work of what `HEAD` reaches, beneath a folder. Where the content of commits is missing, as in a partial clone, files
 * count without their lines. `null` where there is no git, no commit, or it fails. Rejects only when the signal aborts.
 */
export async function readWorkHistory(folder: string, options: WorkHistoryOptions): Promise<WorkHistory | null> {
  const { since, signal, now } = options;
  // Git takes small numbers of seconds for something else.
  const range = [...(since > 0 ? [`--since=${new Date(since).toISOString()}`] : []), 'HEAD', '--'];
  const counted = await askGit(folder, ['rev-list', '--count', '--no-merges', ...range], { signal });
  if (counted === null) return null;
  const total = Number(counted.trim());
  const isPartial = (await askGit(folder, ['config', '--get-regexp', '^remote\\..*\\.promisor$'], { signal })) !== null;
  const withLines = isPartial ? null : await read('--numstat');
  if (withLines !== null) return { done: withLines, hasLines: true };
  const names = await read('--name-status');
  return names === null ? null : { done: names, hasLines: false };

  async function read(what: string): Promise<WorkDone | null> {
    const tally = workTally(options.files, now);
    let commits = 0;
    const reader = workLogReader((commit) => {
      tally.add(commit);
      if (++commits % progressStep === 0) options.onProgress?.(commits, total);
    });
    const decoder = new StringDecoder('utf8');
    const { status } = await streamGit(
      folder,
      [...hardened, 'log', what, ...plainLog, ...range],
      (piece) => reader.push(decoder.write(piece)),
      { signal },
    );
    if (status !== 0) return null;
    reader.end();
    options.onProgress?.(commits, total);
    return tally.done();
  }
}
