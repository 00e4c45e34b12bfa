/** A `CODEOWNERS` file → the text of an ownership file, and the proof that no file changed hands. */
import type { CodeownersText } from '../codeowners/model';
import { fromCodeowners, type ForeignCodeowners } from './fromCodeowners';
import { importForeign, type ForeignImport, type WorkOf } from './importForeign';
import { changedOwners, type ChangedOwners } from './proof';

export interface CodeownersImport extends Pick<ForeignImport, 'text' | 'imported'> {
  /** Of the `CODEOWNERS` file, base-relative. */
  readonly path: string;
  readonly foreign: ForeignCodeowners;
  /** Files that would have other owners than before; there should be none. */
  readonly changed: readonly ChangedOwners[];
}

export interface ImportOptions {
  /** The section that becomes the areas; by default the unnamed one, else the largest. */
  readonly areas?: string | undefined;
  readonly workOf?: WorkOf | undefined;
}

/** Imports a file for a repository with the files `tree`. Where several people hold an area, history picks the owner. */
export async function importCodeowners(
  read: CodeownersText,
  tree: readonly string[],
  { areas, workOf }: ImportOptions = {},
): Promise<CodeownersImport> {
  const foreign = areas === undefined ? fromCodeowners(read, tree) : fromCodeowners(read, tree, areas);
  const origin = `${read.path}. Change it here; export CODEOWNERS from it where the host needs one`;
  const { text, imported, file } = await importForeign(foreign, tree, origin, workOf);
  const reviews = foreign.aors.filter(({ kind }) => kind === 'review');
  const sectionOf = new Map(reviews.map(({ key, title }) => [imported.ids.get(key) ?? '', title]));
  const changed = changedOwners(read, foreign.areas, sectionOf, file, tree);
  return { path: read.path, text, foreign, imported, changed };
}
