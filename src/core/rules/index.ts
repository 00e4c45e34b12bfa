/**
 * Path → who. The door of the rules: nothing outside this folder knows how matching works.
 */
export { compileRules } from './compile';
export type { Decision, Explanation, RuleIndex } from './ruleIndex';
