/** What is measured: the rules compiled and every file answered, through each entry point. */
import { atOnce, compileRules, readTree, treeOfPaths, type FileTree, type RuleIndex } from '../../../src/core';
import { nothing, type Answers, type Entries } from '../answers';
import type { DataSet } from '../dataSet';
import { lookupSide, type Side, type Turn } from './side';

/** The whole way from the model and the bytes of the list to an answer for each file. */
export function wholeSide({ file, list }: DataSet, entries: Entries): Side {
  return {
    name: 'aor',
    clock: 'compile, tree from the bytes of the list, resolve; the model is ready',
    at: null,
    prepare: () => resolving(() => [compileRules(file), atOnce(readTree(list))], entries),
    forAll: (ms) => ms,
  };
}

/** The part of it that comes after the list, as an open repository has it: the rules are compiled. */
export function coldTreeSide({ file, list }: DataSet, entries: Entries): Side {
  return {
    name: 'aor, tree and resolve',
    clock: 'tree from the bytes of the list, resolve cold; compiled before, anew for each round',
    at: null,
    prepare() {
      const index = compileRules(file);
      return resolving(() => [index, atOnce(readTree(list))], entries);
    },
    forAll: (ms) => ms,
  };
}

/** The tree again when everything is known. */
export function warmSide({ file, list }: DataSet, entries: Entries): Side {
  const index = compileRules(file);
  const tree = atOnce(readTree(list));
  return {
    name: 'aor, resolve again',
    clock: 'resolve warm: the tree is there, the rules have answered for it before',
    at: null,
    prepare: () => resolving(() => [index, tree], entries),
    forAll: (ms) => ms,
  };
}

function resolving(made: () => readonly [RuleIndex, FileTree], { answerOf }: Entries): Turn {
  let found: ReturnType<typeof resolve> | undefined;
  return {
    run() {
      found = resolve(...made());
    },
    answers() {
      const answers = found?.decisions.map(answerOf);
      return found?.numbers.map((number) => answers?.[number] ?? nothing) ?? new Int32Array();
    },
  };
}

const resolve = (index: RuleIndex, tree: FileTree) => atOnce(index.decideTree(tree));

/** The other entry points, which must answer the same. */
export function otherEntryPoints({ file, paths }: DataSet, { answerOf }: Entries): readonly Side[] {
  const index = compileRules(file);
  const clock = 'lookups; compiled before; path strings ready';
  const pathByPath = (name: string, find: (path: string) => number): Side =>
    lookupSide({ name, clock, at: null }, paths, () => find);
  return [
    pathByPath('aor, path by path', (path) => answerOf(index.decide(path))),
    pathByPath('aor, explained path by path', (path) => answerOf(index.explain(path).decision)),
    {
      name: 'aor, explained as a tree',
      clock: 'tree from path strings, explain; compiled before',
      at: null,
      prepare() {
        const found: Answers = new Int32Array(paths.length);
        return {
          run: () =>
            atOnce(
              index.explainTree(treeOfPaths(paths), (number, { decision }) => {
                found[number] = answerOf(decision);
              }),
            ),
          answers: () => found,
        };
      },
      forAll: (ms) => ms,
    },
  ];
}
