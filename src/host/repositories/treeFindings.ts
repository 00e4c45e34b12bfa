/** What only the list of all files shows: looked for after a save, in the background, carried along until the next. */
import type { Problem, Source, TreeAnalysis } from '../../core';
import type { Disposable } from '../disposables';
import type { Model, Repository } from '../store';
import { carryOver } from './carryOver';

export interface TreeFindings {
  readonly analysis: TreeAnalysis;
  readonly problems: readonly Problem[];
}

/** Looks at the whole tree; `undefined` when the signal ended it or it failed. Never rejects. */
export type Analyse = (repository: Repository, model: Model, signal: AbortSignal) => Promise<TreeFindings | undefined>;

export interface TreeSearch extends Disposable {
  /** What was found last. */
  readonly analysis: TreeAnalysis | null;
  /** The tree or the rules changed: the next `look` looks again. */
  outdate(): void;
  /** Ends a running search, which is due again then. */
  pause(): void;
  /** Searches where that is due, and calls back when it is done. */
  look(repository: Repository): void;
  /** The problems found last, as they stand in these texts. */
  problemsIn(sources: readonly Source[]): readonly Problem[];
}

export function createTreeSearch(analyse: Analyse, onFound: () => void): TreeSearch {
  let found: (TreeFindings & { readonly sources: readonly Source[] }) | null = null;
  let isDue = true;
  let running: AbortController | undefined;

  function pause(): void {
    if (running === undefined) return;
    running.abort();
    running = undefined;
    isDue = true;
  }

  async function run(repository: Repository, model: Model, controller: AbortController): Promise<void> {
    const findings = await analyse(repository, model, controller.signal);
    if (controller.signal.aborted) return;
    running = undefined;
    if (findings === undefined) return;
    found = { ...findings, sources: model.file.sources };
    onFound();
  }

  return {
    get analysis() {
      return found?.analysis ?? null;
    },
    outdate() {
      pause();
      isDue = true;
    },
    pause,
    look(repository) {
      if (!isDue || repository.state !== 'ok' || repository.model === null) return;
      isDue = false;
      running = new AbortController();
      // Nobody waits for it: it ends in a callback, or silently.
      void run(repository, repository.model, running);
    },
    problemsIn: (sources) => (found === null ? [] : carryOver(found.problems, found.sources, sources)),
    dispose: pause,
  };
}
