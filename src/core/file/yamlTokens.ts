/** What the tokens of a YAML text tell before a tree is made of them: parts that are not used here, and nesting. */
import type { CST } from 'yaml';
import type { TextProblem } from './plainTree';

const maximumDepth = 100;

interface Step {
  readonly token: CST.Token;
  readonly depth: number;
}

/**
 * Reports directives, anchors, aliases and tags, and empties collections nested too deep, so that making the tree,
 * which is recursive, cannot overflow. Walks without recursion.
 */
export function checkTokens(tokens: readonly CST.Token[], text: string): TextProblem[] {
  const problems: TextProblem[] = [];
  const steps: Step[] = tokens.map((token) => ({ token, depth: 0 })).reverse();
  let isTooDeep = false;
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { token, depth } = step;
    const problem = unusedPart(token, text);
    if (problem !== null) problems.push(problem);
    if (token.type === 'document') {
      push(steps, token.start, depth);
      if (token.value !== undefined) steps.push({ token: token.value, depth });
    } else if ('items' in token) {
      if (depth < maximumDepth) {
        for (const { start, key, sep, value } of [...token.items].reverse()) {
          if (value !== undefined) steps.push({ token: value, depth: depth + 1 });
          push(steps, sep, depth);
          if (key !== undefined && key !== null) steps.push({ token: key, depth: depth + 1 });
          push(steps, start, depth);
        }
      } else {
        token.items = [];
        if (!isTooDeep)
          problems.push({
            code: 'too-large',
            start: token.offset,
            end: token.offset + 1,
            message: `Nested more than ${maximumDepth} levels deep; what is deeper is not read.`,
          });
        isTooDeep = true;
      }
    }
  }
  return problems;
}

function push(steps: Step[], tokens: readonly CST.SourceToken[] | undefined, depth: number): void {
  for (const token of tokens ?? []) steps.push({ token, depth });
}

/** The whole word around a token, as the writer may have meant it: `**\/x` where the token is `*`. */
function wordAt(text: string, offset: number): string {
  return /^[^\s,\]}#]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
}

function unusedPart(token: CST.Token, text: string): TextProblem | null {
  const name = { directive: 'Directives', anchor: 'Anchors (&)', alias: 'Aliases (*)', tag: 'Tags (!)' }[
    token.type as string
  ];
  if (name === undefined || !('source' in token)) return null;
  const range = { start: token.offset, end: token.offset + Math.max(1, token.source.length) };
  const advice =
    token.type === 'directive'
      ? 'Remove the line.'
      : `If a text is meant, quote it: ${JSON.stringify(wordAt(text, token.offset))}.`;
  return { code: 'syntax', ...range, message: `${name} are not used in an ownership file. ${advice}` };
}
