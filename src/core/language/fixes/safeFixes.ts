import { editSource, type EditSource } from '../../edits';
import { inOrder, type TextEdit } from '../../edits/textEdit';
import type { Problem, ProblemCode } from '../../model';
import { fixEdits, type Fix, type FixContext } from './fix';
import { fixesFor } from './index';

export interface Fixed {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** What has a safe fix, if anything: the others need not be looked at. */
const safeCodes: ReadonlySet<ProblemCode> = new Set([
  'duplicate-key',
  'missing-title',
  'missing-version',
  'several-owners',
]);

/** The fix of a problem that a program may make alone; `undefined`: there is none. */
export const safeFix = (problem: Problem, context: FixContext): Fix | undefined =>
  safeCodes.has(problem.code) ? fixesFor(problem, context).find(({ isSafe }) => isSafe) : undefined;

/**
 * The safe fixes that can be made at once. One that meets another waits: fix, read again, and ask again until nothing
 * is fixed any more.
 */
export function safeFixes(
  problems: readonly Problem[],
  context: FixContext,
): { readonly edits: readonly TextEdit[]; readonly fixed: readonly Fixed[] } {
  const known = new Map<string, EditSource>();
  const read = (text: string): EditSource => {
    const source = known.get(text) ?? editSource(text);
    known.set(text, source);
    return source;
  };
  const edits: TextEdit[] = [];
  const fixed: Fixed[] = [];
  const inPlace = [...problems].sort((a, b) => compare(a.at.file, b.at.file) || a.at.start - b.at.start);
  for (const problem of inPlace) {
    const fix = safeFix(problem, { ...context, read });
    const found = fix === undefined ? null : fixEdits(fix, context.file.sources, read);
    if (fix === undefined || found === null || found.length === 0 || meets(edits, found)) continue;
    edits.push(...found);
    fixed.push({ problem, fix });
  }
  return { edits: inOrder(edits) as readonly TextEdit[], fixed };
}

const meets = (edits: readonly TextEdit[], others: readonly TextEdit[]): boolean =>
  edits.some((a) => others.some((b) => a.file === b.file && a.start <= b.end && b.start <= a.end));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
