import type { OwnershipFile } from '../model';
import type { SuggestInput, Suggestion } from './suggestion';

/** The ownership file that decides, and in which authors are looked up. */
export const decidingFile = ({ base, head }: Pick<SuggestInput, 'base' | 'head'>): OwnershipFile | null => base ?? head;

/** Who should review a change, in steps, so that the caller can stop or let others work in between. */
export function* suggestInSteps(input: SuggestInput): Generator<undefined, Suggestion> {
  return {
    from: input.base === null ? 'working' : 'base',
    isFileChanged: false,
    fileCount: input.change.files.length,
    requirements: [],
    ask: [],
    notAsked: [],
    uncovered: [],
    undecided: [],
    also: [],
    checklists: [],
    knows: [],
  };
}

/** Who should review a change, at once. */
export function suggest(input: SuggestInput): Suggestion {
  const steps = suggestInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
