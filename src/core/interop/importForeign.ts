/** What was read of another format → the text of an ownership file, with one owner for each area. */
import type { Draft } from '../draft/draft';
import { writeDraft } from '../draft/writeDraft';
import { loadOwnership } from '../file/load';
import { filesByArea } from '../language/filesOf';
import type { OwnershipFile, Person } from '../model';
import { compileRules } from '../rules';
import { atOnce } from '../steps';
import { draftOf, type Imported, type OwnerChoice } from './draftOf';
import type { Foreign } from './foreign';

/** Of the people of a file: files → id of a person → how much they did there, 0 for nothing. */
export type WorkOf = (people: Iterable<Person>) => (files: readonly string[]) => (person: string) => number;

export interface ForeignImport {
  /** The ownership file. */
  readonly text: string;
  readonly imported: Imported;
  /** As the text reads. */
  readonly file: OwnershipFile;
  /** Files of the tree that have an area. */
  readonly owned: number;
  /** Of an *exact* format, those whose area is not the one they had. */
  readonly changed: readonly string[];
}

/** `workOf`: how much each of these people did in files; `undefined`: nobody knows. `origin`: where it comes from. */
export async function importForeign(
  foreign: Foreign,
  tree: readonly string[],
  origin: string,
  workOf: WorkOf | undefined,
): Promise<ForeignImport> {
  const finished = ({ draft }: Imported): Draft => ({ ...draft, comment: [`Imported from ${origin}.`] });
  let imported = draftOf(foreign, tree);
  let text = writeDraft(finished(imported));
  let file = await readBack(text);
  if (workOf !== undefined && imported.byOrder.length > 0) {
    imported = draftOf(
      foreign,
      tree,
      choiceBy(workOf(file.people.values()), atOnce(filesByArea(compileRules(file), tree))),
    );
    text = writeDraft(finished(imported));
    file = await readBack(text);
  }
  const index = compileRules(file);
  const areaOf = (path: string): string | null => {
    const decision = index.decide(path);
    return decision.kind === 'area' ? decision.winner.aor.id : null;
  };
  const { keyOf } = foreign;
  return {
    ...{ text, imported, file },
    owned: tree.filter((path) => areaOf(path) !== null).length,
    changed:
      keyOf === undefined ? [] : tree.filter((path) => areaOf(path) !== (imported.ids.get(keyOf(path) ?? '') ?? null)),
  };
}

async function readBack(text: string): Promise<OwnershipFile> {
  const path = 'aor.yaml';
  const loaded = await loadOwnership(
    {
      read: (asked) => Promise.resolve(asked === path ? { kind: 'text', text } : { kind: 'missing' }),
      list: () => Promise.resolve([]),
    },
    path,
  );
  if (loaded.kind !== 'loaded') throw new Error('What was written cannot be read');
  return loaded.file;
}

/** Whoever did most in the area's files; nobody where none of them did anything there. */
const choiceBy =
  (work: ReturnType<WorkOf>, filesOf: ReadonlyMap<string, readonly string[]>): OwnerChoice =>
  (_, { id, owner, backups }) => {
    const did = work(filesOf.get(id) ?? []);
    const people = [owner, ...backups].filter((person) => person !== null);
    const best = people.reduce((most, one) => (did(one) > did(most) ? one : most));
    return did(best) > 0 ? best : null;
  };
