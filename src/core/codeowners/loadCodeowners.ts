/** Finds and reads the `CODEOWNERS` file of a base that has no ownership file. */
import type { LoadedOwnership } from '../file/load';
import { failureOf, type FileRead, type FileSource } from '../file/source';
import type { ForgeKind } from '../forge/remote';
import { defaultSeverities } from '../model';
import { loadRegexCheck } from '../review/regex';
import { asOwnership, type ExpressionEngine } from './asOwnership';
import { dialectAt, placesOn } from './dialect';
import { maximumCodeownersBytes, readCodeowners } from './readCodeowners';

/**
 * As `loadOwnership`. `forgeOf`: what the host runs, where the file may be read in several ways; asked for only where
 * there is a file. Never rejects.
 */
export async function loadCodeowners(
  source: FileSource,
  forgeOf: () => Promise<ForgeKind | null>,
): Promise<LoadedOwnership> {
  const reads = new Map<string, Promise<FileRead>>();
  const readAt = (path: string): Promise<FileRead> => {
    const read = reads.get(path) ?? source.read(path, maximumCodeownersBytes);
    reads.set(path, read);
    return read;
  };
  if ((await firstIn(placesOn(null), readAt)) === null) return { kind: 'none' };
  const forge = await forgeOf();
  const found = await firstIn(placesOn(forge), readAt);
  return found === null ? { kind: 'none' } : loaded(found, forge);
}

interface Found {
  readonly path: string;
  readonly read: FileRead;
}

/** The first place where something stands; `null`: nothing does. */
async function firstIn(places: readonly string[], readAt: (path: string) => Promise<FileRead>): Promise<Found | null> {
  for (const path of places) {
    const read = await readAt(path);
    if (read.kind !== 'missing' && read.kind !== 'not-a-file') return { path, read };
  }
  return null;
}

async function loaded({ path, read }: Found, forge: ForgeKind | null): Promise<LoadedOwnership> {
  if (read.kind === 'too-large') {
    const message = 'The file is larger than 3 MB, so GitHub does not load it, and nothing of it is read here.';
    const at = { file: path, start: 0, end: 0 };
    const problem = { code: 'too-large', severity: defaultSeverities['too-large'], message, at, related: [] } as const;
    return { kind: 'unreadable', entry: path, sources: [], problems: [problem] };
  }
  if (read.kind !== 'text') return { kind: 'failed', entry: path, reason: `${path} ${failureOf(read)}.` };
  const dialect = dialectAt(path, forge);
  const isOfExpressions = dialect === 'gitea';
  const text = readCodeowners(path, read.text, dialect, isOfExpressions ? await loadRegexCheck() : undefined);
  const file = asOwnership(text, isOfExpressions ? await loadEngine() : neverAsked);
  return { kind: 'loaded', entry: path, file, sources: file.sources, problems: text.problems };
}

const neverAsked: ExpressionEngine = () => () => false;

async function loadEngine(): Promise<ExpressionEngine> {
  const { RE2JS } = await import('re2js');
  return (source) => {
    const pattern = RE2JS.compile(source);
    return (path) => pattern.test(path);
  };
}
