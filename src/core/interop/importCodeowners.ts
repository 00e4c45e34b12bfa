/** A `CODEOWNERS` file → the text of an ownership file, and the proof that no file changed hands. */
import type { CodeownersText } from '../codeowners/model';
import type { Draft } from '../draft/draft';
import { writeDraft } from '../draft/writeDraft';
import { loadOwnership } from '../file/load';
import type { OwnershipFile, Person } from '../model';
import { compileRules } from '../rules';
import { draftOf, type Imported, type OwnerChoice } from './draftOf';
import { fromCodeowners, type ForeignCodeowners } from './fromCodeowners';
import { changedOwners, type ChangedOwners } from './proof';

export interface CodeownersImport {
  /** Of the `CODEOWNERS` file, base-relative. */
  readonly path: string;
  /** The ownership file. */
  readonly text: string;
  readonly foreign: ForeignCodeowners;
  readonly imported: Imported;
  /** Files that would have other owners than before; there should be none. */
  readonly changed: readonly ChangedOwners[];
}

/** Of the people of a file: files → id of a person → how much they did there, 0 for nothing. */
export type WorkOf = (people: Iterable<Person>) => (files: readonly string[]) => (person: string) => number;

export interface ImportOptions {
  /** The section that becomes the areas; by default the unnamed one, else the largest. */
  readonly areas?: string | undefined;
  /** How much each of these people did in files; `undefined`: nobody knows. */
  readonly workOf?: WorkOf | undefined;
}

/** Imports a file for a repository with the files `tree`. Where several people hold an area, history picks the owner. */
export async function importCodeowners(
  read: CodeownersText,
  tree: readonly string[],
  { areas, workOf }: ImportOptions = {},
): Promise<CodeownersImport> {
  const foreign = areas === undefined ? fromCodeowners(read, tree) : fromCodeowners(read, tree, areas);
  const comment = [`Imported from ${read.path}. Change it here; export CODEOWNERS from it where the host needs one.`];
  const finished = ({ draft }: Imported): Draft => ({ ...draft, comment });

  let imported = draftOf(foreign, tree);
  let text = writeDraft(finished(imported));
  let file = await readBack(text);
  if (workOf !== undefined && imported.byOrder.length > 0) {
    imported = draftOf(foreign, tree, choiceBy(workOf(file.people.values()), filesByArea(file, tree)));
    text = writeDraft(finished(imported));
    file = await readBack(text);
  }
  return { path: read.path, text, foreign, imported, changed: changedOwners(read, foreign.areas, file, tree) };
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

function filesByArea(file: OwnershipFile, tree: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = compileRules(file);
  const found = new Map<string, string[]>();
  for (const path of tree) {
    const decision = index.decide(path);
    if (decision.kind !== 'area') continue;
    const { id } = decision.winner.aor;
    const files = found.get(id);
    if (files === undefined) found.set(id, [path]);
    else files.push(path);
  }
  return found;
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
