/** The cases of the ownership file reference, through core alone. */
import assert from 'node:assert/strict';
import {
  analyseTree,
  entryPlaces,
  healthProblems,
  lineMap,
  loadOwnership,
  ownershipOf,
  compileRules,
  treeOfPaths,
  treeProblems,
} from '../../../src/core';
import type { LoadedOwnership, Ownership, PathEntry, Problem, RuleIndex } from '../../../src/core';
import { isFound, ownershipCases, unexpectedErrors, type OwnershipCase } from '../../ownershipCases';
import { askedEveryWay } from '../rules/everyWay';
import { memorySource } from '../memorySource';

interface Reading {
  /** Folder of the repository that paths of this reading are relative to. */
  readonly base: string;
  readonly loaded: LoadedOwnership;
  readonly index: RuleIndex | null;
}

const ignoredBy = (files: OwnershipCase['files']): string[] =>
  (files['.gitignore'] ?? '').split('\n').filter((line) => line !== '');

async function read(theCase: OwnershipCase, base: string): Promise<Reading> {
  const loaded = await loadOwnership(
    memorySource(theCase.files, base, ignoredBy(theCase.files)),
    theCase.setting ?? null,
  );
  return { base, loaded, index: loaded.kind === 'loaded' ? compileRules(loaded.file) : null };
}

/** The readings a case needs: the root's, or the opened folder's; and those of repositories inside. */
async function readings(theCase: OwnershipCase): Promise<Reading[]> {
  const hasEntry = (base: string): boolean =>
    entryPlaces.some((place) => Object.hasOwn(theCase.files, base === '' ? place : `${base}/${place}`));
  const main = await read(theCase, theCase.opened !== undefined && !hasEntry('') ? theCase.opened : '');
  const nested = await Promise.all((theCase.repositories ?? []).filter(hasEntry).map((base) => read(theCase, base)));
  return [...nested, main];
}

const join = (base: string, path: string): string => (base === '' ? path : `${base}/${path}`);

function lineOf(theCase: OwnershipCase, file: string, offset: number): number {
  return lineMap((theCase.files[file] ?? '').replace(/^\uFEFF/, '')).positionAt(offset).line + 1;
}

/** An answer in the words of the cases; what a case does not ask is not compared. */
function answer(theCase: OwnershipCase, { base, loaded }: Reading, ownership: Ownership): Record<string, unknown> {
  const entry = loaded.kind === 'none' ? '' : join(base, loaded.entry);
  const place = ({ glob, at }: PathEntry) => {
    const file = join(base, at.file);
    return { glob: glob.text, line: lineOf(theCase, file, at.start), ...(file === theCase.entry ? {} : { file }) };
  };
  const owner = ownership.state === 'owned' ? ownership.owner.id : null;
  assert.ok(entry !== '');
  return {
    state: ownership.state,
    aor: 'aor' in ownership ? ownership.aor.id : null,
    owner,
    vacant: ownership.state === 'vacant' ? ownership.reason : null,
    ...(ownership.state === 'unowned' ? { glob: null, line: null } : place(ownership.rule)),
    also: ownership.also.map(({ aor, entry: lostEntry, lost }) => ({
      aor: aor.id,
      ...place(lostEntry),
      lost: lost.kind === 'segment' ? `segment ${lost.number}` : lost.kind,
    })),
    reviews: ownership.reviews.map(({ id, owner: holder, level }) => ({ aor: id, owner: holder?.id ?? null, level })),
    conditional: ownership.conditional.map(({ aor, needs }) => ({ aor: aor.id, needs })),
  };
}

function problemsOfTree({ loaded, index }: Reading, tree: readonly string[] | undefined): Problem[] {
  if (loaded.kind !== 'loaded' || index === null || tree === undefined) return [];
  const analysis = analyseTree(loaded.file, index, treeOfPaths(tree));
  let step = analysis.next();
  while (step.done !== true) step = analysis.next();
  return [...treeProblems(step.value, { isSparse: false })];
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
function checkProblems(theCase: OwnershipCase, problems: readonly Problem[], base: string): void {
  const found = problems.map(({ code, severity, at }) => {
    const file = join(base, at.file);
    return { code: code, isError: severity === 'error', file, line: lineOf(theCase, file, at.start) };
  });
  const expected = theCase.problems ?? [];
  for (const problem of expected) {
    assert.ok(isFound(found, problem), `${JSON.stringify(problem)} is missing in ${JSON.stringify(found)}`);
  }
  assert.deepEqual(unexpectedErrors(found, expected), []);
  for (const code of theCase.not ?? []) assert.ok(!found.some((one) => one.code === code), `${code} was reported`);
}

describe('ownership file conformance', () => {
  for (const theCase of ownershipCases) {
    it(theCase.name, async () => {
      const all = await readings(theCase);
      const main = all.at(-1);
      assert.ok(main !== undefined);
      const today = { day: theCase.today ?? '2026-06-15' };
      assert.equal(main.loaded.kind === 'none' ? null : join(main.base, main.loaded.entry), theCase.entry);
      for (const { path, ...expected } of theCase.ask) {
        const asked = path;
        const reading = all.find(({ base }) => base === '' || asked.startsWith(`${base}/`));
        assert.ok(reading?.loaded.kind === 'loaded' && reading.index !== null, `${asked}: no readable ownership file`);
        const relative = reading.base === '' ? asked : asked.slice(reading.base.length + 1);
        askedEveryWay(reading.index, [relative]);
        const found = answer(theCase, reading, ownershipOf(reading.loaded.file, reading.index, relative, today));
        const wanted: Record<string, unknown> = {
          aor: null,
          owner: null,
          glob: null,
          line: null,
          vacant: null,
          ...expected,
        };
        if (wanted.reviews !== undefined) wanted.reviews = [...(wanted.reviews as unknown[])].sort(byText);
        const compared = Object.fromEntries(Object.entries(found).filter(([key]) => key in wanted));
        if (compared.reviews !== undefined) compared.reviews = [...(compared.reviews as unknown[])].sort(byText);
        assert.deepEqual(compared, wanted, asked);
      }
      for (const reading of all) {
        const { base, loaded } = reading;
        if (loaded.kind !== 'loaded' && loaded.kind !== 'unreadable') continue;
        const health = loaded.kind === 'loaded' ? healthProblems(loaded.file, today) : [];
        checkProblems(theCase, [...loaded.problems, ...health, ...problemsOfTree(reading, theCase.tree)], base);
      }
    });
  }
});
