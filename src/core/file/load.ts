/** Finds the entry file and reads it with everything it includes, through whatever the caller reads files with. */
import { defaultSeverities } from '../model';
import type { OwnershipFile, Problem, ProblemCode, ReviewPolicy, Source } from '../model';
import { loadCodeowners } from '../codeowners/loadCodeowners';
import type { ForgeKind } from '../forge/remote';
import { readIncluded } from './include';
import { link } from './link';
import { withSeverities } from './policy';
import { readText, type TextReader } from './readText';
import { failureOf, type FileRead, type FileSource } from './source';

interface Read {
  /** Base-relative path of the entry file. */
  readonly entry: string;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

export type LoadedOwnership =
  /** No entry file at any of the places. */
  | { readonly kind: 'none' }
  /** The entry file is there, or was named, but cannot be read. `reason` is one sentence. */
  | { readonly kind: 'failed'; readonly entry: string; readonly reason: string }
  /** The text was read but no model can be recovered from it. */
  | ({ readonly kind: 'unreadable' } & Read)
  | ({ readonly kind: 'loaded'; readonly file: OwnershipFile } & Read);

/** Where the entry file is looked for, beneath the root: the first that is a file. */
export const entryPlaces: readonly string[] = ['', '.github/', '.gitlab/', 'docs/'].flatMap((folder) => [
  `${folder}aor.yaml`,
  `${folder}aor.yml`,
]);

export interface LoadOptions {
  /** Whose severities count; by default the file's own. */
  readonly policy?: ReviewPolicy | undefined;
  /** Who makes content of texts; by default it is done here and at once. */
  readonly reader?: TextReader;
  /** Reads `CODEOWNERS` where there is no ownership file, as this forge does; asked for only then. Without it, none is read. */
  readonly forge?: (() => Promise<ForgeKind | null>) | undefined;
}

/** A text decoded as UTF-8 may begin with a byte order mark, which is no part of it. */
const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/**
 * Finds and reads the ownership file of one base.
 * `entry` names the entry file (the setting `aor.file`, `--file`); without it the places are searched.
 * Problems have the severities the file asks for, or those of `policy`; a problem may stand in a file that was not read, at 0. Never rejects.
 */
export async function loadOwnership(
  source: FileSource,
  entry: string | null,
  { policy, reader = readText, forge }: LoadOptions = {},
): Promise<LoadedOwnership> {
  const textSource: FileSource = {
    async read(path, maximumBytes) {
      const read = await source.read(path, maximumBytes);
      return read.kind === 'text' ? { kind: 'text', text: withoutMark(read.text) } : read;
    },
    list: () => source.list(),
  };
  const found = entry === null ? await search(textSource) : [{ path: entry, read: await textSource.read(entry) }];
  const [first, ...others] = found;
  if (first === undefined) return forge === undefined ? { kind: 'none' } : loadCodeowners(textSource, forge);
  if (first.read.kind === 'too-large') {
    const tooLarge = problemAtStart(
      'too-large',
      first.path,
      `The file ${failureOf(first.read)}; nothing of it is read.`,
    );
    return { kind: 'unreadable', entry: first.path, sources: [], problems: [tooLarge] };
  }
  if (first.read.kind !== 'text')
    return { kind: 'failed', entry: first.path, reason: `${first.path} ${failureOf(first.read)}.` };

  const contents = await readIncluded({ path: first.path, base: '', text: first.read.text }, textSource, reader);
  const { file, problems } = link(contents.files);
  const all = [
    ...contents.files.flatMap((content) => content.problems),
    ...contents.problems,
    ...problems,
    ...others.map(({ path }) =>
      problemAtStart(
        'second-file',
        path,
        `This file is not read: ${first.path} is the ownership file. Include it there, or remove it.`,
      ),
    ),
  ];
  const read = { entry: first.path, sources: file.sources, problems: withSeverities(all, policy ?? file.review) };
  return contents.files[0].isReadable ? { kind: 'loaded', file, ...read } : { kind: 'unreadable', ...read };
}

interface Found {
  readonly path: string;
  readonly read: FileRead;
}

/** What stands at the places, best first: the entry file, then those that are not read because of it. */
async function search(source: FileSource): Promise<Found[]> {
  const reads = await Promise.all(entryPlaces.map(async (path) => ({ path, read: await source.read(path) })));
  return reads.filter(({ read }) => read.kind !== 'missing' && read.kind !== 'not-a-file');
}

const problemAtStart = (code: ProblemCode, file: string, message: string): Problem => ({
  code,
  severity: defaultSeverities[code],
  message,
  at: { file, start: 0, end: 0 },
  related: [],
});
