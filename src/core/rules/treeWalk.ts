/** Answers for all files of a tree in one pass: a step a folder, a look at the bits of each name. */
import { decode, type FileTree } from '../tree/fileTree';
import type { Automaton, State } from './automaton';
import { letsThrough } from './nameFilter';
import { decidesNothing } from './ranked';
import type { Decision, TreeDecisions } from './ruleIndex';

/** How many folders or files are looked at between two chances to do something else. */
const stepLength = 10_000;

/** Answers file by file, in the order of the tree. A generator, so that the caller can do it in slices. */
export function* walkTree<A>(
  automaton: Automaton<A>,
  tree: FileTree,
  answered: (file: number, answer: A) => void,
): Generator<void, void> {
  const states: State<A>[] = [automaton.start()];
  for (let folder = 1; folder < tree.names.length; folder++) {
    if (folder % stepLength === 0) yield;
    const above = states[tree.parents[folder] ?? 0] ?? automaton.start();
    states.push(above.isFinal ? above : automaton.step(above, tree.names[folder] ?? ''));
  }
  for (let from = 0; from < tree.size; from += stepLength) {
    if (from > 0) yield;
    answerFiles(automaton, tree, states, from, Math.min(from + stepLength, tree.size), answered);
  }
}

/** Which rank decides each file, as the numbers of `decisions`: the first is that of no rank at all. */
export function* decideTree(
  decider: Automaton<number>,
  tree: FileTree,
  decisions: readonly Decision[],
): Generator<void, TreeDecisions> {
  const numbers = new Int32Array(tree.size);
  yield* walkTree(decider, tree, (file, rank) => {
    numbers[file] = rank - decidesNothing;
  });
  return { decisions, numbers };
}

function answerFiles<A>(
  automaton: Automaton<A>,
  { bytes, folders, starts, ends }: FileTree,
  states: readonly State<A>[],
  from: number,
  to: number,
  answered: (file: number, answer: A) => void,
): void {
  for (let file = from; file < to; file++) {
    const state = states[folders[file] ?? 0];
    if (state === undefined) continue;
    if (state.isFlat) {
      answered(file, state.answer);
      continue;
    }
    const start = starts[file] ?? 0;
    const end = ends[file] ?? 0;
    // A byte is a character in ASCII only: any other name is looked at as text.
    const isHeldBack = start >= 0 && !letsThrough(state, end - start, bytes[start] ?? 0, bytes[end - 1] ?? 0);
    answered(file, isHeldBack ? state.answer : automaton.leaf(state, decode(bytes, start < 0 ? ~start : start, end)));
  }
}
