import type { Aor, BrokenCondition, ChangeKind } from '../model';
import type { ReadPaths } from './paths';
import { itemsOf } from './shapes';
import type { PlainEntry, ReadContext } from './shapes';

interface ConditionValues {
  readonly paths: ReadPaths | null;
  readonly content: string | null;
  readonly 'min-lines': number | null;
  readonly changes: readonly ChangeKind[] | null;
}

/**
 * The conditions of a review AOR. Only an absent key means "no condition": one that is there but empty or unreadable
 * is broken, so that the review applies to nothing instead of to everything.
 */
export function readConditions(
  entries: ReadonlyMap<string, PlainEntry>,
  values: ConditionValues,
  context: ReadContext,
): Pick<Aor, 'content' | 'minLines' | 'changes' | 'broken'> {
  const broken = [...(values.paths?.broken ?? [])];
  for (const [key, entry] of entries) {
    const found = brokenAt(key, entry, values, context);
    if (found !== null) broken.push(found);
  }
  return { content: values.content, minLines: values['min-lines'], changes: values.changes, broken };
}

function brokenAt(
  key: string,
  { key: at, value }: PlainEntry,
  values: ConditionValues,
  context: ReadContext,
): BrokenCondition | null {
  if (key !== 'paths' && key !== 'content' && key !== 'min-lines' && key !== 'changes') return null;
  if (value === null || isEmpty(key, values, itemsOf(value).length)) {
    const text = `"${key}" is there but empty, so this review applies to nothing. Remove the key to drop the condition.`;
    context.report('empty-condition', value ?? at, text);
    return { code: 'empty-condition', key, text };
  }
  if (key === 'paths') return null;
  if (key === 'content' && values.content !== null) {
    const why = context.regexProblem(values.content);
    if (why === null) return null;
    const text = `Not a regular expression in RE2 syntax: ${why}`;
    context.report('bad-regex', value, text);
    return { code: 'bad-regex', key, text };
  }
  // What cannot be read was reported while it was read.
  const isRead = key === 'changes' ? values.changes?.length === itemsOf(value).length : values[key] !== null;
  return isRead ? null : { code: 'bad-value', key, text: `"${key}" cannot be read` };
}

function isEmpty(key: string, values: ConditionValues, itemCount: number): boolean {
  if (key === 'content') return values.content === '';
  if (key === 'changes') return itemCount === 0;
  if (key !== 'paths' || values.paths === null) return false;
  return values.paths.broken.length === 0 && values.paths.entries.every(({ glob }) => glob.exclude);
}
