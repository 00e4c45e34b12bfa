/**
 * Path → who. The door of the rules: nothing outside this folder knows how matching works.
 */
export { compileRules } from './compile';
export { orderedClaims, type OrderedClaim } from './orderedClaims';
export { needsOf } from './reviews';
export type { Pattern } from './pattern';
export type { Segment } from './segment';
export type { Decision, Explanation, RuleIndex, TreeDecisions } from './ruleIndex';
export { analyseTree, type EntryTally, type Loss, type Tie, type TreeAnalysis } from './treeAnalysis';
export { treeProblems } from './treeProblems';
