/** Whatever the file, a command leads to the model that it means and leaves every other byte alone. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addPaths,
  addPerson,
  aorsToConfirm,
  compileRules,
  confirmAors,
  editingEdits,
  handOver,
  newAor,
  personOf,
  splitAor,
  type Aor,
  type EditingResult,
  type OwnershipFile,
} from '../../../../src/core';
import { applyReplacements } from '../../../../src/core/edits';
import { loadAll } from '../fixes/goldens';
import { folders, people, randomOwnership } from './randomOwnership';

const day = '2026-06-15';

/** What an AOR says, without where. */
const said = (aor: Aor) => ({
  title: aor.title,
  kind: aor.kind,
  file: aor.at.file,
  owner: aor.owner?.id ?? null,
  backups: aor.backups.map(({ id }) => id),
  parent: aor.parent?.id ?? null,
  paths: aor.paths.map(({ glob, priority }) => `${glob.text} ${priority}`),
  since: aor.since,
  confirmed: aor.confirmed,
  status: aor.status,
  past: aor.past.map(({ owner, from, until }) => `${owner.id} ${from ?? ''} ${until ?? ''}`),
  vacant: aor.vacant,
  handover: aor.handover === null ? null : `${aor.handover.to.id} ${aor.handover.by}`,
});
type Said = ReturnType<typeof said>;
type View = readonly (readonly [string, Said])[];

const viewOf = (file: OwnershipFile): View => [...file.aors.values()].map((aor) => [aor.id, said(aor)]);
const changed = (view: View, id: string, change: (one: Said) => Partial<Said>): View =>
  view.map(([name, one]) => (name === id ? [name, { ...one, ...change(one) }] : [name, one]));

interface Case {
  readonly name: string;
  readonly result: EditingResult;
  readonly after: View;
  /** AORs that it may write in. */
  readonly touched: readonly string[];
  /** Whether comments in them may go, with what they belong to. */
  readonly mayLose: boolean;
}

const owned =
  (to: string) =>
  (one: Said): Partial<Said> => ({
    owner: to,
    backups: one.backups.filter((id) => id !== to),
    since: day,
    confirmed: day,
    vacant: null,
    handover: one.handover?.startsWith(`${to} `) === true ? null : one.handover,
    past:
      one.owner === null
        ? one.past
        : [...one.past, `${one.owner} ${one.since ?? ''} ${one.owner === 'carl' ? '2026-05-31' : day}`],
  });

function caseOf(file: OwnershipFile, which: number, aorAt: number, personAt: number, folderAt: number): Case {
  const view = viewOf(file);
  const id = [...file.aors.keys()][aorAt % file.aors.size] ?? '';
  const aor = file.aors.get(id)!;
  const to = people[personAt % people.length]!;
  const folder = (aor.base === '' ? '' : `${aor.base}/`) + folders[folderAt % folders.length]!;
  const target = { path: folder, isFolder: folderAt % 2 === 0 };
  const glob = folders[folderAt % folders.length]!.replace(/^!/, '\\!');
  const child = { id: 'child', title: 'Child: "x" # y', owner: to };
  const empty = { ...said(aor), title: child.title, kind: 'area' as const, owner: to, backups: [], parent: null };
  const fresh = { ...empty, since: null, confirmed: null, status: null, past: [], vacant: null, handover: null };
  const behind = (before: View, name: string, one: Said): View =>
    before.flatMap((entry) => (entry[0] === name ? [entry, ['child', one] as const] : [entry]));
  switch (which % 6) {
    case 0: {
      const after = changed(view, id, (one) => ({ paths: [...one.paths, `${glob} 0`] }));
      return { name: 'add', result: addPaths(file, id, [target]), after, touched: [id], mayLose: false };
    }
    case 1: {
      const result = handOver(file, id, to, day);
      return { name: 'hand over', result, after: changed(view, id, owned(to)), touched: [id], mayLose: true };
    }
    case 2: {
      const open = aorsToConfirm(file, to, day).map((one) => one.id);
      const after = open.reduce((before, one) => changed(before, one, () => ({ confirmed: day })), view);
      return { name: 'confirm', result: confirmAors(file, open, day), after, touched: open, mayLose: false };
    }
    case 3: {
      const result = newAor(file, compileRules(file), child, [target]);
      if (result.kind === 'refused') return { name: 'new', result, after: view, touched: [], mayLose: false };
      const from =
        result.carvedFrom ?? [...file.aors.values()].filter(({ at }) => at.file === result.aor.at.file).at(-1);
      const one = {
        ...fresh,
        file: result.aor.at.file,
        paths: result.globs.map((text) => `${text} 0`),
        parent: result.carvedFrom?.parent?.id ?? null,
      };
      const after: View = from === undefined ? [...view, ['child', one]] : behind(view, from.id, one);
      return { name: 'new', result, after, touched: ['child'], mayLose: false };
    }
    case 4: {
      const include = aor.paths.filter((entry) => !entry.glob.exclude);
      const moved = include.slice(0, 1 + (folderAt % Math.max(1, include.length))).map((entry) => entry.glob.text);
      const result = splitAor(file, id, { kind: 'globs', globs: moved }, child);
      if (result.kind === 'refused') return { name: 'split', result, after: view, touched: [], mayLose: false };
      const isMoved = (text: string): boolean => moved.includes(text.replace(/ -?\d$/, ''));
      const left = said(aor).paths.filter((text) => !isMoved(text));
      const paths = [
        ...said(aor).paths.filter(isMoved),
        ...result.globs.filter((text) => text.startsWith('!')).map((text) => `${text} 0`),
      ];
      const isEmpty = left.every((text) => text.startsWith('!'));
      const parent = changed(view, id, () => ({ paths: isEmpty ? [] : left }));
      const after = behind(parent, id, { ...fresh, parent: id, paths });
      return { name: 'split', result, after, touched: [id, 'child'], mayLose: isEmpty };
    }
    default: {
      const person = personOf(file, { name: `Dora ${folder}`, email: 'dora@x.example' });
      return { name: 'add person', result: addPerson(file, person), after: view, touched: [], mayLose: false };
    }
  }
}

