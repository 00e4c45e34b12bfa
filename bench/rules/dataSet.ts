/** What is measured on: rules, a list of files, and the numbers that answers are told in. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { importCodeowners, readCodeowners, type OwnershipFile } from '../../src/core';
import { generateRepository, sizes } from './generator';
import { loadText, modelOf, textOf } from './model';

/** Where a data set comes from, so that another process can make the same. */
export type DataOrigin =
  | { readonly kind: 'generated'; readonly size: string; readonly seed: number }
  /** A folder with `CODEOWNERS` and `files.z.gz`, the complete list of files, NUL-separated. */
  | { readonly kind: 'directory'; readonly folder: string };

export interface DataSet {
  readonly name: string;
  readonly origin: DataOrigin;
  readonly file: OwnershipFile;
  /** The ownership file; `null`: too large for one, the model was made from its globs. */
  readonly text: string | null;
  /** As written. */
  readonly globs: readonly string[];
  readonly paths: readonly string[];
  /** The same paths as `git ls-files -z` prints them. */
  readonly list: Buffer;
}

/** Reads or makes a data set. */
export async function dataSetOf(origin: DataOrigin): Promise<DataSet> {
  return origin.kind === 'generated' ? generated(origin) : directory(origin);
}

async function generated(origin: DataOrigin & { readonly kind: 'generated' }): Promise<DataSet> {
  const size = sizes.find(({ name }) => name === origin.size);
  if (size === undefined) throw new Error(`There is no size ${origin.size}.`);
  const { paths, areas } = generateRepository(size, origin.seed);
  const text = textOf(areas);
  const file = text === null ? await modelOf(areas) : await loadText(text);
  return dataSet(size.name, origin, { file, text, paths, list: Buffer.from(`${paths.join('\0')}\0`) });
}

/** Real rules are imported first: what is measured is the ownership file that they become. */
async function directory(origin: DataOrigin & { readonly kind: 'directory' }): Promise<DataSet> {
  const list = await promisify(gunzip)(await readFile(join(origin.folder, 'files.z.gz')));
  const paths = list.toString('utf8').split('\0').slice(0, -1);
  const codeowners = await readFile(join(origin.folder, 'CODEOWNERS'), 'utf8');
  const { text } = await importCodeowners(readCodeowners('CODEOWNERS', codeowners, 'github'), paths);
  return dataSet(basename(origin.folder), origin, { file: await loadText(text), text, paths, list });
}

function dataSet(name: string, origin: DataOrigin, rest: Pick<DataSet, 'file' | 'text' | 'paths' | 'list'>): DataSet {
  return { name, origin, globs: globsOf(rest.file), ...rest };
}

/** The globs of all areas as written, excludes among them. */
export function globsOf({ aors }: OwnershipFile): readonly string[] {
  const areas = [...aors.values()].filter(({ kind }) => kind === 'area');
  return areas.flatMap(({ paths }) => paths.map(({ glob }) => glob.text));
}
