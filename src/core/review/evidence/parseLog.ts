/** From what `git log` prints to commits, piece by piece, so that a year of history is never one text. */
import { nulTokens } from '../../text/nulTokens';
import type { Identity } from './identity';
import { trailerPeople, type TrailerPeople } from './trailers';

/** One commit, as far as evidence goes. */
export interface HistoryCommit extends TrailerPeople {
  readonly id: string;
  readonly parents: readonly string[];
  /** When it was committed: ms since 1970, UTC. */
  readonly time: number;
  readonly author: Identity;
  /** Touched paths, relative to the root of the repository, with `/`; the first `maximumPaths` of them. */
  readonly paths: readonly string[];
}

/** The `--format` to ask for, together with `-z --name-only`. No field but the last can hold a line break. */
export const logFormat = 'tformat:%x00%H%n%P%n%ct%n%aN%n%aE%n%B%x00';

/** A commit that touches more says little about who knows a path. */
export const maximumPaths = 1_000;

/** Takes what git prints, in pieces cut anywhere. */
export interface LogReader {
  readonly push: (text: string) => void;
  /** After the last piece. */
  readonly end: () => void;
}

/**
 * Reads a log in `logFormat` and hands over each commit once it is complete. Never throws; what is not a commit is
 * skipped. A record is NUL header NUL NUL, and where paths follow: a line break, and each path with a NUL.
 */
export function logReader(onCommit: (commit: HistoryCommit) => void): LogReader {
  let expected: 'start' | 'header' | 'gap' | 'first-path' | 'path' = 'start';
  let commit: Omit<HistoryCommit, 'paths'> | null = null;
  let paths: string[] = [];

  const finish = (): void => {
    if (commit !== null) onCommit({ ...commit, paths });
    commit = null;
    paths = [];
  };
  const take = (token: string): void => {
    if (expected === 'header') {
      commit = commitOf(token);
      expected = 'gap';
    } else if (expected === 'gap') {
      expected = 'first-path';
    } else if (token === '') {
      finish();
      expected = 'header';
    } else if (expected !== 'start' && paths.length < maximumPaths) {
      paths.push(expected === 'first-path' ? token.replace(/^\n/, '') : token);
      expected = 'path';
    }
  };
  return {
    push: nulTokens(take),
    end: finish,
  };
}

function commitOf(header: string): Omit<HistoryCommit, 'paths'> | null {
  const [id = '', parents = '', seconds = '', name = '', email = '', ...message] = header.split('\n');
  if (!/^[0-9a-f]{40,64}$/.test(id)) return null;
  return {
    id,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    time: Number(seconds) * 1000,
    author: { name, email },
    ...trailerPeople(message.join('\n')),
  };
}
