import assert from 'node:assert/strict';
import type { Decision, Explanation, RuleIndex } from '../../../src/core/rules';
import { atOnce } from '../../../src/core/steps';
import { treeOfPaths } from '../../../src/core/tree/readTree';

/** The explanations of paths, after making sure that every way to ask the index gives the same. */
export function askedEveryWay(index: RuleIndex, paths: readonly string[]): readonly Explanation[] {
  const tree = treeOfPaths(paths);
  assert.equal(tree.size, paths.length);
  const inTree: Explanation[] = [];
  atOnce(index.explainTree(tree, (file, explanation) => (inTree[file] = explanation)));
  const { decisions, numbers } = atOnce(index.decideTree(tree));
  return paths.map((path, file) => {
    const explanation = index.explain(path);
    const number = numbers[file];
    assert.deepEqual(inTree[file], explanation, path);
    const ways: readonly (Decision | undefined)[] = [
      index.decide(path),
      number === undefined ? undefined : decisions[number],
    ];
    for (const decision of ways) assert.deepEqual(decision, explanation.decision, path);
    return explanation;
  });
}
