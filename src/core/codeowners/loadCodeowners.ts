/** Finds and reads the `CODEOWNERS` file of a base that has no ownership file. */
import type { LoadedOwnership } from '../file/load';
import { failureOf, type FileSource } from '../file/source';
import type { ForgeKind } from '../forge/remote';
import { defaultSeverities } from '../model';
import { loadRegexCheck } from '../review/regex';
import { asOwnership, type ExpressionEngine } from './asOwnership';
import { dialectAt, placesOn } from './dialect';
import { maximumCodeownersBytes, readCodeowners } from './readCodeowners';

/** As `loadOwnership`. `forge`: what the host runs, where the file may be read in several ways. Never rejects. */
export async function loadCodeowners(source: FileSource, forge: ForgeKind | null): Promise<LoadedOwnership> {
  for (const path of placesOn(forge)) {
    const read = await source.read(path, maximumCodeownersBytes);
    if (read.kind === 'missing' || read.kind === 'not-a-file') continue;
    if (read.kind === 'too-large') {
      const message = 'The file is larger than 3 MB, so GitHub does not load it, and nothing of it is read here.';
      const problem = { code: 'too-large', severity: defaultSeverities['too-large'], message, related: [] } as const;
      return {
        kind: 'unreadable',
        entry: path,
        sources: [],
        problems: [{ ...problem, at: { file: path, start: 0, end: 0 } }],
      };
    }
    if (read.kind !== 'text') return { kind: 'failed', entry: path, reason: `${path} ${failureOf(read)}.` };
    const dialect = dialectAt(path, forge);
    const isOfExpressions = dialect === 'gitea';
    const text = readCodeowners(path, read.text, dialect, isOfExpressions ? await loadRegexCheck() : undefined);
    const file = asOwnership(text, isOfExpressions ? await loadEngine() : neverAsked);
    return { kind: 'loaded', entry: path, file, sources: file.sources, problems: text.problems };
  }
  return { kind: 'none' };
}

const neverAsked: ExpressionEngine = () => () => false;

async function loadEngine(): Promise<ExpressionEngine> {
  const { RE2JS } = await import('re2js');
  return (source) => {
    const pattern = RE2JS.compile(source);
    return (path) => pattern.test(path);
  };
}
