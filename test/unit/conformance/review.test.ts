/** The cases of *Choosing*, through core. */
import assert from 'node:assert/strict';
import { loadOwnership, loadRegexFor, suggest, type OwnershipFile, type Suggestion } from '../../../src/core';
import cases from '../../data/conformance/review.json';
import { memorySource } from '../memorySource';
import { changedFile, type WrittenChange } from '../review/changes';

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  readonly today: string;
  readonly base: { readonly files: Files } | null;
  readonly fork?: { readonly files: Files };
  readonly head?: { readonly files: Files };
  readonly authors: readonly string[];
  readonly busy?: readonly string[];
  readonly change: readonly WrittenChange[];
  readonly expect: Readonly<Record<string, unknown>>;
}

async function fileIn(files: Files | null): Promise<OwnershipFile | null> {
  const loaded = await loadOwnership(memorySource(files ?? {}), null);
  return loaded.kind === 'loaded' ? loaded.file : null;
}

/** In the words of the cases. */
function told({ from, requirements, ask, uncovered, undecided, also }: Suggestion) {
  return {
    ...(from === 'working' ? { from } : {}),
    requirements: requirements.map(({ aor, level, files }) => ({ aor: aor.id, level, files: [...files] })),
    ask: sorted(
      ask.map(({ person, for: covered, warnings }) => ({
        person: person.id,
        covers: covered.map(({ requirement }) => requirement.aor.id).sort(),
        as: Object.fromEntries(covered.map(({ requirement, as }) => [requirement.aor.id, as])),
        ...(warnings.length > 0 ? { warnings } : {}),
      })),
    ),
    ...list(
      'uncovered',
      uncovered.map((one) =>
        one.kind === 'path'
          ? { kind: 'path', id: one.path, code: 'unowned' }
          : { kind: 'aor', id: one.requirement.aor.id, code: one.code },
      ),
    ),
    ...list(
      'undecided',
      undecided.map((one) => ({ aor: one.aor.id, code: one.kind === 'broken' ? one.condition.code : one.kind })),
    ),
    ...list(
      'also',
      also.map(({ requirement, code }) => ({ aor: requirement.aor.id, code })),
    ),
  };
}

const sorted = <T>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** A list left out of a case is empty. */
const list = (key: string, items: readonly unknown[]) => (items.length === 0 ? {} : { [key]: sorted(items) });

/** Lists of the cases are sets. */
const normal = (expect: Case['expect']) =>
  Object.fromEntries(
    Object.entries(expect).map(([key, value]) => [key, Array.isArray(value) ? sorted(value as unknown[]) : value]),
  );

describe('reviewers: conformance', () => {
  for (const theCase of cases as readonly Case[]) {
    it(theCase.name, async () => {
      const base = theCase.base === null ? null : theCase.base.files;
      const fork = theCase.fork?.files ?? base;
      const [baseFile, forkFile, headFile] = await Promise.all(
        [base, fork, { ...fork, ...theCase.head?.files }].map(fileIn),
      );
      const suggestion = suggest({
        change: { files: theCase.change.map(changedFile) },
        base: baseFile ?? null,
        fork: forkFile ?? null,
        head: headFile ?? null,
        authors: new Set(theCase.authors),
        busy: new Set(theCase.busy),
        today: { day: theCase.today },
        mode: 'accountable',
        regex: await loadRegexFor(baseFile ?? null, headFile ?? null),
      });
      assert.deepEqual(told(suggestion), normal(theCase.expect));
    });
  }
});