const commentsOf = (text: string): string[] => [...text.matchAll(/# of \d+/g)].map(([one]) => one).sort();

/** The text of each AOR, from its key to its end, without comments beneath: some are of the next one. */
const wholes = ({ aors, sources }: OwnershipFile): Map<string, string> =>
  new Map(
    [...aors.values()].map(({ id, whole }) => [
      id,
      sources
        .find(({ path }) => path === whole.file)!
        .text.slice(whole.start, whole.end)
        .replace(/(?:\n[ \t]*#[^\n]*|\s)+$/, ''),
    ]),
  );

describe('an editing command on any file', () => {
  const tried = new Map<string, { all: number; refused: number }>();

  it('leads to the model it means, and changes no byte of anything else', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomOwnership,
        fc.nat({ max: 5 }),
        fc.nat({ max: 20 }),
        fc.nat({ max: 20 }),
        fc.nat({ max: 100 }),
        async (texts, which, aorAt, personAt, folderAt) => {
          const { file } = await loadAll(texts, undefined);
          const { name, result, after, touched, mayLose } = caseOf(file, which, aorAt, personAt, folderAt);
          const count = tried.get(name) ?? { all: 0, refused: 0 };
          tried.set(name, count);
          // What cannot be asked for is no case.
          if (result.kind === 'refused') return;
          count.all++;
          const made = editingEdits(result, file);
          if (made.kind === 'refused') {
            count.refused++;
            return;
          }
          const edited = Object.fromEntries(
            Object.entries(texts).map(([path, text]) => [
              path,
              applyReplacements(
                text,
                made.edits.filter((edit) => edit.file === path),
              ),
            ]),
          );
          const shown = `${name}\n${Object.values(texts).join('\n---\n')}\n=>\n${Object.values(edited).join('\n---\n')}`;
          const { file: then } = await loadAll(edited, undefined);
          assert.deepEqual(viewOf(then), after, shown);
          const before = wholes(file);
          for (const [id, text] of wholes(then))
            if (!touched.includes(id)) assert.equal(text, before.get(id), `${id} in ${shown}`);
          const gone = touched.flatMap((id) => commentsOf(before.get(id) ?? ''));
          const kept = (comments: string[]): string[] =>
            mayLose ? comments.filter((one) => !gone.includes(one)) : comments;
          for (const [path, text] of Object.entries(edited)) {
            assert.deepEqual(kept(commentsOf(text)), kept(commentsOf(texts[path]!)), shown);
            if (texts[path]!.includes('\r\n')) assert.doesNotMatch(text, /(?<!\r)\n/, shown);
            assert.equal(text.endsWith('\n'), texts[path]!.endsWith('\n'), shown);
          }
          if (name === 'add person') assert.equal(then.people.size, file.people.size + 1, shown);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('is refused in few of them', () => {
    assert.equal(tried.size, 6);
    for (const [name, { all, refused }] of tried) {
      assert.ok(all > 30, `${name}: ${all}`);
      assert.ok(refused < all / 10, `${name}: ${refused} of ${all}`);
    }
  });
});
