/** From what `git log` prints to commits with the lines they changed, piece by piece. */
import type { Identity } from '../review/evidence';
import { nulTokens } from '../text/nulTokens';

export interface WorkedFile {
  readonly path: string;
  /** Lines added and removed; 0 for a binary file, and where git was asked for names alone. */
  readonly lines: number;
  /** What the file was called before this commit moved it, else `null`. */
  readonly from: string | null;
}

export interface WorkCommit {
  readonly author: Identity;
  /** When it was written: ms since 1970, UTC. */
  readonly time: number;
  readonly files: readonly WorkedFile[];
}

/** The `--format` to ask for, together with `-z` and `--numstat` or `--name-status`. */
export const workFormat = 'tformat:%x01%at%n%aN%n%aE';

/** A commit that touches more was made by a tool, or moves everything; the rest of its files is not read. */
const maximumFiles = 1_000;

export interface WorkLogReader {
  /** Takes what git prints, in pieces cut anywhere. */
  readonly push: (text: string) => void;
  /** After the last piece. */
  readonly end: () => void;
}

/**
 * Hands over each commit once it is complete, newest first as git does. Never throws; what is not a commit is skipped. A
 * record is a header and NUL; where files follow, a line break and for each of them `1 TAB 2 TAB path NUL` or, moved,
 * `1 TAB 2 TAB NUL from NUL to NUL`; with names alone `M NUL path NUL` or `R100 NUL from NUL to NUL`.
 */
export function workLogReader(onCommit: (commit: WorkCommit) => void): WorkLogReader {
  let commit: Omit<WorkCommit, 'files'> | null = null;
  let files: WorkedFile[] = [];
  let entry: { lines: number; from: string | null; names: number } | null = null;

  const finish = (): void => {
    if (commit !== null) onCommit({ ...commit, files });
    commit = null;
    files = [];
    entry = null;
  };
  const addFile = (path: string, lines: number, from: string | null): void => {
    if (files.length < maximumFiles) files.push({ path, lines, from });
  };
  const take = (token: string): void => {
    if (entry !== null) {
      // A name: whatever it looks like, it is one.
      if (entry.names === 2) {
        entry.from = token;
        entry.names = 1;
      } else {
        addFile(token, entry.lines, entry.from);
        entry = null;
      }
      return;
    }
    if (token.startsWith('\u0001')) {
      finish();
      commit = headerOf(token.slice(1));
      return;
    }
    const [, added, removed, path] = /^\n?(\d+|-)\t(\d+|-)\t(.*)$/s.exec(token) ?? [];
    if (added !== undefined && removed !== undefined && path !== undefined) {
      const lines = (Number(added) || 0) + (Number(removed) || 0);
      if (path === '') entry = { lines, from: null, names: 2 };
      else addFile(path, lines, null);
    } else {
      const [, status] = /^\n?([A-Z])\d*$/.exec(token) ?? [];
      if (status !== undefined) entry = { lines: 0, from: null, names: status === 'R' || status === 'C' ? 2 : 1 };
    }
  };
  return {
    push: nulTokens(take),
    end: finish,
  };
}

function headerOf(header: string): Omit<WorkCommit, 'files'> | null {
  const [seconds = '', name = '', email = ''] = header.split('\n');
  return /^\d+$/.test(seconds) ? { time: Number(seconds) * 1000, author: { name, email } } : null;
}
