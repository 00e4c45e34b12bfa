/** Follows `include` from the entry file. */
import { defaultSeverities } from '../model';
import type { Problem, ProblemCode, Source } from '../model';
import { matchesGlob, parseIncludeGlob, type IncludeGlob } from '../rules/glob';
import type { PlainScalar } from './plainTree';
import type { FileContent } from './readFile';
import type { TextReader } from './readText';
import { failureOf, type FileRead, type FileSource } from './source';

const maximumFiles = 500;
const maximumTotal = 4_000_000;

export interface IncludedFiles {
  /** The entry file, then the others by path. */
  readonly files: readonly [FileContent, ...FileContent[]];
  /** Problems of including. */
  readonly problems: readonly Problem[];
}

/** Reads every file that is reached from the entry file, each once, depth first in the order written. */
export async function readIncluded(entry: Source, files: FileSource, readText: TextReader): Promise<IncludedFiles> {
  const reader = includeReader(files, readText);
  const first = await reader.read(entry, true, []);
  const others = [...reader.found.values()].filter((content) => content !== first);
  others.sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
  return { files: [first, ...others], problems: reader.problems };
}

function includeReader(files: FileSource, readText: TextReader) {
  const found = new Map<string, FileContent>();
  const problems: Problem[] = [];
  let total = 0;
  let listed: Promise<readonly string[]> | null = null;

  const list = (): Promise<readonly string[]> => (listed ??= files.list().then((paths) => [...paths].sort()));

  function report(code: ProblemCode, { start, end }: PlainScalar, file: string, message: string): void {
    problems.push({ code, severity: defaultSeverities[code], message, at: { file, start, end }, related: [] });
  }

  async function read(source: Source, isEntry: boolean, chain: readonly string[]): Promise<FileContent> {
    const content = await readText(source, isEntry);
    found.set(source.path, content);
    total += source.text.length;
    for (const scalar of content.include) await follow(scalar, source, [...chain, source.path]);
    return content;
  }

  async function follow(scalar: PlainScalar, from: Source, chain: readonly string[]): Promise<void> {
    const parsed = parseIncludeGlob(scalar.text, from.base);
    if (parsed.kind !== 'include') return report('bad-glob', scalar, from.path, parsed.message);
    for (const path of await pathsOf(parsed.include)) {
      const isLiteral = parsed.include.literal !== null;
      if (isLiteral && chain.includes(path)) {
        report(
          'include-cycle',
          scalar,
          from.path,
          `${JSON.stringify(path)} is being read already: ${[...chain.slice(chain.indexOf(path)), path].join(' → ')}.`,
        );
      } else if (!found.has(path)) {
        await include(path, await files.read(path), isLiteral, scalar, from, chain);
      }
    }
  }

  async function pathsOf({ literal, patterns }: IncludeGlob): Promise<readonly string[]> {
    if (literal !== null) return [literal];
    const paths = await list();
    return paths.filter((path) => matchesGlob({ patterns }, path));
  }

  async function include(
    path: string,
    file: FileRead,
    isLiteral: boolean,
    scalar: PlainScalar,
    from: Source,
    chain: readonly string[],
  ): Promise<void> {
    if (file.kind === 'too-large')
      return report('too-large', scalar, from.path, `${JSON.stringify(path)} ${failureOf(file)}; it is not read.`);
    if (file.kind !== 'text') {
      // A wildcard finds what is there; only what it found and cannot read is worth a word.
      if (!isLiteral && file.kind !== 'unreadable') return;
      return report('include-missing', scalar, from.path, `${JSON.stringify(path)} ${failureOf(file)}.`);
    }
    if (found.size >= maximumFiles || total + file.text.length > maximumTotal) {
      return report(
        'too-large',
        scalar,
        from.path,
        `${JSON.stringify(path)} is not read: an ownership file has at most ${maximumFiles} files and ${maximumTotal / 1_000_000} MB together.`,
      );
    }
    const base = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    await read({ path, base, text: file.text }, false, chain);
  }

  return { read, found, problems };
}
