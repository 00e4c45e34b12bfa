/** What only all files show: looked for after a save and when files came or went, in the background, and carried along. */
import type { Problem, Source, TreeAnalysis } from '../../core';
import type { Disposable } from '../disposables';
import type { Model, Repository } from '../store';
import { carryOver } from './carryOver';

export interface TreeFindings {
  /** `null` where the files are too many. */
  readonly analysis: TreeAnalysis | null;
  readonly problems: readonly Problem[];
  /** One sentence where the files are too many, else null. */
  readonly uncounted: string | null;
}

/** Looks at the whole tree; `undefined` when the signal ended it or it failed. Never rejects. */
export type Analyse = (repository: Repository, model: Model, signal: AbortSignal) => Promise<TreeFindings | undefined>;

export interface TreeSearch extends Disposable {
  /** What was found last. */
  readonly analysis: TreeAnalysis | null;
  readonly uncounted: string | null;
  /** The tree or the rules changed: the next `look` looks again. */
  outdate(): void;
  /** Ends a running search, which is due again then. */
  pause(): void;
  /** Searches where that is due, and calls back when it is done. */
  look(repository: Repository): void;
  /**
   * Searches again because files came or went. What runs ends first: where files come all the time, no search would
   * ever end otherwise.
   */
  lookAgain(repository: Repository): void;
  /** The problems found last, as they stand in these texts. */
  problemsIn(sources: readonly Source[]): readonly Problem[];
}

export function createTreeSearch(analyse: Analyse, onFound: () => void): TreeSearch {
  let found: (TreeFindings & { readonly sources: readonly Source[] }) | null = null;
  let isDue = true;
  let running: AbortController | undefined;
  let next: Repository | undefined;

  function pause(): void {
    if (running === undefined) return;
    running.abort();
    running = undefined;
    next = undefined;
    isDue = true;
  }

  function look(repository: Repository): void {
    if (!isDue || repository.state !== 'ok' || repository.model === null) return;
    isDue = false;
    running = new AbortController();
    // Nobody waits for it: it ends in a callback, or silently.
    void run(repository, repository.model, running);
  }

  function lookAgain(repository: Repository): void {
    if (running !== undefined) {
      next = repository;
      return;
    }
    isDue = true;
    look(repository);
  }

  async function run(repository: Repository, model: Model, controller: AbortController): Promise<void> {
    const findings = await analyse(repository, model, controller.signal);
    if (controller.signal.aborted) return;
    running = undefined;
    if (findings !== undefined) {
      found = { ...findings, sources: model.file.sources };
      onFound();
    }
    const again = next;
    next = undefined;
    if (again !== undefined) lookAgain(again);
  }

  return {
    get analysis() {
      return found?.analysis ?? null;
    },
    get uncounted() {
      return found?.uncounted ?? null;
    },
    outdate() {
      pause();
      isDue = true;
    },
    pause,
    look,
    lookAgain,
    problemsIn: (sources) => (found === null ? [] : carryOver(found.problems, found.sources, sources)),
    dispose: pause,
  };
}
