/** Collects what the watchers tell until it is quiet, and decides whether paths are looked at or all is listed again. */
import type { Disposable } from '../../disposables';

/** What has to be looked at. */
export type Touched =
  /** Base-relative paths where something came or went. */
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  /** Too much, or something that decides about all files. */
  | { readonly kind: 'all' };

export interface Touches extends Disposable {
  /** A file or folder came or went (base-relative, `/`), or the text of a `.gitignore` is another one. */
  touch(path: string): void;
  /** Whatever happened, only a new list can tell. */
  touchAll(): void;
  /** Git is at work: what it does to many files is looked at once it has ended. */
  hold(): void;
  release(): void;
}

/**
 * Calls back after `quietMs` without news, and at the latest after `patienceMs`: some programs never stop writing. It
 * is held for `holdMs` at most: a git that was killed never says that it has ended.
 */
export interface TouchTimes {
  readonly quietMs: number;
  readonly patienceMs: number;
  readonly holdMs: number;
}

/** More paths than these are slower to look at one by one than to list again. */
export const maximumTouched = 2_000;

export function createTouches(
  { quietMs, patienceMs, holdMs }: TouchTimes,
  onTouched: (touched: Touched) => void,
): Touches {
  let paths = new Set<string>();
  let isAll = false;
  let quiet: NodeJS.Timeout | undefined;
  let patience: NodeJS.Timeout | undefined;
  let held: NodeJS.Timeout | undefined;

  function stop(): void {
    clearTimeout(quiet);
    clearTimeout(patience);
    patience = undefined;
  }

  function tell(): void {
    stop();
    if (held !== undefined) return;
    const touched: Touched = isAll ? { kind: 'all' } : { kind: 'paths', paths: [...paths] };
    paths = new Set();
    isAll = false;
    onTouched(touched);
  }

  function wait(): void {
    clearTimeout(quiet);
    quiet = setTimeout(tell, quietMs);
    patience ??= setTimeout(tell, patienceMs);
  }

  function touchAll(): void {
    isAll = true;
    paths.clear();
    wait();
  }

  function release(): void {
    clearTimeout(held);
    held = undefined;
    if (isAll || paths.size > 0) wait();
  }

  return {
    touch(path) {
      if (isOfGit(path)) return;
      if (decidesForAll(path) || paths.size >= maximumTouched) return touchAll();
      if (!isAll) paths.add(path);
      wait();
    },
    touchAll,
    hold() {
      clearTimeout(held);
      held = setTimeout(release, holdMs);
    },
    release,
    dispose() {
      stop();
      clearTimeout(held);
    },
  };
}

/** What git keeps for itself. */
const isOfGit = (path: string): boolean => /(^|\/)\.git\//.test(path);

/** What is ignored, and which files are those of another repository. */
const decidesForAll = (path: string): boolean => /(^|\/)\.git(ignore)?$/.test(path);
