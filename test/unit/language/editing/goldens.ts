/**
 * Golden files of editing commands: `test/data/editing/COMMAND/CASE.txt`, in parts that begin with `=== NAME`. What is
 * said to a command stands behind the names; `refused` is the sentence it refuses with, `effect` what it says before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addPaths,
  addPerson,
  aorsToConfirm,
  atOnce,
  compileRules,
  confirmAors,
  editingEdits,
  effectOf,
  effectText,
  handOver,
  newAor,
  peopleToAdd,
  personOf,
  proposedAor,
  proposedChild,
  reachOf,
  reachOfGlobs,
  splitAor,
  together,
  treeOfPaths,
  typedPerson,
  type Aor,
  type EditingResult,
  type OwnershipFile,
  type Target,
} from '../../../../src/core';
import { applyReplacements } from '../../../../src/core/edits';

export interface EditingGolden {
  readonly command: string;
  readonly name: string;
  readonly said: ReadonlyMap<string, string>;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

export const editingFolder = 'test/data/editing';
export const day = '2026-06-15';

export const editingGoldens = (): readonly EditingGolden[] =>
  readdirSync(editingFolder).flatMap((command) =>
    readdirSync(join(editingFolder, command)).map((file) => readGolden(command, file.replace(/\.txt$/, ''))),
  );

function readGolden(command: string, name: string): EditingGolden {
  const said = new Map<string, string>();
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  const parts = readFileSync(join(editingFolder, command, `${name}.txt`), 'utf8').split(/^=== /m);
  for (const part of parts.slice(1)) {
    const [head = ''] = part.split('\n', 1);
    const text = part.slice(head.length + 1);
    const [, when, file = ''] = /^(before|after) (.*)$/.exec(head) ?? [];
    if (when === undefined) said.set(head.split(' ', 1)[0] ?? '', head.slice(head.indexOf(' ') + 1));
    else (when === 'before' ? before : after)[file] = said.has('crlf') ? text.replaceAll('\n', '\r\n') : text;
  }
  return { command, name, said, before, after: { ...before, ...after } };
}

/** `docs/` is a folder, `docs` a file. */
const targetsOf = (text = '[]'): readonly Target[] =>
  (JSON.parse(text) as string[]).map((path) => ({ path: path.replace(/\/$/, ''), isFolder: /(^|\/)$/.test(path) }));

interface Outcome {
  readonly result: EditingResult;
  /** `null` where the command does not say what it would do. */
  readonly effect: string | null;
}

/** Does what the golden file says. */
export function outcomeOf({ command, said }: EditingGolden, file: OwnershipFile): Outcome {
  const index = compileRules(file);
  const targets = targetsOf(said.get('targets'));
  const aor = said.get('aor') ?? '';
  const tree = said.has('tree') ? treeOfPaths((said.get('tree') ?? '').split(' ').filter(Boolean)) : null;
  const withEffect = (
    result: EditingResult & Partial<{ after: OwnershipFile; aor: Aor }>,
    of = reachOf(targets),
  ): Outcome => {
    if (result.after === undefined || result.aor === undefined || tree === null) return { result, effect: null };
    const effect = atOnce(effectOf(index, compileRules(result.after), result.aor, of, tree));
    const { sentences, isWarning } = effectText(effect, result.aor.title);
    return { result, effect: (isWarning ? 'WARNING ' : '') + sentences.join(' ') };
  };
  const named = (proposed: { id: string; title: string }) => ({
    ...{ id: said.get('id') ?? proposed.id, title: said.get('title') ?? proposed.title },
    owner: said.get('owner') ?? null,
  });
  switch (command) {
    case 'add':
      return withEffect(addPaths(file, aor, targets));
    case 'hand over':
      return { result: handOver(file, aor, said.get('to') ?? '', day), effect: null };
    case 'take over': {
      const me = said.get('me') ?? '';
      if (file.people.has(me)) return { result: handOver(file, aor, me, day), effect: null };
      const person = personOf(file, typedPerson(me)!);
      return { result: together(addPerson(file, person), handOver(file, aor, person.id, day)), effect: null };
    }
    case 'new':
      return withEffect(newAor(file, index, named(proposedAor(file, targets)), targets));
    case 'split': {
      const folder = said.get('folder');
      const part =
        folder === undefined
          ? { kind: 'globs' as const, globs: JSON.parse(said.get('globs') ?? '[]') as string[] }
          : { kind: 'folder' as const, folder };
      const parent = file.aors.get(aor);
      const proposed = parent === undefined ? { id: '', title: '' } : proposedChild(file, parent, part);
      const split = splitAor(file, aor, part, named(proposed));
      const moved = reachOfGlobs(split.kind === 'refused' ? [] : split.aor.paths);
      return withEffect(split, folder === undefined ? moved : reachOf([{ path: folder, isFolder: true }]));
    }
    case 'confirm': {
      const ids = said.get('aors')?.split(' ') ?? aorsToConfirm(file, said.get('me') ?? '', day).map(({ id }) => id);
      return { result: confirmAors(file, ids, day), effect: null };
    }
    case 'add person': {
      const authors = JSON.parse(said.get('authors') ?? '[]') as [string, string, number][];
      const found = peopleToAdd(
        file,
        authors.map(([name, email, commits]) => ({ identity: { name, email }, commits })),
      );
      const typed = typedPerson(said.get('typed') ?? '');
      const chosen = typed === null ? found : [personOf(file, typed)];
      const ids = said.get('ids');
      const people = ids === undefined ? chosen.slice(0, 1) : chosen.map((one) => ({ ...one, id: ids }));
      return { result: together(...people.map((one) => addPerson(file, one))), effect: null };
    }
    default:
      throw new Error(`No command ${command}.`);
  }
}

/** The texts after the command; a sentence where it refuses. */
export function textsAfter(
  { before }: EditingGolden,
  file: OwnershipFile,
  result: EditingResult,
): Readonly<Record<string, string>> | string {
  const made = editingEdits(result, file);
  if (made.kind === 'refused') return made.message;
  return Object.fromEntries(
    Object.entries(before).map(([path, text]) => [
      path,
      (text.startsWith('\uFEFF') ? '\uFEFF' : '') +
        applyReplacements(
          text.replace(/^\uFEFF/, ''),
          made.edits.filter((edit) => edit.file === path),
        ),
    ]),
  );
}
