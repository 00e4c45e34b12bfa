/** Small random ownership files and changes, as data that is written down as JSON, which is YAML. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  loadOwnership,
  loadRegexFor,
  suggest,
  type OwnershipFile,
  type SuggestInput,
  type Suggestion,
} from '../../../src/core';
import { memorySource } from '../memorySource';
import { changedFile, type WrittenChange } from './changes';

export interface WrittenPerson {
  readonly name: string;
  readonly away?: readonly { readonly from: string; readonly until?: string; readonly cover?: string }[];
  readonly left?: string;
  readonly bot?: boolean;
}

export interface WrittenAor {
  readonly title: string;
  readonly kind: string;
  readonly owner: string | null;
  readonly backup: readonly string[];
  readonly parent: string | null;
  readonly paths?: readonly string[];
  readonly level?: string;
  readonly changes?: readonly string[];
}

export interface WrittenFile {
  readonly people: Readonly<Record<string, WrittenPerson>>;
  readonly aors: Readonly<Record<string, WrittenAor>>;
  readonly review: { readonly 'ask-at-most': number };
}

export const today = { day: '2026-06-15' };

const ids = ['ana', 'ben', 'cy', 'dot', 'eve', 'fay', 'gus'];
const aorIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const folders = ['x', 'y', 'z', 'x/y', 'w'];

export const personId = fc.constantFrom(...ids);

const person = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ name: 'P' }) },
  fc.constant({ name: 'P', left: '2026-01-01' }),
  fc.constant({ name: 'P', bot: true }),
  fc.constant({ name: 'P', away: [{ from: '2026-06-01' }] }),
  personId.map((cover) => ({ name: 'P', away: [{ from: '2026-06-01', cover }] })),
  personId.map((cover) => ({ name: 'P', away: [{ from: '2026-06-01', until: '2026-06-14', cover }] })),
);

const aor = (kind: string): fc.Arbitrary<WrittenAor> =>
  fc.record(
    {
      title: fc.constant('T'),
      kind: fc.constant(kind),
      owner: fc.option(personId, { freq: 6 }),
      backup: fc.uniqueArray(personId, { maxLength: 3 }),
      parent: fc.option(fc.constantFrom(...aorIds)),
      paths: fc.uniqueArray(fc.constantFrom(...folders), { minLength: 1, maxLength: 2 }),
      ...(kind === 'review'
        ? {
            level: fc.constantFrom('must', 'offer', 'note'),
            changes: fc.uniqueArray(fc.constantFrom('added', 'modified', 'deleted', 'renamed'), { minLength: 1 }),
          }
        : {}),
    },
    { requiredKeys: ['title', 'kind', 'owner', 'backup', 'parent'] },
  );

export const writtenFile: fc.Arbitrary<WrittenFile> = fc.record({
  people: fc.dictionary(personId, person, { minKeys: 3, noNullPrototype: true }),
  aors: fc.dictionary(fc.constantFrom(...aorIds), fc.oneof(aor('area'), aor('area'), aor('review'), aor('duty')), {
    minKeys: 1,
    noNullPrototype: true,
  }),
  review: fc.record({ 'ask-at-most': fc.integer({ min: 0, max: 4 }) }),
});

const path = fc.tuple(fc.constantFrom(...folders), fc.constantFrom('1', '2', '3')).map((parts) => parts.join('/'));

export const writtenChange: fc.Arbitrary<readonly WrittenChange[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({ status: fc.constantFrom('A', 'M', 'D'), path, added: fc.constant(['line']) }),
    fc.record({ status: fc.constant('R'), path, from: path }),
  ),
  { selector: (file) => file.path, maxLength: 8 },
);

export const authors = fc.uniqueArray(personId, { maxLength: 2 });

/** The file as core reads it. */
export async function fileOf(written: WrittenFile): Promise<OwnershipFile> {
  const loaded = await loadOwnership(memorySource({ 'aor.yaml': JSON.stringify({ version: 1, ...written }) }), null);
  assert.ok(loaded.kind === 'loaded');
  return loaded.file;
}

/** A suggestion by one ownership file that the change leaves as it is, or by what `more` says. */
export async function suggestFor(
  file: OwnershipFile,
  change: readonly WrittenChange[],
  by: readonly string[],
  more: Partial<SuggestInput> = {},
): Promise<Suggestion> {
  return suggest({
    change: { files: change.map(changedFile) },
    base: file,
    fork: file,
    head: file,
    authors: new Set(by),
    busy: new Set(),
    today,
    mode: 'accountable',
    regex: await loadRegexFor(file, more.head ?? null),
    ...more,
  });
}
