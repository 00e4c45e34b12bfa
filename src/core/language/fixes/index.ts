/** What can be done about each kind of problem. What is not here needs somebody to think. */
import type { Problem, ProblemCode } from '../../model';
import { badId } from './badId';
import type { Fix, FixContext, Fixer } from './fix';
import { ambiguousOwner, noMatch, shadowedGlob } from './globs';
import { confirm, overdueHandover, ownerLeft, vacant } from './holding';
import { duplicateKey, misplacedKey, missingTitle, missingVersion } from './keys';
import { unusedPerson } from './people';
import { quotedSyntax, suspiciousScalar } from './quoted';
import { severalOwners } from './severalOwners';
import { unknownId } from './unknownId';
import { unknownKey } from './unknownKey';

const fixers: Partial<Record<ProblemCode, Fixer>> = {
  syntax: quotedSyntax,
  'duplicate-key': duplicateKey,
  'missing-title': missingTitle,
  'bad-id': badId,
  'unknown-person': unknownId('person'),
  'unknown-team': unknownId('team'),
  'unknown-aor': unknownId('aor'),
  'several-owners': severalOwners,
  'unknown-key': unknownKey,
  'misplaced-key': misplacedKey,
  'suspicious-scalar': suspiciousScalar,
  'ambiguous-owner': ambiguousOwner,
  'shadowed-glob': shadowedGlob,
  'no-match': noMatch,
  'owner-left': ownerLeft,
  'missing-version': missingVersion,
  vacant,
  stale: confirm,
  unconfirmed: confirm,
  'overdue-handover': overdueHandover,
  'unused-person': unusedPerson,
};

/** The kinds of problems that have fixes. */
export const fixableCodes = Object.keys(fixers) as readonly ProblemCode[];

/** What can be done about a problem, best first. Their edits are made only when one is wanted: `fixEdits`. */
export const fixesFor = (problem: Problem, context: FixContext): readonly Fix[] =>
  fixers[problem.code]?.(problem, context) ?? [];

export { fixEdits, type Fix, type FixContext, type Move } from './fix';
export { foldersNamed } from './globs';
export { removeUnusedPeople, sortPeople } from './people';
