import { defaultSeverities, type Problem, type ProblemCode, type ReviewPolicy, type Severity } from '../model';
import { choice, mapIn, mapTaking, readFields, reportUnknownKey, shape, text, whole } from './shapes';
import type { PlainNode, ReadContext, Shape } from './shapes';

export const defaultPolicy: ReviewPolicy = {
  askAtMost: 2,
  baseBranch: null,
  staleAfterDays: 365,
  severities: new Map(),
};

/** How loud a kind of problem can be; `none`: it is left out. */
export const severityChoices = ['error', 'warning', 'information', 'hint', 'none'] as const;

const severity = choice(...severityChoices);

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(defaultSeverities, code);

const takesSeverities = mapTaking(Object.fromEntries(Object.keys(defaultSeverities).map((code) => [code, severity])));

const severities: Shape<ReadonlyMap<ProblemCode, Severity | 'none'>> = shape(takesSeverities, (node, context) => {
  const found = new Map<ProblemCode, Severity | 'none'>();
  for (const { key, value } of mapIn(node, context)?.entries ?? []) {
    if (key.text.startsWith('x-')) continue;
    if (!isProblemCode(key.text)) reportUnknownKey(key, Object.keys(defaultSeverities), context);
    else if (value !== null) {
      const read = severity(value, context);
      if (read !== null) found.set(key.text, read);
    }
  }
  return found;
});

const policyFields = {
  'ask-at-most': whole(0, 100),
  'base-branch': text,
  'stale-after-days': whole(1, 100_000),
  severities,
};

export const takesPolicy = mapTaking(policyFields);

/** The top-level key `review`. */
export function readPolicy(node: PlainNode, context: ReadContext): ReviewPolicy {
  const map = mapIn(node, context);
  if (map === null) return defaultPolicy;
  const { values } = readFields(map, policyFields, context);
  return {
    askAtMost: values['ask-at-most'] ?? defaultPolicy.askAtMost,
    baseBranch: values['base-branch'],
    staleAfterDays: values['stale-after-days'] ?? defaultPolicy.staleAfterDays,
    severities: values.severities ?? defaultPolicy.severities,
  };
}

/** The problems with the severities that are asked for; those set to `none` are left out. */
export function withSeverities(
  problems: readonly Problem[],
  { severities: askedFor }: Pick<ReviewPolicy, 'severities'>,
): Problem[] {
  return problems.flatMap((problem) => {
    const asked = askedFor.get(problem.code) ?? problem.severity;
    return asked === 'none' ? [] : [asked === problem.severity ? problem : { ...problem, severity: asked }];
  });
}
